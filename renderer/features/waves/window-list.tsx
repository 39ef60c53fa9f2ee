import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, ChevronDownRegular, ChevronRightRegular, DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';

import { limitsText } from '../../text/limits.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import type { FormErrors, LimitsForm, WindowForm } from './limits-form.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: '0 0 8px', padding: 0 },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  row: { display: 'flex', alignItems: 'center', gap: '4px', padding: '2px 0' },
  words: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere', fontVariantNumeric: 'tabular-nums' },
  note: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  fact: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  wrong: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  fields: { display: 'grid', gridTemplateColumns: '1fr 1fr 1fr', gap: '8px', padding: '4px 0 12px' },
  wide: { gridColumn: '1 / -1' },
  two: { gridColumn: 'span 2' },
  input: { minWidth: 0, width: '100%' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface WindowListProps {
  readonly form: LimitsForm;
  readonly errors: FormErrors;
  readonly onChange: (windows: LimitsForm['windows']) => void;
  /** The rhythm above as single windows; `null` while the fields above cannot be read. */
  readonly rhythm: LimitsForm['windows'] | null;
}

/** Windows one by one, each with its own time, zone, length and capacities. Empty: the rhythm is the calendar. */
export function WindowList({ form, errors, onChange, rhythm }: WindowListProps) {
  const styles = useStyles();
  const { windows } = form;
  const [open, setOpen] = useState<number | null>(null);
  const change = (index: number, changes: Partial<WindowForm>): void =>
    onChange(windows.map((window, place) => (place === index ? { ...window, ...changes } : window)));
  const add = (): void => {
    const last = windows.at(-1);
    onChange([
      ...windows,
      {
        title: limitsText.newWindow,
        startsAt: '',
        hours: last?.hours ?? form.windowHours,
        timeZone: last?.timeZone ?? form.timeZone,
        machines: '',
        gib: '',
        teams: '',
      },
    ]);
    setOpen(windows.length);
  };
  return (
    <>
      <p className={styles.note}>{windows.length === 0 ? limitsText.windowsRhythm : limitsText.windowsOwn}</p>
      <ul className={styles.list}>
        {windows.map((window, index) => (
          // Windows have no id of their own; their place is what tells them apart while they are edited.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className={styles.item}>
            <WindowRow
              window={window}
              isOpen={open === index}
              hasError={Object.keys(errors).some((field) => field.startsWith(`windows.${index}.`))}
              onToggle={() => setOpen(open === index ? null : index)}
              onRemove={() => {
                setOpen(null);
                onChange(windows.filter((_, place) => place !== index));
              }}
            />
            {(open === index || Object.keys(errors).some((field) => field.startsWith(`windows.${index}.`))) && (
              <WindowFields window={window} field={`windows.${index}`} errors={errors} onChange={(changes) => change(index, changes)} />
            )}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button size="small" icon={<AddRegular />} onClick={add}>
          {limitsText.addWindow}
        </Button>
        {windows.length === 0 && rhythm !== null && rhythm.length > 0 && (
          <Button size="small" onClick={() => onChange(rhythm)}>
            {limitsText.writeOut(rhythm.length)}
          </Button>
        )}
        {windows.length > 0 && (
          <Button size="small" onClick={() => onChange([])}>
            {limitsText.backToRhythm}
          </Button>
        )}
      </div>
    </>
  );
}

interface WindowRowProps {
  readonly window: WindowForm;
  readonly isOpen: boolean;
  readonly hasError: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

function WindowRow({ window, isOpen, hasError, onToggle, onRemove }: WindowRowProps) {
  const styles = useStyles();
  const capacities = [
    window.machines === '' ? [] : [`${window.machines} machines`],
    window.gib === '' ? [] : [`${window.gib} GiB`],
    window.teams === '' ? [] : [`${window.teams} teams`],
  ].flat();
  const facts = [`${window.hours} h`, window.timeZone, ...capacities].join(', ');
  return (
    <div className={styles.row}>
      <IconButton
        icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
        size="small"
        label={isOpen ? limitsText.closeWindow(window.title) : limitsText.editWindow(window.title)}
        onClick={onToggle}
      />
      <span className={styles.words}>
        {window.title}
        {window.startsAt !== '' && `, ${window.startsAt.replace('T', ' ')}`}
        <br />
        <span className={styles.fact}>{facts}</span>
        {hasError && <span className={styles.wrong}> {limitsText.errors(1)}</span>}
      </span>
      <IconButton icon={<DismissRegular />} size="small" label={limitsText.remove(window.title)} onClick={onRemove} />
    </div>
  );
}

interface WindowFieldsProps {
  readonly window: WindowForm;
  readonly field: string;
  readonly errors: FormErrors;
  readonly onChange: (changes: Partial<WindowForm>) => void;
}

function WindowFields({ window, field, errors, onChange }: WindowFieldsProps) {
  const styles = useStyles();
  const input = (name: keyof WindowForm, label: string, more: { readonly type?: 'datetime-local'; readonly className?: string } = {}) => {
    const message = errors[`${field}.${name}`];
    return (
      <Field key={name} label={label} className={more.className ?? ''} {...(message === undefined ? {} : { validationMessage: message })}>
        <Input
          className={styles.input}
          value={window[name]}
          {...(more.type === undefined ? {} : { type: more.type })}
          placeholder={name === 'machines' || name === 'gib' || name === 'teams' ? limitsText.asEveryWave : ''}
          onChange={(_, data) => onChange({ [name]: data.value })}
        />
      </Field>
    );
  };
  return (
    <div className={styles.fields}>
      {input('title', limitsText.windowName, { className: styles.wide })}
      {input('startsAt', limitsText.windowStart, { type: 'datetime-local', className: styles.two })}
      {input('hours', limitsText.windowHours)}
      {input('timeZone', limitsText.timeZone, { className: styles.wide })}
      {input('machines', limitsText.windowMachines)}
      {input('gib', limitsText.windowGib)}
      {input('teams', limitsText.windowTeams)}
    </div>
  );
}
