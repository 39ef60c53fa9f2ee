import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';

import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { sharedText } from '../../text/groups-rules.ts';
import { groupsText } from '../../text/groups.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import type { ChangeView } from './groups-view.ts';
import { MachinePicker } from './machine-picker.tsx';
import { RuleEffect } from './rule-effect.tsx';
import { withMachine, type Summary } from './shared-services.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface SharedMachinePanelProps {
  readonly summary: Summary;
  /** `null`: still to be named. */
  readonly machineId: string | null;
  readonly onView: ChangeView;
}

/** A machine that serves everybody, or is said not to; shows what the decision makes of the groups. */
export function SharedMachinePanel({ summary, machineId, onView }: SharedMachinePanelProps) {
  const styles = useStyles();
  const app = useApp();
  const machinesById = useAppState((state) => state.machinesById);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const [picked, setPicked] = useState('');
  const id = machineId ?? picked;
  const name = machinesById.get(id)?.name ?? id;
  const { rules } = summary;
  const isOwn = rules.ownMachineIds.includes(id);
  const shared = summary.sharedMachines.find((machine) => machine.id === id);
  const decision = machineId === null ? 'shared' : isOwn ? 'nothing' : 'own';
  const changed = id === '' ? null : withMachine(rules, id, decision);
  const words = {
    shared: { button: sharedText.saveNew, what: sharedText.what.addMachine },
    own: { button: sharedText.unshare, what: sharedText.what.unshare },
    nothing: { button: sharedText.removeOwn, what: sharedText.what.forget },
  }[decision];
  const save = async (): Promise<void> => {
    if (changed === null) return;
    const saved = await app.ask('dependency.set-rules', { rules: changed, what: words.what(name).slice(0, 300) }, groupsText.notSaved);
    if (saved === null) return;
    app.notify({ tone: 'success', title: sharedText.saved, text: groupsText.undo });
    onView({ panel: { kind: 'none' } });
  };
  return (
    <DetailsPanel title={machineId === null ? sharedText.machineTitle : name}>
      <div className={styles.form} data-testid="shared-machine">
        {machineId === null && <MachinePicker label={sharedText.addMachine} value={picked} onPick={setPicked} />}
        {machineId !== null && <span>{sharedText.kinds[isOwn ? 'own' : (shared?.by ?? 'person')]}</span>}
        {shared !== undefined && <span>{sharedText.peers(shared.peers)}</span>}
        <RuleEffect rules={changed} />
        <div className={styles.actions}>
          {!isReadOnly && id !== '' && (
            <Button appearance={machineId === null ? 'primary' : 'secondary'} onClick={() => void save()}>
              {words.button}
            </Button>
          )}
          <Button appearance="subtle" onClick={() => onView({ panel: { kind: 'none' } })}>
            {groupsText.cancel}
          </Button>
        </div>
      </div>
    </DetailsPanel>
  );
}
