import { describe, expect, it } from 'vitest';

import { answerChange } from '../../../shared/checklist/questions.ts';
import { factsOf, SMALL } from './checklist-world.ts';

describe('answers', () => {
  const { settings } = factsOf(SMALL).engagement;

  it('keeps scenarios and route under their own names, others among the answers', () => {
    const change = (questionId: string, values: string[], reason: string | null = null) =>
      answerChange(settings, { questionId, values, reason });
    expect(change('scenarios', ['vmware', 'hyper-v'])).toEqual({ ok: true, changes: { scenarios: ['vmware', 'hyper-v'] } });
    expect(change('route', ['azure-migrate'], 'Agreed.')).toEqual({
      ok: true,
      changes: { routeDecision: { route: 'azure-migrate', reason: 'Agreed.' } },
    });
    expect(change('push-install', ['none'])).toEqual({ ok: true, changes: { answers: { 'push-install': { values: ['none'] } } } });
  });

  it.each([
    ['nothing', ['yes'], 'There is no question “nothing”.'],
    ['push-install', ['maybe'], 'cannot be answered with “maybe”; it takes all, some, none.'],
    ['push-install', ['all', 'none'], 'takes exactly one answer.'],
    ['route', ['site-recovery'], 'needs the reason'],
    ['route', ['resource-mover'], 'cannot be answered with “resource-mover”'],
  ])('refuses %s = %o', (questionId, values, words) => {
    const change = answerChange(settings, { questionId, values, reason: null });
    expect(change.ok ? '' : change.reason).toContain(words);
  });

  it('offers Resource Mover only between Azure regions', () => {
    const change = answerChange(
      { ...settings, scenarios: ['cross-region'] },
      { questionId: 'route', values: ['resource-mover'], reason: 'Cheaper.' },
    );
    expect(change.ok).toBe(true);
  });
});
