import { plural, words, type EntryWords, type Names } from './entry-words.ts';
import type { EntryPayload } from './entry.ts';

/** Said first in every sentence about a rehearsal, so that nobody takes it for Azure. */
const REHEARSAL = 'Rehearsal: ';

export function describeTarget({ target }: EntryPayload<'azure.target-set'>): EntryWords {
  if (target === null) return words('Disconnected the engagement from Azure', '', '', 'azure');
  const where = target.subscriptionName ?? target.subscriptionId;
  const vault = target.vaultId?.split('/').at(-1);
  const title =
    vault === undefined
      ? where === null
        ? `Signed in to the tenant ${target.tenantId}`
        : `Chose the subscription ${where}`
      : `Chose the vault ${vault}`;
  return words(title, '', `${target.accountName} · tenant ${target.tenantId}${where === null ? '' : ` · ${where}`}`, 'azure');
}

export function describeRehearsal({ isOn }: EntryPayload<'azure.rehearsal-switched'>): EntryWords {
  return isOn
    ? words('Rehearsal: began with the simulator of this computer', '', 'Nothing of it reaches Azure or counts as done.', 'azure')
    : words('Rehearsal: ended', '', '', 'azure');
}

export function describeRead({ isRehearsal, vaultId, counts }: EntryPayload<'azure.state-read'>): EntryWords {
  const vault = vaultId.split('/').at(-1) ?? vaultId;
  const title = `${isRehearsal ? REHEARSAL : ''}Read the vault ${vault}`;
  return words(title, '', `${plural(counts['items'] ?? 0, 'protected item')}, ${plural(counts['jobs'] ?? 0, 'job')}`, 'azure');
}

export function describeMatch(
  { isRehearsal, itemName, machineName, machineId, reason }: EntryPayload<'azure.item-matched'>,
  names: Names,
): EntryWords {
  const machine = machineName ?? (machineId === null ? null : names.machine(machineId));
  const what = machine === null ? `the item ${itemName} is no machine of the inventory` : `the item ${itemName} is the machine ${machine}`;
  return words(`${isRehearsal ? REHEARSAL : ''}Said that ${what}`, `say that ${what}`, reason, 'azure', machineId);
}

export function describeChecked({ isRehearsal, results, sweptStepIds }: EntryPayload<'checklist.checked'>, names: Names): EntryWords {
  const [first] = results;
  const what =
    results.length === 1 && sweptStepIds.length === 0 && first !== undefined
      ? `“${names.step(first.stepId)}”`
      : plural(Math.max(sweptStepIds.length, new Set(results.map((result) => result.stepId)).size), 'step');
  const done = results.filter((result) => result.verdict === 'done').length;
  const not = results.filter((result) => result.verdict === 'not-done').length;
  const detail = results.length === 1 && first !== undefined ? first.text : `New: ${done} done, ${not} not done`;
  return words(`${isRehearsal ? REHEARSAL : ''}Checked ${what} against Azure’s data`, '', detail, 'checklist', first?.stepId ?? null);
}
