import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useMemo, useState, type FormEvent } from 'react';

import type { GroupView } from '../../../shared/contract/shapes.ts';
import type { WaveLimits } from '../../../shared/domain/wave.ts';
import { useApp } from '../../store/app-context.tsx';
import { limitsText } from '../../text/waves.ts';
import { Section } from '../../ui/section.tsx';
import { FreezeList } from './freeze-list.tsx';
import { formOf, readForm, type FormErrors, type LimitsForm } from './limits-form.ts';
import { OrderList, PinList } from './limits-lists.tsx';

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '12px', alignItems: 'start' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  buttons: {
    position: 'sticky',
    bottom: '-16px',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: '0 -16px -16px',
    padding: '12px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  errors: {
    flexBasis: '100%',
    ':empty': { display: 'none' },
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  input: { minWidth: 0, width: '100%' },
});

interface LimitsPanelProps {
  readonly limits: WaveLimits;
  readonly groups: readonly GroupView[];
  readonly isReadOnly: boolean;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

type SetForm = (changes: Partial<LimitsForm>) => void;

/** The editor of limits in the side panel: the board stays in sight, nothing counts before it is saved. */
export function LimitsPanel({ limits, groups, isReadOnly, onSaved, onClose }: LimitsPanelProps) {
  const styles = useStyles();
  const app = useApp();
  const [form, setForm] = useState(() => formOf(limits));
  const [errors, setErrors] = useState<FormErrors>({});
  const change: SetForm = (changes) => setForm((known) => ({ ...known, ...changes }));
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const read = readForm(form);
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) {
      const { currentTarget } = event;
      requestAnimationFrame(() => currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const saved = await app.ask('plan.set-limits', { limits: mutable(read.limits) }, limitsText.failed);
    if (saved !== null) onSaved();
  };
  const errorCount = Object.keys(errors).length;
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <CapacityFields form={form} errors={errors} change={change} />
      <CalendarFields form={form} errors={errors} change={change} />
      <Section title={limitsText.freezes} level={3} isDense>
        <FreezeList freezes={form.freezes} errors={errors} onChange={(freezes) => change({ freezes })} />
      </Section>
      <Section title={limitsText.precedences} level={3} isDense>
        <OrderList precedences={form.precedences} groups={groups} onChange={(precedences) => change({ precedences })} />
      </Section>
      <Section title={limitsText.pins} level={3} isDense>
        <PinList pins={form.pins} groups={groups} errors={errors} onChange={(pins) => change({ pins })} />
      </Section>
      <div className={styles.buttons}>
        <span role="alert" className={styles.errors}>
          {errorCount > 0 && limitsText.errors(errorCount)}
        </span>
        <Button type="submit" appearance="primary" disabled={isReadOnly}>
          {limitsText.save}
        </Button>
        <Button onClick={onClose}>{limitsText.cancel}</Button>
      </div>
    </form>
  );
}

/** The contract's arrays are writable; the form's are not. */
function mutable(limits: WaveLimits) {
  return { ...limits, freezes: [...limits.freezes], precedences: [...limits.precedences], pins: [...limits.pins] };
}

interface FieldsProps {
  readonly form: LimitsForm;
  readonly errors: FormErrors;
  readonly change: SetForm;
}

/** A field's error, where it has one; `exactOptionalPropertyTypes` wants the property to be absent otherwise. */
function wrong(errors: FormErrors, name: string): { readonly validationMessage?: string } {
  const message = errors[name];
  return message === undefined ? {} : { validationMessage: message };
}

type TextField = 'machinesPerWave' | 'gibPerWave' | 'pilotMachines' | 'daysBetweenWindows' | 'windowHours';

function NumberField({ form, errors, change, name, label }: FieldsProps & { readonly name: TextField; readonly label: string }) {
  const styles = useStyles();
  return (
    <Field label={label} {...wrong(errors, name)}>
      <Input
        className={styles.input}
        inputMode="decimal"
        value={form[name]}
        placeholder={name === 'daysBetweenWindows' || name === 'windowHours' ? '' : limitsText.noLimit}
        onChange={(_, data) => change({ [name]: data.value })}
      />
    </Field>
  );
}

function CapacityFields(props: FieldsProps) {
  const styles = useStyles();
  const { form, change } = props;
  return (
    <Section title={limitsText.capacity} level={3} isDense>
      <div className={styles.column}>
        <div className={styles.pair}>
          <NumberField {...props} name="machinesPerWave" label={limitsText.machinesPerWave} />
          <NumberField {...props} name="pilotMachines" label={limitsText.pilotMachines} />
        </div>
        <NumberField {...props} name="gibPerWave" label={limitsText.gibPerWave} />
        <Checkbox
          label={limitsText.onlyReady}
          checked={form.onlyReadyMachines}
          onChange={(_, data) => change({ onlyReadyMachines: data.checked === true })}
        />
      </div>
    </Section>
  );
}

function CalendarFields(props: FieldsProps) {
  const styles = useStyles();
  const { form, errors, change } = props;
  const zonesId = useId();
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], []);
  return (
    <Section title={limitsText.calendar} level={3} isDense>
      <div className={styles.column}>
        <Field label={limitsText.timeZone} {...wrong(errors, 'timeZone')}>
          <Input className={styles.input} list={zonesId} value={form.timeZone} onChange={(_, data) => change({ timeZone: data.value })} />
        </Field>
        <datalist id={zonesId}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </datalist>
        <Field label={limitsText.firstWindow} hint={limitsText.firstWindowHint(form.timeZone)} {...wrong(errors, 'firstWindow')}>
          <Input
            className={styles.input}
            type="datetime-local"
            value={form.firstWindow}
            onChange={(_, data) => change({ firstWindow: data.value })}
          />
        </Field>
        <div className={styles.pair}>
          <NumberField {...props} name="daysBetweenWindows" label={limitsText.daysBetween} />
          <NumberField {...props} name="windowHours" label={limitsText.hours} />
        </div>
      </div>
    </Section>
  );
}
