import type { FieldName, MachineFacts } from '../domain/machine.ts';
import { roundTo } from '../domain/units.ts';
import type { Rule, RuleOutcome, Severity } from './rule.ts';

export type Check = Rule['check'];
export type Raised = Extract<RuleOutcome, { outcome: 'raised' }>;
export type Unknown = Extract<RuleOutcome, { outcome: 'unknown' }>;

export function raised(seen: Readonly<Record<string, unknown>>, detail?: string): Raised {
  return detail === undefined ? { outcome: 'raised', seen } : { outcome: 'raised', seen, detail };
}

/** Raised, but less (or more) grave than the rule usually is. */
export function raisedAs(severity: Severity, seen: Readonly<Record<string, unknown>>, detail: string): Raised {
  return { outcome: 'raised', seen, severity, detail };
}

/**
 * Says which fields are missing. Made once, outside the check: thousands of machines lack the same fields, and one object
 * for all of them keeps the assessment small and quick.
 */
export function missing(...fields: readonly [string, ...string[]]): Unknown {
  return { outcome: 'unknown', missing: fields };
}

type PartialFacts = { readonly [K in FieldName]?: MachineFacts[K] | undefined };

/** Which of some fields a machine lacks; `null` when it has them all. Every combination is made once. */
export function lackOf(...fields: readonly FieldName[]): (facts: PartialFacts) => Unknown | null {
  const byMask = new Map<number, Unknown>();
  return (facts) => {
    let mask = 0;
    fields.forEach((field, place) => {
      if (facts[field] === undefined) mask |= 1 << place;
    });
    if (mask === 0) return null;
    const known = byMask.get(mask);
    if (known !== undefined) return known;
    const made: Unknown = { outcome: 'unknown', missing: fields.filter((_, place) => (mask & (1 << place)) !== 0) };
    byMask.set(mask, made);
    return made;
  };
}

const LACKS_FAMILY = missing('osFamily');

function onFamily(family: 'windows' | 'linux', check: Check): Check {
  return (facts, context) => {
    if (facts.osFamily === family) return check(facts, context);
    return facts.osFamily === undefined ? LACKS_FAMILY : null;
  };
}

/** Asked of Linux machines only; unknown while the family is. */
export function onLinux(check: Check): Check {
  return onFamily('linux', check);
}

export function onWindows(check: Check): Check {
  return onFamily('windows', check);
}

type BooleanField = { [K in FieldName]-?: Exclude<MachineFacts[K], undefined> extends boolean ? K : never }[FieldName];

/** Raised where the field has this value, unknown where it is not stated. */
export function whenStated(field: BooleanField, value: boolean): Check {
  const lacks = missing(field);
  return (facts) => {
    const stated = facts[field];
    if (stated === undefined) return lacks;
    return stated === value ? raised({ [field]: stated }) : null;
  };
}

/**
 * Words for a size over its limit. Within 1 % both units are shown, because the articles write GB and GiB without care
 * while Azure measures disks in GiB.
 */
export function overLimit(sizeGiB: number, limitGiB: number): string {
  const size = `${roundTo(sizeGiB, 2).toLocaleString('en')} GiB`;
  const limit = `the limit is ${limitGiB.toLocaleString('en')} GiB`;
  if (sizeGiB > limitGiB * 1.01) return `${size}; ${limit}.`;
  return `${size} (${inGB(sizeGiB)} GB); ${limit} (${inGB(limitGiB)} GB). It is within 1 % of the limit: check the exact size.`;
}

function inGB(sizeGiB: number): string {
  return roundTo(sizeGiB * 1.073741824, 1).toLocaleString('en');
}
