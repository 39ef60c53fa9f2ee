import { makeStyles, tokens } from '@fluentui/react-components';
import { MiniMap } from '@xyflow/react';

import { graphText } from '../../text/groups.ts';
import type { Tile } from './graph-node.tsx';

const useStyles = makeStyles({
  map: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, overflow: 'hidden' },
});

const SIZE = { width: 150, height: 104 };
/** In pixels of the picture: without it the tiles of a large one would be too small to be seen. */
const STROKE = 60;
const colorOf = ({ data }: Tile): string => (data.isChosen ? tokens.colorCompoundBrandStroke : tokens.colorNeutralForeground4);

/** Where in a large picture one is; dragging it goes elsewhere. */
export function GraphMap() {
  const styles = useStyles();
  return (
    <MiniMap<Tile>
      pannable
      zoomable
      ariaLabel={graphText.map}
      className={styles.map}
      style={SIZE}
      bgColor={tokens.colorNeutralBackground2}
      maskColor={tokens.colorNeutralBackgroundAlpha2}
      maskStrokeColor={tokens.colorCompoundBrandStroke}
      maskStrokeWidth={2}
      nodeStrokeWidth={STROKE}
      nodeColor={colorOf}
      nodeStrokeColor={colorOf}
    />
  );
}
