import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, DismissRegular } from '@fluentui/react-icons';

import { limitsText } from '../../text/limits.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { FormErrors, LimitsForm } from './limits-form.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0 0 8px', padding: 0 },
  block: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    gap: '8px',
    alignItems: 'end',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  wide: { gridColumn: '1 / -1' },
  input: { minWidth: 0, width: '100%' },
});

interface FreezeListProps {
  readonly freezes: LimitsForm['freezes'];
  readonly errors: FormErrors;
  readonly onChange: (freezes: LimitsForm['freezes']) => void;
}

/** Times in which nothing may move; each is edited where it stands. */
export function FreezeList({ freezes, errors, onChange }: FreezeListProps) {
  const styles = useStyles();
  const change = (index: number, changes: Partial<LimitsForm['freezes'][number]>): void =>
    onChange(freezes.map((freeze, place) => (place === index ? { ...freeze, ...changes } : freeze)));
  const fieldError = (index: number, name: string): { validationMessage?: string } => {
    const message = errors[`freezes.${index}.${name}`];
    return message === undefined ? {} : { validationMessage: message };
  };
  return (
    <>
      <ul className={styles.list}>
        {freezes.map((freeze, index) => (
          // Freezes have no id of their own; their place is what tells them apart while they are edited.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles.block}>
            <Field label={limitsText.freezeTitle} {...fieldError(index, 'title')}>
              <Input className={styles.input} value={freeze.title} onChange={(_, data) => change(index, { title: data.value })} />
            </Field>
            <IconButton
              icon={<DismissRegular />}
              label={limitsText.remove(freeze.title === '' ? limitsText.freeze : freeze.title)}
              onClick={() => onChange(freezes.filter((_, place) => place !== index))}
            />
            {(['startsAt', 'endsAt'] as const).map((name) => (
              <Field
                key={name}
                className={styles.wide}
                orientation="horizontal"
                label={name === 'startsAt' ? limitsText.freezeStart : limitsText.freezeEnd}
                {...fieldError(index, name)}
              >
                <Input
                  className={styles.input}
                  type="datetime-local"
                  value={freeze[name]}
                  onChange={(_, data) => change(index, { [name]: data.value })}
                />
              </Field>
            ))}
          </li>
        ))}
      </ul>
      <Button size="small" icon={<AddRegular />} onClick={() => onChange([...freezes, { title: '', startsAt: '', endsAt: '' }])}>
        {limitsText.addFreeze}
      </Button>
    </>
  );
}
