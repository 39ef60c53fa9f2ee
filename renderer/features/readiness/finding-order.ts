import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { SEVERITY_ORDER } from './heat-table.ts';

export type MachineFinding = MethodOutput<'machine.get'>['findings'][number];

/** Worst first; what is raised before what is unknown; equal ones by rule. */
export function findingsInOrder(findings: readonly MachineFinding[]): MachineFinding[] {
  return findings.toSorted(
    (a, b) =>
      SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity) ||
      Number(a.outcome === 'unknown') - Number(b.outcome === 'unknown') ||
      (a.ruleId < b.ruleId ? -1 : 1),
  );
}
