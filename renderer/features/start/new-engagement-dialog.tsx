import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import { useState } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { scenarioChoices } from '../../text/common-scenarios.ts';
import { newEngagementText as words } from '../../text/start.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { PlacePicker } from './place-picker.tsx';
import { pathToCreate, type Place } from './place.ts';
import { useLastFolder } from './use-last-folder.ts';

/** The settings say more about each; here a person knows what they came for. */
const scenarioTitles = scenarioChoices.map(({ id, title }) => ({ id, title }));

const useStyles = makeStyles({
  surface: { width: 'min(680px, calc(100vw - 32px))', maxWidth: 'none' },
  form: { display: 'flex', flexDirection: 'column', gap: '16px' },
});

/** Name, customer, scenarios, place: all that is needed to begin. */
export function NewEngagementDialog() {
  const styles = useStyles();
  const app = useApp();
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && app.closeOverlay()}>
      <DialogSurface className={styles.surface}>
        <NewEngagementForm onCancel={app.closeOverlay} onCreated={app.closeOverlay} />
      </DialogSurface>
    </Dialog>
  );
}

function useCreate(onCreated: () => void) {
  const app = useApp();
  const info = useAppState((state) => state.info);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const create = async (form: {
    readonly name: string;
    readonly customer: string;
    readonly scenarios: readonly string[];
    readonly place: Place;
  }): Promise<boolean> => {
    if (info === null || isBusy) return false;
    setIsBusy(true);
    setProblem(null);
    const path = pathToCreate(form.place, form.name, info);
    const { name, customer, scenarios } = form;
    const reply = await app.client.call('engagement.create', {
      name,
      customer,
      scenarios: [...scenarios],
      ...(path === undefined ? {} : { path }),
    });
    setIsBusy(false);
    if (!reply.ok) {
      setProblem(reply.failure.detail);
      return false;
    }
    onCreated();
    return true;
  };
  return { create, problem, isBusy };
}

function NewEngagementForm({ onCancel, onCreated }: { readonly onCancel: () => void; readonly onCreated: () => void }) {
  const styles = useStyles();
  const [lastFolder, keepFolder] = useLastFolder('create');
  const [name, setName] = useState('');
  const [customer, setCustomer] = useState('');
  const [scenarios, setScenarios] = useState<readonly string[]>(['vmware']);
  const [place, setPlace] = useState<Place>({ kind: 'folder', folder: lastFolder });
  const [wasTried, setWasTried] = useState(false);
  const { create, problem, isBusy } = useCreate(onCreated);
  const nameError = wasTried && name.trim() === '' ? words.nameMissing : null;
  const scenariosError = scenarios.length === 0 ? words.scenariosMissing : null;

  const submit = async (): Promise<void> => {
    setWasTried(true);
    if (name.trim() === '' || scenarios.length === 0) return;
    const isCreated = await create({ name: name.trim(), customer: customer.trim(), scenarios, place });
    if (isCreated && place.kind === 'folder') keepFolder(place.folder);
  };

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <DialogBody>
        <DialogTitle>{words.title}</DialogTitle>
        <DialogContent className={styles.form}>
          {problem !== null && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{problem}</MessageBarBody>
            </MessageBar>
          )}
          <Field label={words.name} required {...(nameError === null ? {} : { validationMessage: nameError })}>
            <Input autoFocus value={name} maxLength={300} placeholder={words.namePlaceholder} onChange={(_, data) => setName(data.value)} />
          </Field>
          <Field label={words.customer} hint={words.customerHint}>
            <Input value={customer} maxLength={300} onChange={(_, data) => setCustomer(data.value)} />
          </Field>
          <Field
            label={words.scenarios}
            hint={words.scenariosHint}
            {...(scenariosError === null ? {} : { validationMessage: scenariosError })}
          >
            <ChoiceList label={words.scenarios} choices={scenarioTitles} chosen={scenarios} onChange={setScenarios} />
          </Field>
          <PlacePicker place={place} name={name} onChange={setPlace} />
        </DialogContent>
        <DialogActions>
          <Button type="submit" appearance="primary" disabledFocusable={isBusy}>
            {isBusy ? words.creating : words.create}
          </Button>
          <Button onClick={onCancel}>{words.cancel}</Button>
        </DialogActions>
      </DialogBody>
    </form>
  );
}
