import { rule } from '../define-rule.ts';
import { reservedAnywhere, reservedAtStart, reservedWords } from '../names.data.ts';
import { missing, raised } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AGENT, ALL, HYPER_V } from '../scenario-groups.ts';
import { targetNameOf } from '../target-name.ts';

const LACKS_BIOS_ID = missing('biosId');
const LACKS_FAMILY = missing('osFamily');

const ALLOWED_CHARACTERS = /^[A-Za-z0-9-]{1,63}$/;
/** Longest computer name that Windows takes over as it is. */
const WINDOWS_NAME_LENGTH = 15;

function isAllowed(name: string): boolean {
  return ALLOWED_CHARACTERS.test(name) && !name.startsWith('-') && !name.endsWith('-');
}

/** Why Azure reserves a name, or `null`. Words are separated by hyphens or spaces. */
export function reservedPart(name: string): string | null {
  const upper = name.toUpperCase();
  const word = upper.split(/[-\s]/).find((part) => reservedWords.has(part));
  if (word !== undefined) return word;
  if (reservedWords.has(upper)) return upper;
  return reservedAnywhere.find((part) => upper.includes(part)) ?? reservedAtStart.find((part) => upper.startsWith(part)) ?? null;
}

export const nameRules: readonly Rule[] = [
  rule({
    id: 'R-NM-01',
    scenarios: ALL,
    severity: 'blocker',
    fields: ['targetVmName'],
    sources: ['VM-SM', 'HV-SM', 'A2A-SM'],
    title: 'Azure does not take the target name',
    why: 'A machine name in Azure has 1 to 63 letters, digits and hyphens, and begins and ends with a letter or digit.',
    remedy: 'Set another target name in the properties of the replicated item; the guest keeps its own.',
    check: (facts) => {
      const targetVmName = targetNameOf(facts);
      return isAllowed(targetVmName) ? null : raised({ targetVmName });
    },
  }),
  rule({
    id: 'R-NM-02',
    scenarios: ALL,
    severity: 'blocker',
    fields: ['targetVmName'],
    sources: ['RES'],
    title: 'The target name is reserved',
    why: 'Azure refuses names of its own products, names that contain MICROSOFT or WINDOWS, and names that begin with LOGIN.',
    remedy: 'Set another target name.',
    check: (facts) => {
      const targetVmName = targetNameOf(facts);
      const reserved = reservedPart(targetVmName);
      return reserved === null ? null : raised({ targetVmName, reserved });
    },
  }),
  rule({
    id: 'R-NM-03',
    scenarios: ALL,
    severity: 'warning',
    fields: ['targetVmName', 'osFamily'],
    sources: ['product'],
    title: 'The target name is longer than a Windows name',
    why: 'Windows takes at most 15 characters as its own name. The guest keeps its old name, so that the two differ (our inference).',
    remedy: 'Shorten the target name, or accept that the two differ.',
    check: (facts) => {
      const targetVmName = targetNameOf(facts);
      if (targetVmName.length <= WINDOWS_NAME_LENGTH) return null;
      if (facts.osFamily === undefined) return LACKS_FAMILY;
      return facts.osFamily === 'windows' ? raised({ targetVmName, length: targetVmName.length }) : null;
    },
  }),
  rule({
    id: 'R-NM-04',
    scenarios: HYPER_V,
    severity: 'warning',
    fields: ['name'],
    sources: ['HV-DP'],
    title: 'The planner cannot profile this name',
    why: 'The deployment planner fails on names with double quotes, square brackets or a backtick.',
    remedy: 'Rename the machine before profiling it.',
    check: ({ name }) => (/["[\]`]/.test(name) ? raised({ name }) : null),
  }),
  rule({
    id: 'R-NM-05',
    scenarios: AGENT,
    severity: 'blocker',
    fields: ['biosId'],
    sources: ['VM-SM', 'MOB'],
    title: 'The BIOS id is missing or not unique',
    why: 'The service refuses a second machine with the same BIOS id, as clones have it.',
    remedy: 'Give the clone a new UUID.',
    check: ({ biosId }, { duplicateBiosIds }) => {
      if (biosId === undefined) return LACKS_BIOS_ID;
      const id = biosId.trim();
      return id === '' || duplicateBiosIds.has(id.toLowerCase()) ? raised({ biosId: id }) : null;
    },
  }),
  rule({
    id: 'R-NM-06',
    scenarios: ALL,
    severity: 'blocker',
    fields: ['targetVmName'],
    sources: ['product'],
    title: 'Two machines want the same target name',
    why: 'Names are unique within a resource group (our inference).',
    remedy: 'Give one of them another target name.',
    check: (facts, { duplicateTargetNames }) => {
      const targetVmName = targetNameOf(facts);
      return duplicateTargetNames.has(targetVmName.toLowerCase()) ? raised({ targetVmName }) : null;
    },
  }),
];
