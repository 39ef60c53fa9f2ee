import { Button, Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { CloudRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';

import type { AzureMachineView, AzureMatchView } from '../../../shared/contract/methods/azure-methods.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { azureMachineText } from '../../text/azure-machine.ts';
import { azureText, MATCH_WORDS } from '../../text/azure.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FactList } from '../../ui/facts.tsx';
import { PlainTable } from '../../ui/plain-table.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';
import { healthFacts, replicationFacts, targetFacts, testFacts } from './azure-facts.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 16px', margin: '0 0 16px' },
  asOf: { margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums', flex: '1 1 240px' },
  parts: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(280px, 1fr))', columnGap: '32px' },
  asked: { margin: '0 0 16px' },
  choices: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
  errors: { margin: 0, paddingLeft: '16px', display: 'flex', flexDirection: 'column', gap: '8px' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

const JOB_TONES: Readonly<Record<string, Tone>> = {
  Succeeded: 'done',
  CompletedWithInformation: 'done',
  Failed: 'blocked',
  PartiallySucceeded: 'warning',
  Cancelled: 'neutral',
  InProgress: 'running',
  NotStarted: 'waiting',
  Suspended: 'warning',
};

/** What Azure knows of one machine, as it was last read; all of it from the engagement. */
export function PageAzure({ machineId, isReadOnly }: { readonly machineId: string; readonly isReadOnly: boolean }) {
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const isReading = useAppState((state) => state.azure?.isReading === true);
  const asked = useReply('azure.machine', { machineId }, `${machineId}|${seq}|${isReading}`);
  const words = azureMachineText;
  if (asked.kind === 'failed') return <p role="alert">{asked.failure.detail}</p>;
  if (asked.kind === 'asking') return null;
  const { readAt, item, doubtful } = asked.value;
  if (readAt === null)
    return (
      <EmptyState
        icon={<CloudRegular />}
        title={azureText.empty.title}
        text={words.nothingRead}
        action={<Button onClick={() => app.go('azure')}>{words.goToAzure}</Button>}
      />
    );
  return (
    <div data-testid="machine-azure-page">
      <Head view={asked.value} machineId={machineId} isReadOnly={isReadOnly} isReading={isReading} />
      {doubtful.map((match) => (
        <Question key={`${match.kind} ${match.id}`} match={match} machineId={machineId} isReadOnly={isReadOnly} />
      ))}
      {item === null ? <NoItem view={asked.value} /> : <Item view={{ ...asked.value, item, readAt }} />}
    </div>
  );
}

interface HeadProps {
  readonly view: AzureMachineView;
  readonly machineId: string;
  readonly isReadOnly: boolean;
  readonly isReading: boolean;
}

/** From which vault and when; and how to get it newer. */
function Head({ view, machineId, isReadOnly, isReading }: HeadProps) {
  const styles = useStyles();
  const app = useApp();
  const words = azureMachineText;
  const target = useSnapshot((snapshot) => snapshot.azure.target);
  const isSignedIn = useAppState((state) => state.azure?.signIn.kind === 'signed-in');
  const [isAsking, setIsAsking] = useState(false);
  const why = isReadOnly
    ? words.readOnly
    : isReading || isAsking
      ? words.running
      : view.isRehearsal || (isSignedIn && target?.vaultId != null)
        ? null
        : words.signInFirst;
  const read = async (): Promise<void> => {
    setIsAsking(true);
    await app.ask('azure.sync', { machineId }, azureText.readFailed);
    setIsAsking(false);
  };
  return (
    <div className={styles.head}>
      <p className={styles.asOf}>{words.asOf(view)}</p>
      {view.item?.portal != null && (
        <Link href={view.item.portal} target="_blank" rel="noreferrer">
          {azureText.item.portal}
        </Link>
      )}
      <Button size="small" onClick={() => app.go('azure')}>
        {words.goToAzure}
      </Button>
      <Button size="small" disabledFocusable={why !== null} title={why ?? words.readHint} onClick={() => void read()}>
        {isReading || isAsking ? azureText.reading : words.read}
      </Button>
    </div>
  );
}

/** A doubtful match is asked about where the machine is looked at, too. */
function Question({
  match,
  machineId,
  isReadOnly,
}: {
  readonly match: AzureMatchView;
  readonly machineId: string;
  readonly isReadOnly: boolean;
}) {
  const styles = useStyles();
  const app = useApp();
  const words = azureMachineText.doubt;
  const decide = (own: string | null): void => void app.ask('azure.match', { itemId: match.id, machineId: own }, azureText.matches.failed);
  const own = match.candidates.find((candidate) => candidate.machineId === machineId);
  if (own === undefined) return null;
  return (
    <MessageBar intent="warning" layout="multiline" className={styles.asked} data-testid="machine-azure-doubt">
      <MessageBarBody>
        <MessageBarTitle>{words.title(match.name)}</MessageBarTitle>
        {words.why(
          MATCH_WORDS[own.by],
          own.against.map((kind) => MATCH_WORDS[kind]),
        )}
        <div className={styles.choices}>
          <Button size="small" disabled={isReadOnly} onClick={() => decide(machineId)}>
            {words.yes}
          </Button>
          {match.candidates
            .filter((candidate) => candidate.machineId !== machineId)
            .map((candidate) => (
              <Button key={candidate.machineId} size="small" disabled={isReadOnly} onClick={() => decide(candidate.machineId)}>
                {azureText.matches.is(candidate.name)}
              </Button>
            ))}
          <Button size="small" appearance="subtle" disabled={isReadOnly} onClick={() => decide(null)}>
            {azureText.matches.notThis}
          </Button>
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}

/** Not under replication: what can be said nevertheless. */
function NoItem({ view }: { readonly view: AzureMachineView }) {
  const words = azureMachineText;
  return (
    <Section title={words.parts.state} note={words.source.list(view.readAt)}>
      <p>{view.discovered === null ? words.noItem : words.discovered(view.discovered.name)}</p>
      {view.discovered !== null && view.discovered.problems.length > 0 && (
        <ul>
          {view.discovered.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type WithItem = AzureMachineView & { readonly item: NonNullable<AzureMachineView['item']>; readonly readAt: string };

function Item({ view }: { readonly view: WithItem }) {
  const styles = useStyles();
  const { item, readAt } = view;
  const words = azureMachineText;
  const list = words.source.list(readAt);
  const own = words.source.item(item.detailsAt, readAt);
  return (
    <>
      <div className={styles.parts}>
        <Section title={words.parts.state} note={list}>
          <FactList facts={healthFacts(item)} />
        </Section>
        <Section title={words.parts.replication} note={own}>
          <FactList facts={replicationFacts(item)} />
        </Section>
        <Section title={words.parts.target} note={own}>
          <FactList facts={targetFacts(item, view.planned)} />
        </Section>
        <Section title={words.parts.test} note={list}>
          <FactList facts={testFacts(item)} />
        </Section>
      </div>
      {item.health.length > 0 && (
        <Section title={azureText.item.problems} note={list}>
          <ul className={styles.errors}>
            {item.health.map((error, index) => (
              <li key={`${error.code} ${index}`}>
                {[error.code, error.message].filter((each) => each !== null).join(' ')}
                <div className={styles.small}>{[error.causes, error.action].filter((each) => each !== null).join(' ')}</div>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Jobs view={view} note={words.source.jobs(readAt)} />
      <Points view={view} />
    </>
  );
}

function Jobs({ view, note }: { readonly view: WithItem; readonly note: ReactNode }) {
  const words = azureText.jobs;
  return (
    <Section title={azureMachineText.parts.jobs} note={note}>
      {view.jobs.length === 0 ? (
        <p>{azureMachineText.noJobs}</p>
      ) : (
        <PlainTable
          label={azureMachineText.parts.jobs}
          columns={[
            { id: 'title', title: words.title },
            { id: 'state', title: words.state },
            { id: 'started', title: words.started },
            { id: 'ended', title: words.ended },
            { id: 'portal', title: words.portal },
          ]}
          rows={view.jobs.map((job) => ({
            id: job.id,
            cells: [
              job.title ?? job.scenario ?? job.name,
              <ToneMark key="state" tone={JOB_TONES[job.state] ?? 'undecided'}>
                {job.state}
              </ToneMark>,
              job.startedAt === null ? azureText.unknown : formatDayTime(job.startedAt),
              job.endedAt === null ? azureText.unknown : formatDayTime(job.endedAt),
              job.portal === null ? (
                azureText.unknown
              ) : (
                <Link key="portal" href={job.portal} target="_blank" rel="noreferrer">
                  {words.portal}
                </Link>
              ),
            ],
          }))}
        />
      )}
    </Section>
  );
}

function Points({ view: { item } }: { readonly view: WithItem }) {
  const words = azureMachineText.points;
  const { points, pointsAt } = item;
  return (
    <Section title={azureMachineText.parts.points} {...(pointsAt === null ? {} : { note: azureMachineText.source.points(pointsAt) })}>
      {points === null ? (
        <p>{words.notRead}</p>
      ) : points.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <PlainTable
          label={azureMachineText.parts.points}
          columns={[
            { id: 'at', title: words.at },
            { id: 'kind', title: words.kind },
          ]}
          rows={points.map((point, index) => ({
            id: `${point.at} ${index}`,
            cells: [
              point.at === null ? azureText.unknown : formatDayTime(point.at),
              words.kinds[point.kind ?? ''] ?? point.kind ?? azureText.unknown,
            ],
          }))}
        />
      )}
    </Section>
  );
}
