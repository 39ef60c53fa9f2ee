import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { GroupView } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState } from '../../store/app-context.tsx';
import { editGroupText } from '../../text/groups-panels.ts';
import { groupsText } from '../../text/groups.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { CutWarning, useCutPreview } from './cut-warning.tsx';
import type { ChangeView } from './groups-view.ts';
import { MachinePicker } from './machine-picker.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    maxHeight: '168px',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  chosen: { marginLeft: 'auto', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', alignSelf: 'center' },
});

interface EditPanelProps {
  readonly group: GroupView;
  readonly onView: ChangeView;
}

/** Changes a group by hand: who is in it. What that cuts is said while machines are chosen, not only when it is too late. */
export function EditPanel({ group, onView }: EditPanelProps) {
  const styles = useStyles();
  const app = useApp();
  const words = editGroupText;
  const machinesById = useAppState((state) => state.machinesById);
  const isByHand = group.reason === 'person';
  const [offered, setOffered] = useState(group.machineIds);
  const [chosen, setChosen] = useState<readonly string[]>(isByHand ? group.machineIds : []);
  const [title, setTitle] = useState(isByHand ? group.title : null);
  const [wasTried, setWasTried] = useState(false);
  const nameOf = (id: string): string => machinesById.get(id)?.name ?? id;
  const shownTitle = title ?? (chosen[0] === undefined ? '' : words.ofMachines(nameOf(chosen[0])));
  const preview = useCutPreview(chosen);
  const isCutting = preview !== null && preview.cutTieCount > 0;
  const close = (): void => onView({ panel: { kind: 'group', groupId: group.id } });
  const add = (id: string): void => {
    if (!offered.includes(id)) setOffered([...offered, id]);
    if (!chosen.includes(id)) setChosen([...chosen, id]);
  };
  const send = async (machineIds: readonly string[], name: string): Promise<void> => {
    const groupId = isByHand ? { groupId: group.id } : {};
    const changed = await app.ask('group.change', { ...groupId, title: name, machineIds: [...machineIds] }, words.notSaved);
    if (changed === null) return;
    app.notify({ tone: 'success', title: words.saved, text: groupsText.undo });
    onView({ panel: machineIds.length === 0 ? { kind: 'none' } : { kind: 'group', groupId: changed.groupId } });
  };
  const submit = (): void => {
    setWasTried(true);
    if (chosen.length > 0 && shownTitle.trim() !== '') void send(chosen, shownTitle.trim());
  };
  return (
    <DetailsPanel title={words.title(group.title)}>
      <form
        noValidate
        className={styles.form}
        data-testid="edit-group"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className={styles.text}>{isByHand ? words.meaningHand : words.meaning}</p>
        <Field label={words.name} required {...(wasTried && shownTitle.trim() === '' ? { validationMessage: words.nameMissing } : {})}>
          <Input value={shownTitle} maxLength={300} onChange={(_, data) => setTitle(data.value)} />
        </Field>
        <div role="group" aria-label={words.machines} className={styles.form}>
          <div className={styles.actions}>
            <Button size="small" onClick={() => setChosen(offered)}>
              {words.all}
            </Button>
            <Button size="small" onClick={() => setChosen([])}>
              {words.noneButton}
            </Button>
            <span className={styles.chosen}>{words.chosen(chosen.length)}</span>
          </div>
          <div className={styles.list}>
            {offered.map((id) => (
              <Checkbox
                key={id}
                label={nameOf(id)}
                checked={chosen.includes(id)}
                onChange={(_, data) => setChosen(data.checked === true ? [...chosen, id] : chosen.filter((other) => other !== id))}
              />
            ))}
          </div>
        </div>
        <CutWarning chosenCount={chosen.length} wasTried={wasTried} preview={preview} />
        <MachinePicker key={offered.length} label={words.add} value="" without={offered} onPick={add} />
        <div className={styles.actions}>
          <Button type="submit" appearance="primary">
            {isCutting ? words.submitAnyway : words.submit}
          </Button>
          <Button onClick={close}>{groupsText.cancel}</Button>
          {isByHand && (
            <Button appearance="subtle" title={words.giveBackMeaning} onClick={() => void send([], group.title)}>
              {words.giveBack}
            </Button>
          )}
        </div>
      </form>
    </DetailsPanel>
  );
}
