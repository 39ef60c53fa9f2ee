import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';

import { wavesText } from '../../text/waves.ts';
import { SearchField } from '../../ui/search-field.tsx';
import type { Resource } from './load-scale.ts';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '8px 12px', minHeight: '32px', '@media (max-width: 900px)': { flexWrap: 'wrap' } },
  label: { display: 'inline-flex', alignItems: 'center', gap: '8px', color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap' },
  end: { flex: '1 1 0', minWidth: 0, display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: '8px' },
  button: { flexShrink: 0 },
  said: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface BoardToolsProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly resources: readonly Resource[];
  readonly resourceId: string;
  readonly onResource: (resourceId: string) => void;
  readonly chosenCount: number;
  readonly said: string;
  readonly isReadOnly: boolean;
  readonly onMove: () => void;
  readonly onClear: () => void;
}

/** What the board shows, and what can be done with the chosen groups. */
export function BoardTools(props: BoardToolsProps) {
  const styles = useStyles();
  const { chosenCount } = props;
  return (
    <div className={styles.bar}>
      <SearchField
        widthPixels={180}
        label={wavesText.findLabel}
        placeholder={wavesText.findPlaceholder}
        value={props.text}
        onValue={props.onText}
      />
      {props.resources.length > 1 && (
        <label className={styles.label}>
          {wavesText.loadOf}
          <Select size="small" value={props.resourceId} onChange={(_, data) => props.onResource(data.value)}>
            {props.resources.map((resource) => (
              <option key={resource.id} value={resource.id}>
                {resource.title}
              </option>
            ))}
          </Select>
        </label>
      )}
      <span className={styles.end}>
        <span role="status" className={styles.said} title={props.said}>
          {chosenCount > 1 ? wavesText.chosen(chosenCount) : props.said}
        </span>
        {chosenCount > 0 && (
          <>
            <Button size="small" className={styles.button} disabled={props.isReadOnly} onClick={props.onMove}>
              {wavesText.move.command}
            </Button>
            <Button size="small" className={styles.button} appearance="subtle" onClick={props.onClear}>
              {wavesText.clearChoice}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
