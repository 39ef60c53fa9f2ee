import { Button, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Tab, TabList } from '@fluentui/react-components';
import { CloudRegular } from '@fluentui/react-icons';

import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useScreenMemory } from '../../store/screen-memory.ts';
import { useReply } from '../../store/use-reply.ts';
import { azureText } from '../../text/azure.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { DetailsPanel, ScreenLayout } from '../../ui/screen-layout.tsx';
import { CheckList } from './check-list.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { ItemDetails } from './item-details.tsx';
import { ItemList } from './item-list.tsx';
import { EventList, JobList } from './job-list.tsx';
import { MatchList } from './match-list.tsx';
import { useAzureCommands } from './use-azure-commands.ts';
import { useAzureActs, useAzureKey } from './use-azure.ts';
import { VaultView } from './vault-view.tsx';

type View = keyof typeof azureText.views;
const VIEWS = Object.keys(azureText.views) as View[];

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  notice: { margin: '0 24px 8px', flexShrink: 0 },
  view: { flex: '1 1 0', minHeight: 0, overflow: 'auto', padding: '0 24px 16px' },
  grid: { flex: '1 1 0', minHeight: 0 },
  tabs: { margin: '0 -8px' },
});

/** Is the service ready for us? */
export function AzureScreen() {
  const styles = useStyles();
  const app = useApp();
  const azure = useSnapshot((snapshot) => snapshot.azure);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const status = useAppState((state) => state.azure);
  const [view, setView] = useScreenMemory<View>('azure.view', 'items');
  const [itemId, setItemId] = useScreenMemory<string | null>('azure.item', null);
  const acts = useAzureActs();
  const key = useAzureKey();
  const overview = useReply('azure.overview', {}, `${key}|${azure.isRehearsing}`);
  const known = overview.kind === 'answered' ? overview.value : null;
  const canRead = azure.isRehearsing || (status?.signIn.kind === 'signed-in' && azure.target?.vaultId != null);
  const why = isReadOnly
    ? 'this file can only be read'
    : acts.running !== null
      ? 'it is running already'
      : canRead
        ? null
        : 'sign in and choose a vault first';
  useAzureCommands({ acts, why, isRehearsing: azure.isRehearsing, isReadOnly });
  return (
    <ScreenLayout
      isFlush
      title={azureText.title}
      answer={azureText.answer(azure)}
      actions={
        <>
          <Button
            disabled={isReadOnly || acts.running !== null}
            title={azureText.rehearsal.startHint}
            onClick={() => acts.rehearse(!azure.isRehearsing)}
          >
            {azure.isRehearsing ? azureText.rehearsal.stop : azureText.rehearsal.start}
          </Button>
          {acts.running === null ? (
            <Button disabledFocusable={why !== null} title={why ?? undefined} onClick={acts.read}>
              {azureText.read}
            </Button>
          ) : (
            <Button onClick={acts.stop}>{azureText.stopReading}</Button>
          )}
          <Button appearance="primary" disabledFocusable={why !== null} title={why ?? undefined} onClick={acts.check}>
            {acts.running === null ? azureText.check : azureText.reading}
          </Button>
        </>
      }
      toolbar={
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={view}
          aria-label={azureText.view}
          onTabSelect={(_, data) => setView(data.value as View)}
        >
          {VIEWS.map((id) => (
            <Tab key={id} value={id}>
              {azureText.views[id]}
            </Tab>
          ))}
        </TabList>
      }
      details={
        itemId !== null && view === 'items' && known !== null ? (
          <ItemDetails itemId={itemId} onClose={() => setItemId(null)} />
        ) : (
          <DetailsPanel title={azureText.connection.title}>
            <ConnectionPanel status={status} azure={azure} rights={known?.rights ?? null} isReadOnly={isReadOnly} />
          </DetailsPanel>
        )
      }
    >
      <div className={styles.body}>
        {azure.isRehearsing && (
          <div className={styles.notice} data-testid="rehearsal-notice">
            <MessageBar intent="warning">
              <MessageBarBody>
                <MessageBarTitle>{azureText.rehearsal.title}</MessageBarTitle>
                {azureText.rehearsal.text}
              </MessageBarBody>
            </MessageBar>
          </div>
        )}
        {known?.kind.isReadOnly === true && view !== 'vault' && (
          <div className={styles.notice}>
            <MessageBar intent="warning" layout="multiline">
              <MessageBarBody>
                <MessageBarTitle>{known.kind.title}</MessageBarTitle>
                {known.kind.advice}
              </MessageBarBody>
            </MessageBar>
          </div>
        )}
        {known === null && view !== 'checks' ? (
          <EmptyState icon={<CloudRegular />} title={azureText.empty.title} text={azureText.empty.text} />
        ) : view === 'items' ? (
          <ItemList chosenId={itemId} onChoose={setItemId} />
        ) : (
          <div className={styles.view} tabIndex={0} role="group" aria-label={azureText.views[view]}>
            {view === 'vault' && known !== null && <VaultView overview={known} />}
            {view === 'jobs' && <JobList />}
            {view === 'events' && <EventList />}
            {view === 'checks' && <CheckList onStep={(stepId) => app.go('checklist', stepId)} />}
            {view === 'matches' && <MatchList isReadOnly={isReadOnly} />}
          </div>
        )}
      </div>
    </ScreenLayout>
  );
}
