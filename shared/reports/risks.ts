import { verdictCounts, type ReportContext } from './report-context.ts';
import { compareWords, countWords, listWords } from './words.ts';

export interface Risk {
  readonly id: string;
  readonly title: string;
  readonly remedy: string;
  readonly machineCount: number;
}

/** What could go wrong as far as the data can tell, worst first. */
export function rankRisks(context: ReportContext): Risk[] {
  const risks: Risk[] = context.blockers.map(({ ruleId, machines }) => {
    const rule = context.rules.get(ruleId);
    return {
      id: `rule:${ruleId}`,
      title: `${countWords(machines.length, 'machine')} cannot move: ${rule?.title ?? ruleId}.`,
      remedy: rule?.remedy ?? '',
      machineCount: machines.length,
    };
  });
  const { undecided } = verdictCounts(context.inScope);
  if (undecided > 0) {
    const facts = context.missingFacts.map((fact) => fact.title);
    risks.push({
      id: 'undecided',
      title: `${countWords(undecided, 'machine')} may turn out to be blocked, because facts are missing.`,
      remedy: facts.length === 0 ? 'Assess them again with fuller data.' : `Find out: ${listWords(facts, 4)}.`,
      machineCount: undecided,
    });
  }
  const { plan } = context.derived;
  if (plan !== null && !plan.isValid)
    risks.push({
      id: 'plan',
      title: `The wave plan breaks ${countWords(plan.violations.length, 'rule')}.`,
      remedy: 'Move groups back, relax a limit or plan again.',
      machineCount: context.inScope.length,
    });
  return risks.toSorted((a, b) => b.machineCount - a.machineCount || compareWords(a.id, b.id));
}
