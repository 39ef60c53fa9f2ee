import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddSquareRegular, ServerRegular, SubtractSquareRegular } from '@fluentui/react-icons';
import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo } from 'react';

import { graphText } from '../../text/groups.ts';
import { ToneIcon } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './layout-graph.ts';

const useStyles = makeStyles({
  tile: {
    position: 'relative',
    boxSizing: 'border-box',
    width: `${NODE_WIDTH}px`,
    height: `${NODE_HEIGHT}px`,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '0 6px 0 10px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    textAlign: 'start',
    cursor: 'pointer',
    // From afar a tile is a dot, which has to be seen by itself.
    ':global([data-distance="far"])': { backgroundColor: tokens.colorNeutralStroke1Pressed },
  },
  machine: { borderRadius: '23px', backgroundColor: tokens.colorNeutralBackground3 },
  rest: { border: `1px dashed ${tokens.colorNeutralStroke1}`, color: tokens.colorNeutralForeground2 },
  large: { border: `2px solid ${tokens.colorStatusWarningBorderActive}` },
  chosen: { outline: `2px solid ${tokens.colorCompoundBrandStroke}`, outlineOffset: '1px' },
  dim: {
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    color: tokens.colorNeutralForeground2,
    ':global([data-distance="far"])': { backgroundColor: tokens.colorNeutralStroke2 },
  },
  chosenFar: { ':global([data-distance="far"])': { backgroundColor: tokens.colorCompoundBrandStroke } },
  words: { flex: '1 1 0', minWidth: 0 },
  title: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: 'var(--graph-name)',
    lineHeight: 1.3,
    fontWeight: tokens.fontWeightSemibold,
    ':global([data-distance="far"])': { visibility: 'hidden' },
  },
  // From afar a tile is too small for its name, which lies over what is around it.
  named: {
    ':global([data-distance="far"])': {
      visibility: 'visible',
      position: 'absolute',
      left: '50%',
      top: '50%',
      transform: 'translate(-50%, -50%)',
      maxWidth: 'calc(var(--graph-name) * 12)',
      padding: '0 0.3em',
      borderRadius: '0.3em',
      backgroundColor: tokens.colorNeutralBackground1,
      boxShadow: `0 0 0 0.08em ${tokens.colorNeutralStroke1}`,
    },
  },
  onlyNear: { ':global([data-distance="middle"])': { display: 'none' }, ':global([data-distance="far"])': { display: 'none' } },
  detail: {
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  toggle: {
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    background: 'none',
    color: tokens.colorNeutralForeground2,
    fontSize: '16px',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1 },
  },
  handle: { opacity: 0, pointerEvents: 'none', minWidth: '1px', minHeight: '1px', width: '1px', height: '1px', border: 'none' },
});

/** What a tile says, apart from what is chosen. */
export interface TileWords {
  readonly title: string;
  readonly detail: string;
  readonly kind: 'group' | 'machine' | 'rest';
  readonly tone: Tone | null;
  readonly isLarge: boolean;
  /** `null`: there is nothing to open. */
  readonly toggle: { readonly isOpen: boolean; readonly run: () => void } | null;
}

export interface TileData extends TileWords, Record<string, unknown> {
  readonly isChosen: boolean;
  readonly isDim: boolean;
  /** Whether its name is shown also from afar, where most are too small to be read. */
  readonly isNamed: boolean;
}

export type Tile = Node<TileData, 'tile'>;

/** A group, a machine of an opened group, or what was folded together. */
export const GraphNode = memo(function GraphNode({ data }: NodeProps<Tile>) {
  const styles = useStyles();
  const { title, detail, kind, tone, isLarge, isChosen, isDim, isNamed, toggle } = data;
  const label = toggle?.isOpen === true ? graphText.close : graphText.open;
  return (
    <div
      className={mergeClasses(
        styles.tile,
        kind === 'machine' && styles.machine,
        kind === 'rest' && styles.rest,
        isDim && styles.dim,
        isLarge && styles.large,
        isChosen && mergeClasses(styles.chosen, styles.chosenFar),
      )}
      title={`${title}, ${detail}`}
      data-testid="graph-node"
      data-is-named={isNamed}
      data-kind={kind}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles.handle} />
      <Handle type="source" position={Position.Right} isConnectable={false} className={styles.handle} />
      {tone !== null && <ToneIcon tone={tone} />}
      {tone === null && kind === 'machine' && <ServerRegular aria-hidden />}
      <div className={styles.words}>
        <div className={mergeClasses(styles.title, isNamed && styles.named)} data-part="name">
          {title}
        </div>
        <div className={mergeClasses(styles.detail, styles.onlyNear)}>{detail}</div>
      </div>
      {toggle !== null && (
        // Enter on the graph does the same; a tab stop for every node would be too many.
        <button
          type="button"
          tabIndex={-1}
          className={mergeClasses(styles.toggle, styles.onlyNear, 'nodrag', 'nopan')}
          aria-label={`${label}: ${title}`}
          title={label}
          onClick={(event) => {
            event.stopPropagation();
            toggle.run();
          }}
        >
          {toggle.isOpen ? <SubtractSquareRegular aria-hidden /> : <AddSquareRegular aria-hidden />}
        </button>
      )}
    </div>
  );
});
