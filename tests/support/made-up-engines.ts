import type { ChecklistView } from '../../shared/contract/shapes.ts';
import { deriveTies } from '../../shared/dependencies/derive-ties.ts';
import { deriveMoveGroups, deriveWelds } from '../../shared/dependencies/weld-groups.ts';
import { provenanceOf } from '../../shared/domain/effective-facts.ts';
import type { Finding, MachineAssessment, Rule, Severity } from '../../shared/readiness/rule.ts';
import type { Engines } from '../../shared/snapshot/derive.ts';
import { groupViews, planView, planWithReadiness } from '../../shared/snapshot/plan-view.ts';

/** Rules and steps made up for tests: what the product's own say changes often, and how a report tells it must not change with them. */
const ARTICLE = { code: 'TEST', title: 'Made-up article', date: '2026-08-01', url: 'https://example.com/article' };

function rule(id: string, title: string, severity: Severity, check: Rule['check']): Rule {
  const why = `Because ${title.toLowerCase()} does not go.`;
  return {
    id,
    title,
    severity,
    scenarios: ['made-up'],
    fields: [],
    why,
    remedy: `Mend: ${title.toLowerCase()}.`,
    source: ARTICLE,
    otherSources: [],
    check,
  };
}

const rules: readonly Rule[] = [
  rule('T-01', 'Secure Boot is on', 'blocker', ({ isSecureBootOn }) => {
    if (isSecureBootOn === undefined) return { outcome: 'unknown', missing: ['isSecureBootOn'] };
    return isSecureBootOn ? { outcome: 'raised', seen: { isSecureBootOn } } : null;
  }),
  rule('T-02', 'Too many disks', 'refused', ({ diskCount }) =>
    diskCount !== undefined && diskCount > 8 ? { outcome: 'raised', seen: { diskCount }, detail: 'At most 8.' } : null,
  ),
  rule('T-03', 'Snapshots are left', 'warning', ({ snapshotCount }) =>
    snapshotCount !== undefined && snapshotCount > 0 ? { outcome: 'raised', seen: { snapshotCount } } : null,
  ),
];

export const madeUpEngines: Engines = {
  readiness: {
    ruleSet: { version: 'test 1', date: '2026-09-30', rules },
    rulesFor: () => rules,
    assessMachine(machine, context, ruleList): MachineAssessment {
      const findings = ruleList.flatMap((each): Finding[] => {
        const outcome = each.check(machine.facts, context);
        if (outcome === null) return [];
        if (outcome.outcome === 'unknown')
          return [{ ruleId: each.id, severity: each.severity, outcome: 'unknown', seen: {}, missing: outcome.missing, detail: null }];
        return [
          { ruleId: each.id, severity: each.severity, outcome: 'raised', seen: outcome.seen, missing: [], detail: outcome.detail ?? null },
        ];
      });
      const has = (wanted: Finding['outcome'], ...severities: Severity[]): boolean =>
        findings.some(({ outcome, severity }) => outcome === wanted && severities.includes(severity));
      let verdict: MachineAssessment['verdict'] = has('raised', 'warning') ? 'ready-with-warnings' : 'ready';
      if (has('unknown', 'blocker', 'refused')) verdict = 'undecided';
      if (has('raised', 'blocker', 'refused')) verdict = 'blocked';
      return { machineId: machine.id, verdict, findings };
    },
  },
  provenanceOf,
  deriveTies,
  deriveWelds,
  deriveGroups: deriveMoveGroups,
  groupViews,
  planView,
  planWithReadiness,
  // Nothing here takes long enough to be cut into slices.
  // oxlint-disable-next-line require-yield
  *deriveChecklist({ engagement }): Generator<void, ChecklistView, void> {
    const marked = [...engagement.marks.values()].filter((mark) => mark.state === 'done').length;
    const step = {
      phase: 'assess',
      what: ['Look at it.'],
      who: ['migration-consultant'],
      per: 'engagement',
      verification: 'Confirmed by a person',
      isCheckable: false,
      evidenceAsked: 'A note',
      typicalTime: null,
      badOutcome: 'Nobody knows.',
      badOutcomeRemedy: 'Look again.',
      sources: [ARTICLE],
      conditionText: null,
      notApplicableReason: null,
      questionIds: [],
      needsEvidence: true,
      scenarios: ['made-up'],
      notApplicableCount: 0,
      totalCount: 1,
      blockedBy: [],
    };
    return {
      questions: [
        {
          id: 'route',
          title: 'Which route?',
          why: 'It shapes every later step.',
          kind: 'one',
          options: [{ value: 'site-recovery', label: 'Azure Site Recovery', meaning: 'Replicates machines.' }],
          needsReason: true,
          answer: null,
        },
      ],
      leftOut: [{ stepId: 'skip', title: 'Skip it', phase: 'assess', reason: 'No machine needs it.' }],
      scenarios: [],
      notices: [],
      phases: [{ id: 'assess', title: 'Assess and plan', done: marked, total: 2 }],
      steps: [
        { ...step, id: 'look', title: 'Look at the estate', doneWhen: 'It was looked at.', isCritical: true, doneCount: marked },
        { ...step, id: 'agree', title: 'Agree on it', doneWhen: 'It was agreed.', isCritical: false, doneCount: 0, who: ['server-owner'] },
      ],
    };
  },
  nextActions: () => [],
};
