import type { EngagementFacts } from '../domain/engagement-facts.ts';
import type { EngagementSettings } from '../domain/engagement.ts';
import { answered } from '../scenarios/conditions.ts';
import { answersOf } from './answers.ts';

/**
 * What answers to the questions of the checklist say about the engagement, so that rules need not ask again. What an answer
 * leaves open stays unknown.
 */
export function factsFromAnswers(settings: EngagementSettings): EngagementFacts {
  const answers = answersOf(settings);
  const hasBenefit = answered(answers, 'hybrid-benefit', 'yes');
  const keeps = answered(answers, 'keep-addresses', 'keep');
  const changes = answered(answers, 'keep-addresses', 'change');
  return {
    ...(hasBenefit === 'unknown' ? {} : { hasSoftwareAssurance: hasBenefit }),
    ...(keeps === true ? { subnetKept: true } : {}),
    ...(changes === true ? { subnetKept: false } : {}),
    ...(answered(answers, 'private-endpoints', 'yes') === true ? { replicationPath: 'private-endpoints' } : {}),
  };
}
