import type { Engagement } from '../domain/engagement.ts';
import type { Names } from '../journal/describe-entry.ts';
import { ruleById } from '../readiness/index.ts';
import { scenarioById } from '../scenarios/index.ts';
import { questions } from '../scenarios/questions.data.ts';
import { stepTitle } from '../scenarios/steps.ts';

/** Today's names for the ids that entries mention. */
export function namesOf(engagement: Engagement): Names {
  return {
    machine: (id) => engagement.machines.get(id)?.facts.name ?? id,
    wave: (id) => engagement.plan?.waves.find((wave) => wave.id === id)?.title ?? id,
    group: (id) => engagement.plan?.groups.find((group) => group.id === id)?.title ?? id,
    step: stepTitle,
    scenario: (id) => scenarioById(id)?.title ?? id,
    rule: (id) => ruleById(id)?.title ?? id,
    question: (id) => questions.find((question) => question.id === id)?.title ?? id,
  };
}
