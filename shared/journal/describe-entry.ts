import { assertNever } from '../domain/assert-never.ts';
import { fieldTitle } from '../domain/machine-fields.ts';
import type { PlanObjective } from '../domain/wave.ts';
import { describeChecked, describeMatch, describeRead, describeRehearsal, describeTarget } from './describe-azure.ts';
import {
  describeBacklog,
  describeFacts,
  describeOverride,
  describeRecord,
  describeSizes,
  describeWithdrawal,
} from './describe-readiness.ts';
import { listed, plural, words, type EntryWords, type Names } from './entry-words.ts';
import type { Entry, EntryPayload } from './entry.ts';

export type { EntryWords, Names } from './entry-words.ts';

export function describeEntry(entry: Entry, names: Names): EntryWords {
  switch (entry.kind) {
    case 'engagement.created':
      return words(`Created the engagement “${entry.payload.settings.name}”`, '', entry.payload.settings.customer, 'overview');
    case 'engagement.settings-changed':
      return describeSettings(entry.payload.changes, names);
    case 'journal.replica-joined':
      return words(`Opened the engagement for the first time on ${entry.payload.machineName}`, '', '', 'journal');
    case 'journal.note-added':
      return words('Added a note', '', entry.payload.text, 'journal');
    case 'journal.entry-undone':
      return words(`Undid: ${entry.payload.what}`, '', '', 'journal', entry.payload.entryId);
    case 'journal.entry-redone':
      return words(`Did again: ${entry.payload.what}`, '', '', 'journal', entry.payload.entryId);
    case 'inventory.imported':
      return describeImport(entry.payload);
    case 'machine.values-set':
      return describeValues(entry.payload, names);
    case 'machine.source-chosen': {
      const { field, fileName, values } = entry.payload;
      const ids = Object.keys(values);
      const of = `${fieldInSentence(field)} of ${ids.length === 1 ? names.machine(ids[0] ?? '') : plural(ids.length, 'machine')}`;
      return words(`Took ${of} from ${fileName}`, `take ${of} from ${fileName}`, '', 'inventory', ids[0] ?? null);
    }
    case 'machine.scope-set': {
      const what = `${plural(entry.payload.machineIds.length, 'machine')} ${entry.payload.isInScope ? 'into' : 'out of'} scope`;
      return words(`Took ${what}`, `take ${what}`, entry.payload.reason, 'inventory', entry.payload.machineIds[0] ?? null);
    }
    case 'machine.merged': {
      const what = listed(entry.payload.names);
      return words(`Merged ${what} into one machine`, `merge ${what}`, entry.payload.reason, 'inventory', entry.payload.keepId);
    }
    case 'machine.kept-apart':
      return words(
        `Kept ${entry.payload.names.join(' and ')} apart`,
        'keep two machines apart',
        entry.payload.reason,
        'inventory',
        entry.payload.machineIds[0] ?? null,
      );
    case 'machine.scenario-set': {
      const { machineIds, scenario } = entry.payload;
      const what = machineIds.length === 1 ? names.machine(machineIds[0] ?? '') : plural(machineIds.length, 'machine');
      const title = `the scenario of ${what} to ${names.scenario(scenario)}`;
      return words(`Set ${title}`, `set ${title}`, '', 'inventory', machineIds[0] ?? null);
    }
    case 'group.changed':
      if (entry.payload.machineIds.length === 0)
        return words(`Gave up the move group “${entry.payload.title}”`, `give up ${entry.payload.title}`, '', 'groups');
      return words(
        `Changed the move group “${entry.payload.title}”`,
        `change ${entry.payload.title}`,
        plural(entry.payload.machineIds.length, 'machine'),
        'groups',
        entry.payload.groupId,
      );
    case 'dependencies.rules-changed':
      return words(`Changed the rules of dependencies: ${entry.payload.what}`, entry.payload.what, '', 'groups');
    case 'plan.limits-changed':
      return words('Changed the limits of waves', 'change limits', '', 'waves');
    case 'plan.adopted': {
      const waves = plural(entry.payload.waves.length, 'wave');
      return words(
        `Put a plan of ${waves} in force`,
        `plan ${waves}`,
        `${atLeast(entry.payload)} ${entry.payload.lowerBoundReason}`,
        'waves',
      );
    }
    case 'plan.groups-moved': {
      const what = `${plural(entry.payload.groupIds.length, 'group')} to ${names.wave(entry.payload.toWaveId)}`;
      return words(`Moved ${what}`, `move ${what}`, listed(entry.payload.groupIds.map(names.group)), 'waves', entry.payload.toWaveId);
    }
    case 'checklist.items-marked':
      return describeMark(entry.payload, names);
    case 'checklist.evidence-added':
      return words(
        `Added evidence to “${names.step(entry.payload.stepId)}”`,
        'add evidence',
        entry.payload.evidence.text,
        'checklist',
        entry.payload.stepId,
      );
    case 'machine.sizes-adopted':
      return describeSizes(entry.payload);
    case 'engagement.facts-set':
      return describeFacts(entry.payload);
    case 'finding.overridden':
      return describeOverride(entry.payload, names);
    case 'finding.override-withdrawn':
      return describeWithdrawal(entry.payload, names);
    case 'backlog.changed':
      return describeBacklog(entry.payload, names);
    case 'readiness.recorded':
      return describeRecord(entry.payload);
    case 'azure.target-set':
      return describeTarget(entry.payload);
    case 'azure.rehearsal-switched':
      return describeRehearsal(entry.payload);
    case 'azure.state-read':
      return describeRead(entry.payload);
    case 'azure.item-matched':
      return describeMatch(entry.payload, names);
    case 'checklist.checked':
      return describeChecked(entry.payload, names);
    case 'report.exported':
      return words(`Exported the ${entry.payload.preset} report`, '', listed(entry.payload.files.map((file) => file.name)), 'reports');
    default:
      return assertNever(entry);
  }
}

function describeImport(payload: { machineCount: number; fileName: string; newMachineCount: number; skippedRowCount: number }): EntryWords {
  const machines = plural(payload.machineCount, 'machine');
  const skipped = payload.skippedRowCount === 0 ? '' : `, ${plural(payload.skippedRowCount, 'row')} left out`;
  return words(
    `Imported ${machines} from ${payload.fileName}`,
    `import ${payload.fileName}`,
    `${payload.newMachineCount.toLocaleString('en')} new${skipped}`,
    'inventory',
  );
}

function describeValues(
  payload: { machineIds: string[]; values: Record<string, unknown>; reason?: string | undefined },
  names: Names,
): EntryWords {
  const fields = listed(Object.keys(payload.values).map(fieldInSentence));
  const machines =
    payload.machineIds.length === 1 ? names.machine(payload.machineIds[0] ?? '') : plural(payload.machineIds.length, 'machine');
  const detail = Object.entries(payload.values).map(
    ([field, value]) =>
      `${fieldTitle(field)}: ${value === null ? 'as imported' : typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const reason = payload.reason === undefined ? '' : ` · ${payload.reason}`;
  return words(
    `Set ${fields} of ${machines}`,
    `set ${fields} of ${machines}`,
    `${listed(detail)}${reason}`,
    'inventory',
    payload.machineIds[0] ?? null,
  );
}

/** "Memory" -> "memory", but "BIOS id" and "VMware Tools" stay. */
function fieldInSentence(name: string): string {
  const title = fieldTitle(name);
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

const MARK_WORDS = { done: 'done', open: 'open again', 'not-applicable': 'not applicable' } as const;

function describeMark(
  payload: {
    items: { stepId: string; scope: { kind: string; id: string } }[];
    state: keyof typeof MARK_WORDS;
    reason: string | null;
    evidence: { text: string }[];
  },
  names: Names,
): EntryWords {
  const [first] = payload.items;
  const what =
    payload.items.length === 1 && first !== undefined ? `“${names.step(first.stepId)}”` : plural(payload.items.length, 'checklist item');
  const detail = [payload.reason ?? '', ...payload.evidence.map((evidence) => evidence.text)].filter((text) => text !== '').join(' · ');
  return words(
    `Marked ${what} ${MARK_WORDS[payload.state]}`,
    `mark ${what} ${MARK_WORDS[payload.state]}`,
    detail,
    'checklist',
    first?.stepId ?? null,
  );
}

function describeSettings(changes: EntryPayload<'engagement.settings-changed'>['changes'], names: Names): EntryWords {
  const { answers, ...others } = changes;
  const changed = Object.keys(others);
  if (answers === undefined || changed.length > 0)
    return words(`Changed ${listed(changed.map(settingTitle))}`, 'change settings', '', 'overview');
  const questions = listed(Object.keys(answers).map((id) => `“${names.question(id)}”`));
  const given = Object.values(answers).map(({ values, reason }) =>
    [values.join(', '), ...(reason === undefined ? [] : [reason])].join(' · '),
  );
  return words(`Answered ${questions}`, `answer ${questions}`, listed(given), 'checklist');
}

const SETTING_TITLES: Readonly<Record<string, string>> = {
  name: 'the name',
  customer: 'the customer',
  scenarios: 'the scenarios',
  routeDecision: 'the route',
  targetRegion: 'the target region',
  vaultRegion: 'the vault region',
  siteLinkMbps: 'the speed of the line',
  timeZone: 'the time zone',
};

function settingTitle(name: string): string {
  return SETTING_TITLES[name] ?? name;
}

function atLeast({ limits, lowerBound }: { readonly limits: { readonly objective: PlanObjective }; readonly lowerBound: number }): string {
  return limits.objective === 'earliest-finish' ? `No plan is finished before window ${lowerBound}.` : `At least ${lowerBound} needed.`;
}
