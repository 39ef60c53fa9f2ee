import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { ChoiceField, MachineFilter, NumberField } from '../../store/inventory-query.ts';
import { scenarioTitle } from '../../text/common-scenarios.ts';
import { choiceWords } from '../../text/common-values.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { inventoryText } from '../../text/inventory.ts';
import type { RowNames } from './columns.ts';

/** Fields that can be filtered by value, in the order of the menu. */
export const CHOICE_FIELDS: readonly ChoiceField[] = [
  'verdict',
  'isInScope',
  'application',
  'environment',
  'owner',
  'criticality',
  'osName',
  'osFamily',
  'powerState',
  'firmware',
  'vmwareToolsStatus',
  'scenario',
  'waveId',
  'groupId',
  'cluster',
  'host',
  'trust',
  'sourceCount',
];

export const RANGE_FIELDS: readonly NumberField[] = [
  'cpuCount',
  'memoryMiB',
  'inUseGiB',
  'provisionedGiB',
  'diskCount',
  'nicCount',
  'snapshotCount',
  'blockerCount',
  'warningCount',
  'unknownCount',
];

const UNITS: Readonly<Partial<Record<NumberField, string>>> = {
  cpuCount: 'vCPU',
  memoryMiB: 'GiB',
  inUseGiB: 'GiB',
  provisionedGiB: 'GiB',
};

export function fieldWords(field: ChoiceField | NumberField): string {
  return field === 'trust' ? inventoryText.trust.field : inventoryText.columns[field];
}

export function unitOf(field: NumberField): string | null {
  return UNITS[field] ?? null;
}

/** A value of a choice field as people read it. */
export function valueWords(field: ChoiceField, value: string | null, names: RowNames): string {
  if (value === null) return inventoryText.unknownValue;
  switch (field) {
    case 'verdict':
      return (VERDICT_WORDS as Readonly<Record<string, { readonly title: string }>>)[value]?.title ?? value;
    case 'isInScope':
      return inventoryText.scope[value === 'true' ? 'in' : 'out'];
    case 'scenario':
      return scenarioTitle(value);
    case 'waveId':
      return names.waves.get(value) ?? value;
    case 'groupId':
      return names.groups.get(value) ?? value;
    case 'trust':
      return (inventoryText.trust as Readonly<Record<string, string>>)[value] ?? value;
    case 'powerState':
    case 'firmware':
    case 'vmwareToolsStatus':
    case 'criticality':
    case 'osFamily':
      return choiceWords(value);
    case 'application':
    case 'environment':
    case 'owner':
    case 'osName':
    case 'cluster':
    case 'host':
    case 'sourceCount':
      return value;
    default:
      return assertNever(field);
  }
}

const MOST_NAMED = 2;

/** A filter as a chip says it: "Readiness: Blocked, Undecided", "Memory: at least 64 GiB". */
export function filterWords(filter: MachineFilter, names: RowNames): string {
  const words = inventoryText.filters;
  switch (filter.kind) {
    case 'choice': {
      const { field, values } = filter;
      if (values.length === 0) return `${fieldWords(field)}: ${words.any}`;
      if (values.length > MOST_NAMED) return `${fieldWords(field)}: ${words.more(values.length)}`;
      return `${fieldWords(field)}: ${values.map((value) => valueWords(field, value, names)).join(', ')}`;
    }
    case 'range':
      return `${fieldWords(filter.field)}: ${words.range(filter.from, filter.to, unitOf(filter.field))}`;
    case 'machines':
      return filter.title;
    default:
      return assertNever(filter);
  }
}
