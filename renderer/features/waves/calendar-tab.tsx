import { Button, Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { CalendarAddRegular } from '@fluentui/react-icons';
import { useId, useMemo, useRef } from 'react';

import { windowsFromLimits } from '../../../shared/planner/calendar.ts';
import { calendarText, limitsText } from '../../text/limits.ts';
import { Section } from '../../ui/section.tsx';
import { withCalendar } from './calendar-choice.ts';
import { CalendarDialog } from './calendar-dialog.tsx';
import { FreezeList } from './freeze-list.tsx';
import { LimitField, useFieldStyles, wrong, type FieldsProps } from './limits-fields.tsx';
import { readForm, windowForm, type LimitsForm } from './limits-form.ts';
import { useCalendarFile } from './use-calendar-file.ts';
import { WindowList } from './window-list.tsx';

const useStyles = makeStyles({
  problem: { color: tokens.colorStatusDangerForeground1, margin: '8px 0 0' },
  import: { marginBottom: '16px' },
});

/** As many windows are written out as any plan could need, but no more than a person would look through. */
const MOST_WRITTEN_OUT = 26;

/** When machines may move: the rhythm, or windows one by one, and freezes; also from a calendar file. */
export function CalendarTab(props: FieldsProps & { readonly groupCount: number }) {
  const styles = useFieldStyles();
  const { form, errors, change, groupCount } = props;
  const zonesId = useId();
  const zones = useMemo(() => ['UTC', ...Intl.supportedValuesOf('timeZone')], []);
  return (
    <>
      <CalendarImport form={form} change={change} />
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
          <LimitField
            {...props}
            name="firstWindow"
            label={limitsText.firstWindow}
            hint={limitsText.firstWindowHint(form.timeZone)}
            isMoment
          />
          <div className={styles.pair}>
            <LimitField {...props} name="daysBetweenWindows" label={limitsText.daysBetween} placeholder="" />
            <LimitField {...props} name="windowHours" label={limitsText.hours} placeholder="" />
          </div>
          <LimitField {...props} name="lastWindow" label={limitsText.lastWindow} isMoment />
          <LimitField {...props} name="notBefore" label={limitsText.openFrom} hint={limitsText.openFromHint} isMoment />
        </div>
      </Section>
      <Section title={limitsText.windows} note={form.windows.length === 0 ? '' : form.windows.length} level={3} isDense>
        <WindowList form={form} errors={errors} rhythm={rhythmOf(form, groupCount)} onChange={(windows) => change({ windows })} />
      </Section>
      <Section title={limitsText.freezes} level={3} isDense>
        <FreezeList freezes={form.freezes} errors={errors} onChange={(freezes) => change({ freezes })} />
      </Section>
    </>
  );
}

function CalendarImport({ form, change }: Pick<FieldsProps, 'form' | 'change'>) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const calendar = useCalendarFile();
  const { file } = calendar;
  return (
    <div className={styles.import}>
      <Button
        size="small"
        icon={calendar.isReading ? <Spinner size="tiny" /> : <CalendarAddRegular />}
        onClick={() => input.current?.click()}
      >
        {calendar.isReading ? calendarText.reading : limitsText.importCalendar}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".ics,.ical,text/calendar"
        data-testid="calendar-file"
        aria-label={calendarText.choose}
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = '';
          if (chosen !== undefined) calendar.read(chosen, form.timeZone);
        }}
      />
      <div role="alert">{calendar.problem !== null && <p className={styles.problem}>{calendar.problem}</p>}</div>
      {file !== null && (
        <CalendarDialog
          file={file}
          timeZone={form.timeZone}
          onClose={calendar.forget}
          onTake={(chosen) => {
            change(withCalendar(form, file.events, chosen));
            calendar.forget();
          }}
        />
      )}
    </div>
  );
}

function rhythmOf(form: LimitsForm, groupCount: number): LimitsForm['windows'] | null {
  const read = readForm(form);
  if (!read.ok || read.limits.firstWindowStartsAt === null) return null;
  const { limits } = read;
  const reach = { openCount: Math.min(groupCount, MOST_WRITTEN_OUT), countFrom: null, until: null };
  return windowsFromLimits({ ...limits, windows: [], freezes: [] }, reach, read.limits.firstWindowStartsAt).map((window) =>
    windowForm({ ...window, machines: null, gib: null, teams: null }),
  );
}
