import { Link } from '@fluentui/react-components';

import { useReply } from '../../store/use-reply.ts';
import { azureText } from '../../text/azure.ts';
import { formatDayTime } from '../../text/common-format.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';
import { useAzureKey } from './use-azure.ts';

const MOST_SHOWN = 800;
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

function when(instant: string | null): string {
  return instant === null ? azureText.unknown : formatDayTime(instant);
}

/** Jobs of the vault, newest first, as they were last read. */
export function JobList() {
  const asked = useReply('azure.jobs', { limit: MOST_SHOWN }, useAzureKey());
  const words = azureText.jobs;
  if (asked.kind === 'failed') return <p role="alert">{asked.failure.detail}</p>;
  if (asked.kind === 'asking') return null;
  if (asked.value.total === 0) return <p>{words.none}</p>;
  return (
    <PlainTable
      label={words.label}
      columns={[
        { id: 'title', title: words.title },
        { id: 'target', title: words.target },
        { id: 'state', title: words.state },
        { id: 'started', title: words.started },
        { id: 'ended', title: words.ended },
        { id: 'portal', title: words.portal },
      ]}
      rows={asked.value.jobs.map((job) => ({
        id: job.id,
        cells: [
          job.title ?? job.scenario ?? job.name,
          job.targetName ?? azureText.unknown,
          <ToneMark key="state" tone={JOB_TONES[job.state] ?? 'undecided'}>
            {job.state}
          </ToneMark>,
          when(job.startedAt),
          when(job.endedAt),
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
  );
}

const SEVERITY_TONES: Readonly<Record<string, Tone>> = { Critical: 'blocked', Warning: 'warning', OK: 'ready' };

/** Events of the vault, as they were last read. */
export function EventList() {
  const asked = useReply('azure.events', { limit: MOST_SHOWN }, useAzureKey());
  const words = azureText.events;
  if (asked.kind === 'failed') return <p role="alert">{asked.failure.detail}</p>;
  if (asked.kind === 'asking') return null;
  if (asked.value.total === 0) return <p>{words.none}</p>;
  return (
    <PlainTable
      label={words.label}
      columns={[
        { id: 'severity', title: words.severity },
        { id: 'what', title: words.what, kind: 'long' },
        { id: 'object', title: words.object },
        { id: 'at', title: words.at },
      ]}
      rows={asked.value.events.map((event) => ({
        id: event.id,
        cells: [
          <ToneMark key="severity" tone={SEVERITY_TONES[event.severity ?? ''] ?? 'undecided'}>
            {event.severity ?? 'Unknown'}
          </ToneMark>,
          event.description ?? event.code ?? azureText.unknown,
          event.objectName ?? azureText.unknown,
          when(event.at),
        ],
      }))}
    />
  );
}
