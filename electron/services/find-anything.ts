import type { MethodOutput } from '../../shared/contract/methods.ts';
import { describeEntry } from '../../shared/journal/describe-entry.ts';
import { namesOf } from '../../shared/snapshot/names.ts';
import type { Session } from './session.ts';

type Found = MethodOutput<'search.find'>[number];

/** Machines, groups, waves, steps, rules and journal entries whose words hold the text; exact beginnings first. */
export function findAnything(session: Session, text: string, limit: number): Found[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  const derived = session.derived();
  const hits: { readonly rank: number; readonly found: Found }[] = [];
  const offer = (words: string, found: Found): void => {
    const place = words.toLowerCase().indexOf(wanted);
    if (place >= 0) hits.push({ rank: place === 0 ? 0 : 1, found });
  };
  for (const row of derived.rows.values()) {
    const detail = [row.osName, row.application, row.ipAddresses].filter((part) => part !== null).join(' · ');
    offer(`${row.name} ${row.fqdn ?? ''} ${row.ipAddresses ?? ''} ${row.application ?? ''}`, {
      kind: 'machine',
      id: row.id,
      title: row.name,
      detail,
      screen: 'inventory',
    });
  }
  for (const group of derived.groupViews) {
    if (group.reason === 'single') continue;
    offer(group.title, {
      kind: 'group',
      id: group.id,
      title: group.title,
      detail: `${group.machineIds.length} machines`,
      screen: 'groups',
    });
  }
  for (const wave of derived.plan?.waves ?? [])
    offer(wave.title, { kind: 'wave', id: wave.id, title: wave.title, detail: `${wave.machineCount} machines`, screen: 'waves' });
  for (const step of derived.checklist.steps)
    offer(step.title, { kind: 'step', id: step.id, title: step.title, detail: step.doneWhen, screen: 'checklist' });
  for (const rule of derived.readiness.rules)
    offer(`${rule.id} ${rule.title}`, { kind: 'rule', id: rule.id, title: rule.title, detail: rule.id, screen: 'readiness' });
  const names = namesOf(derived.engagement);
  for (const entry of session.entries().slice(-MOST_ENTRIES).toReversed()) {
    const { title, detail } = describeEntry(entry, names);
    offer(`${title} ${detail}`, { kind: 'entry', id: entry.id, title, detail: entry.recordedAt, screen: 'journal' });
  }
  return hits
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map((hit) => hit.found);
}

/** Searching older entries is the journal screen's own filter; here the answer must come within a keystroke. */
const MOST_ENTRIES = 2000;
