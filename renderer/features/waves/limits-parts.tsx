import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';

import type { GroupView } from '../../../shared/contract/shapes.ts';
import { limitsText } from '../../text/limits.ts';
import { IconButton } from '../../ui/icon-button.tsx';

export const useListStyles = makeStyles({
  list: { listStyle: 'none', margin: '0 0 8px', padding: 0 },
  wide: { gridColumn: '1 / -1' },
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '2px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  words: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  adding: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: '8px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  input: { minWidth: 0, width: '100%' },
  wrong: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
});

/** Choice of one move group. */
export function GroupSelect(props: {
  readonly label: string;
  readonly groups: readonly GroupView[];
  readonly value: string;
  readonly onChange: (groupId: string) => void;
}) {
  const styles = useListStyles();
  return (
    <Field label={props.label}>
      <Select className={styles.input} value={props.value} onChange={(_, data) => props.onChange(data.value)}>
        <option value="">{limitsText.choose}</option>
        {props.groups.map((group) => (
          <option key={group.id} value={group.id}>
            {group.title}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** One rule of a list in words, what is wrong with it, and a button that removes it. */
export function RuleRow({
  words,
  error,
  onRemove,
}: {
  readonly words: string;
  readonly error?: string | undefined;
  readonly onRemove: () => void;
}) {
  const styles = useListStyles();
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        {words}
        {error !== undefined && <span className={styles.wrong}> {error}</span>}
      </span>
      <IconButton icon={<DismissRegular />} size="small" label={limitsText.remove(words)} onClick={onRemove} />
    </li>
  );
}

/** Takes what was filled in into the list. */
export function AddButton({ isOff, onClick }: { readonly isOff: boolean; readonly onClick: () => void }) {
  const styles = useListStyles();
  return (
    <div className={styles.wide}>
      <Button size="small" disabledFocusable={isOff} onClick={onClick}>
        {limitsText.add}
      </Button>
    </div>
  );
}
