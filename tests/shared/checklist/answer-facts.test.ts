import { describe, expect, it } from 'vitest';

import { factsFromAnswers } from '../../../shared/checklist/answer-facts.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { contextKeyOf, sharedContext } from '../../../shared/snapshot/shared-context.ts';
import { factsOf, SMALL } from './checklist-world.ts';

function engagementWith(answers: Readonly<Record<string, readonly string[]>>) {
  return factsOf({ ...SMALL, answers }).engagement;
}

describe('facts that follow from answers', () => {
  it.each([
    [{}, {}],
    [{ 'hybrid-benefit': ['no'] }, { hasSoftwareAssurance: false }],
    [{ 'keep-addresses': ['keep'] }, { subnetKept: true }],
    [{ 'keep-addresses': ['change'] }, { subnetKept: false }],
    [{ 'keep-addresses': ['per-subnet'] }, {}],
    [{ 'private-endpoints': ['yes'] }, { replicationPath: 'private-endpoints' }],
    [{ 'private-endpoints': ['no'] }, {}],
  ])('%o says %o', (answers, facts) => {
    expect(factsFromAnswers(engagementWith(answers).settings)).toEqual(facts);
  });

  it('reach the rules, after what was stated itself', () => {
    const engagement = engagementWith({ 'hybrid-benefit': ['no'], 'keep-addresses': ['keep'] });
    const stated = { ...engagement, facts: { hasSoftwareAssurance: true } };
    expect(runToEnd(sharedContext(stated)).shared).toMatchObject({ hasSoftwareAssurance: true, subnetKept: true });
  });

  it('make machines be assessed again', () => {
    const key = (answers: Readonly<Record<string, readonly string[]>>) =>
      contextKeyOf(runToEnd(sharedContext(engagementWith(answers))), 'v');
    expect(key({ 'hybrid-benefit': ['no'] })).not.toBe(key({ 'hybrid-benefit': ['yes'] }));
  });
});
