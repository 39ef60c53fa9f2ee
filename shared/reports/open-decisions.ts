import type { QuestionView } from '../contract/shapes.ts';
import type { ReportContext } from './report-context.ts';

export interface OpenDecision {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/** What only a person can decide and nobody has yet; what shapes most comes first. */
export function openDecisions({ engagement, derived }: ReportContext): OpenDecision[] {
  const { settings } = engagement;
  const { plan, checklist } = derived;
  const decisions: OpenDecision[] = [];
  const want = (isOpen: boolean, id: string, title: string, why: string): void => {
    if (isOpen) decisions.push({ id: `decision:${id}`, title, why });
  };
  const ask = ({ id, title, why, answer }: QuestionView): void =>
    want(answer === null || answer.values.length === 0, `question:${id}`, title, why);
  checklist.questions.filter(({ id }) => id === 'route').forEach(ask);
  want(
    plan !== null && !plan.isValid,
    'plan',
    'What to do about the rules that the plan breaks',
    'A plan that breaks a rule is not valid.',
  );
  want(
    plan !== null && plan.leftOut.length + plan.unplannedGroupIds.length > 0,
    'outside',
    'When the groups outside the plan move',
    'They are in scope and stand in no wave.',
  );
  want(settings.targetRegion === null, 'target-region', 'Target region', 'Limits, quota and prices differ from region to region.');
  want(
    settings.vaultRegion === null,
    'vault-region',
    'Region of the vault',
    'Rules on the distance between vault and target cannot be checked.',
  );
  want(settings.siteLinkMbps === null, 'site-link', 'Speed of the line', 'Without it nobody can say how long the first replication takes.');
  checklist.questions.filter(({ id }) => id !== 'route').forEach(ask);
  return decisions;
}
