import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { useApp } from '../../store/app-context.tsx';
import { scenarioChoices } from '../../text/common-scenarios.ts';
import { inventoryText } from '../../text/inventory.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', gap: '8px' },
});

interface SetScenarioProps {
  readonly rows: readonly MachineRow[];
  readonly onDone: () => void;
}

/** Says how machines are migrated, one or many. Their checklist, rules and operations follow from it. */
export function SetScenario({ rows, onDone }: SetScenarioProps) {
  const styles = useStyles();
  const app = useApp();
  const words = inventoryText.scenarioForm;
  const present = new Set(rows.map((row) => row.scenario));
  // Nothing is chosen beforehand where the machines differ: a click too many would make them the same.
  const [chosen, setChosen] = useState(present.size === 1 ? (rows[0]?.scenario ?? '') : '');
  const save = async (): Promise<void> => {
    if (chosen === '') return;
    const saved = await app.ask('machine.set-scenario', { machineIds: rows.map((row) => row.id), scenario: chosen }, words.notSaved);
    if (saved === null) return;
    app.notify({ tone: 'success', title: saved.changed === 0 ? words.nothing : words.saved(saved.changed), text: inventoryText.edit.undo });
    onDone();
  };
  return (
    <DetailsPanel title={words.title(rows.length, rows[0]?.name ?? '')}>
      <form
        className={styles.form}
        data-testid="set-scenario"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <RadioGroup aria-label={words.label} value={chosen} onChange={(_, data) => setChosen(data.value)}>
          {scenarioChoices.map(({ id, title, text }) => (
            <Radio
              key={id}
              value={id}
              label={
                <>
                  {title}
                  <div className={styles.text}>{text}</div>
                </>
              }
            />
          ))}
        </RadioGroup>
        <div className={styles.actions}>
          <Button type="submit" appearance="primary" disabledFocusable={chosen === ''}>
            {words.submit}
          </Button>
          <Button onClick={onDone}>{inventoryText.edit.cancel}</Button>
        </div>
      </form>
    </DetailsPanel>
  );
}
