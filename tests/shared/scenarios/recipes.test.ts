import { describe, expect, it } from 'vitest';

import { scenarios } from '../../../shared/scenarios/index.ts';
import type { OperationKind } from '../../../shared/scenarios/recipe.ts';

/** What an item can offer in `allowedOperations`, as recorded from the service. */
const OFFERED = [
  'TestFailover',
  'TestFailoverCleanup',
  'UnplannedFailover',
  'PlannedFailover',
  'ChangePit',
  'Commit',
  'CompleteMigration',
  'DisableProtection',
];

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('recipe of %s', (_id, { recipe, stepIds, traits }) => {
  const byKind = new Map(recipe.map((operation) => [operation.kind, operation]));

  it('names each operation once, each for a step of the scenario', () => {
    expect(byKind.size).toBe(recipe.length);
    expect(recipe.filter((operation) => !stepIds.includes(operation.stepId))).toEqual([]);
    expect(recipe.filter((operation) => operation.offeredAs !== null && !OFFERED.includes(operation.offeredAs))).toEqual([]);
    expect(recipe.filter((operation) => operation.undoWords.length < 20)).toEqual([]);
  });

  it('reaches every operation in the order given', () => {
    const done = new Set<OperationKind>();
    for (const operation of recipe) {
      const missing = operation.needs.filter((kind) => !done.has(kind));
      expect({ kind: operation.kind, missing }).toEqual({ kind: operation.kind, missing: [] });
      done.add(operation.kind);
    }
  });

  it('undoes and replaces only with operations it has', () => {
    const named = recipe.flatMap((operation) => [
      ...(operation.undoneBy === null ? [] : [operation.undoneBy]),
      ...(operation.otherwise ?? []),
    ]);
    expect(named.filter((kind) => !byKind.has(kind))).toEqual([]);
  });

  it('never takes a failover back', () => {
    expect(byKind.get('fail-over')?.undoneBy).toBeNull();
    expect(byKind.get('fail-over')?.undoWords).toContain('never cancelled');
  });

  it('ends as the scenario does', () => {
    const needed = recipe.filter((operation) => !operation.isOptional).map((operation) => operation.kind);
    const isCompleted = (traits as readonly string[]).includes('complete-migration');
    expect(needed.at(-1)).toBe(isCompleted ? 'complete-migration' : 'stop-replication');
    expect(byKind.has('complete-migration')).toBe(isCompleted);
    expect(byKind.get('fail-over')?.offeredAs).toBe(
      (traits as readonly string[]).includes('planned-failover') ? 'PlannedFailover' : 'UnplannedFailover',
    );
  });
});
