import { Button, makeStyles, type SelectTabData, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';

import type { GroupView, WaveView } from '../../../shared/contract/shapes.ts';
import type { WaveLimits } from '../../../shared/domain/wave.ts';
import { useApp } from '../../store/app-context.tsx';
import { limitsText } from '../../text/limits.ts';
import { Section } from '../../ui/section.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { CapacityTab } from './capacity-tab.tsx';
import { formOf, readForm, type FormErrors, type LimitsForm } from './limits-form.ts';
import { OrderList, PinList } from './limits-lists.tsx';
import { ApartList, DateList } from './rule-lists.tsx';

const useStyles = makeStyles({
  tabs: { margin: '0 -10px 12px' },
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
    zIndex: 2,
  },
  errors: {
    flexBasis: '100%',
    ':empty': { display: 'none' },
    color: tokens.colorStatusDangerForeground1,
    fontSize: tokens.fontSizeBase200,
  },
});

interface LimitsPanelProps {
  readonly limits: WaveLimits;
  readonly groups: readonly GroupView[];
  /** Waves of the plan in force, for the forecast of the line; none before there is a plan. */
  readonly waves: readonly WaveView[];
  readonly isReadOnly: boolean;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

export type SetForm = (changes: Partial<LimitsForm>) => void;
type TabName = keyof typeof limitsText.tabs;

const CALENDAR_FIELDS = /^(?:timeZone|firstWindow|lastWindow|notBefore|daysBetweenWindows|windowHours|windows|freezes)/;
const RULE_FIELDS = /^(?:precedences|conflicts|dates|pins)/;

function tabOf(field: string): TabName {
  if (CALENDAR_FIELDS.test(field)) return 'calendar';
  return RULE_FIELDS.test(field) ? 'rules' : 'capacity';
}

/** The editor of limits in the side panel: the board stays in sight, nothing counts before it is saved. */
export function LimitsPanel({ limits, groups, waves, isReadOnly, onSaved, onClose }: LimitsPanelProps) {
  const styles = useStyles();
  const app = useApp();
  const [form, setForm] = useState(() => formOf(limits));
  const [errors, setErrors] = useState<FormErrors>({});
  const [tab, setTab] = useState<TabName>('capacity');
  const change: SetForm = (changes) => setForm((known) => ({ ...known, ...changes }));
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const read = readForm(form);
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) {
      const { currentTarget } = event;
      const tabs = Object.keys(read.errors).map(tabOf);
      if (!tabs.includes(tab)) setTab(tabs[0] ?? tab);
      requestAnimationFrame(() => currentTarget.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const saved = await app.ask('plan.set-limits', { limits: read.limits }, limitsText.failed);
    if (saved !== null) onSaved();
  };
  const errorCount = Object.keys(errors).length;
  const fields = { form, errors, change };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <TabList
        className={styles.tabs}
        size="small"
        aria-label={limitsText.tabsLabel}
        selectedValue={tab}
        onTabSelect={(_, data: SelectTabData) => setTab(data.value as TabName)}
      >
        {Object.entries(limitsText.tabs).map(([name, title]) => (
          <Tab key={name} value={name}>
            {title}
          </Tab>
        ))}
      </TabList>
      {tab === 'capacity' && <CapacityTab {...fields} waves={waves} />}
      {tab === 'calendar' && <CalendarTab {...fields} groupCount={groups.length} />}
      {tab === 'rules' && <RulesTab {...fields} groups={groups} />}
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

interface RulesTabProps {
  readonly form: LimitsForm;
  readonly errors: FormErrors;
  readonly change: SetForm;
  readonly groups: readonly GroupView[];
}

function RulesTab({ form, errors, change, groups }: RulesTabProps) {
  return (
    <>
      <Section title={limitsText.precedences} level={3} isDense>
        <OrderList precedences={form.precedences} groups={groups} onChange={(precedences) => change({ precedences })} />
      </Section>
      <Section title={limitsText.apart} level={3} isDense>
        <ApartList conflicts={form.conflicts} groups={groups} onChange={(conflicts) => change({ conflicts })} />
      </Section>
      <Section title={limitsText.dates} level={3} isDense>
        <DateList dates={form.dates} groups={groups} errors={errors} onChange={(dates) => change({ dates })} />
      </Section>
      <Section title={limitsText.pins} level={3} isDense>
        <PinList pins={form.pins} groups={groups} errors={errors} onChange={(pins) => change({ pins })} />
      </Section>
    </>
  );
}
