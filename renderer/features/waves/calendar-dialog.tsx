import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';

import { calendarText } from '../../text/limits.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { likelyUse, type Becomes, type CalendarFile } from './calendar-choice.ts';
import { dayRange, shortWindow } from './window-words.ts';

const useStyles = makeStyles({
  surface: { width: 'min(760px, calc(100vw - 32px))', maxWidth: 'none' },
  table: { maxHeight: 'min(360px, 42vh)' },
  summary: { display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: '8px', margin: '0 0 8px' },
  grow: { flex: '1 1 auto', fontVariantNumeric: 'tabular-nums' },
  note: { margin: '8px 0 0', color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: '18px', color: tokens.colorNeutralForeground2 },
});

const USES: readonly Becomes[] = ['freeze', 'window', 'nothing'];

interface CalendarDialogProps {
  readonly file: CalendarFile;
  readonly timeZone: string;
  readonly onTake: (chosen: readonly Becomes[]) => void;
  readonly onClose: () => void;
}

/** The events of a calendar file, each with what it becomes. Nothing counts before it is taken over and the limits are saved. */
export function CalendarDialog({ file, timeZone, onTake, onClose }: CalendarDialogProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<readonly Becomes[]>(() => file.events.map(likelyUse));
  const count = (use: Becomes): number => chosen.filter((one) => one === use).length;
  const isNothing = count('nothing') === chosen.length;
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface className={styles.surface} data-testid="calendar-dialog">
        <DialogBody>
          <DialogTitle>{calendarText.title(file.fileName)}</DialogTitle>
          <DialogContent>
            <div className={styles.summary}>
              <span className={styles.grow} role="status">
                {calendarText.summary(chosen.length, count('freeze'), count('window'))}
              </span>
              <UseChoice label={calendarText.all} value={null} onChange={(use) => setChosen(chosen.map(() => use))} />
            </div>
            <PlainTable
              className={styles.table}
              label={calendarText.table}
              columns={[
                { id: 'when', title: calendarText.when },
                { id: 'what', title: calendarText.what },
                { id: 'becomes', title: calendarText.becomes },
              ]}
              rows={file.events.map((event, index) => {
                const when = event.isAllDay
                  ? dayRange({ ...event, endsAt: lastDay(event.endsAt) }, timeZone)
                  : shortWindow(event, event.timeZone);
                return {
                  id: `${index}`,
                  cells: [
                    when,
                    event.title,
                    <UseChoice
                      key="use"
                      label={calendarText.becomesOf(event.title, when)}
                      value={chosen[index] ?? 'nothing'}
                      onChange={(use) => setChosen(chosen.map((known, place) => (place === index ? use : known)))}
                    />,
                  ],
                };
              })}
            />
            {file.warnings.map((warning) => (
              <p key={warning} className={styles.note}>
                {warning}
              </p>
            ))}
            {file.skipped.length > 0 && (
              <Section title={calendarText.skipped} note={file.skipped.length} level={3} isDense>
                <ul className={styles.list}>
                  {file.skipped.slice(0, 20).map(({ what, reason }, index) => (
                    // Two events may have the same name and reason.
                    // oxlint-disable-next-line react/no-array-index-key
                    <li key={index}>{`${what}: ${reason}`}</li>
                  ))}
                </ul>
              </Section>
            )}
            <p className={styles.note}>{count('window') > 0 ? `${calendarText.windowsReplace} ${calendarText.note}` : calendarText.note}</p>
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabledFocusable={isNothing} onClick={() => !isNothing && onTake(chosen)}>
              {calendarText.take}
            </Button>
            <Button onClick={onClose}>{calendarText.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** The day before an end at midnight: "until 1 April" means that the last day is 31 March. */
function lastDay(endsAt: string): string {
  return new Date(Date.parse(endsAt) - 1).toISOString();
}

function UseChoice({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Becomes | null;
  readonly onChange: (use: Becomes) => void;
}) {
  return (
    <Select
      size="small"
      aria-label={label}
      value={value ?? ''}
      onChange={(_, data) => {
        const use = USES.find((one) => one === data.value);
        if (use !== undefined) onChange(use);
      }}
    >
      {value === null && <option value="">{`${calendarText.all} …`}</option>}
      {USES.map((use) => (
        <option key={use} value={use}>
          {calendarText[use]}
        </option>
      ))}
    </Select>
  );
}
