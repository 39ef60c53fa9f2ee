import { describe, expect, it } from 'vitest';

import { canMark } from '../../../shared/checklist/can-mark.ts';
import { factsOf, markOf, withMarks, WHOLE, VAULT, M1, SMALL, done, type World } from './checklist-world.ts';

describe('prerequisites', () => {
  it('refuses the wrong order and names what is first', () => {
    expect(canMark(factsOf(SMALL), done('create-vault', VAULT))).toBe(
      '“Create the Recovery Services vault” for Vault and target region cannot be done yet. First: Give the operator the Azure roles.',
    );
  });

  it('waits for the answers that a step decides', () => {
    expect(canMark(factsOf({ ...SMALL, route: null }), done('choose-tool-route', WHOLE))).toContain(
      'First answer: Which route: Site Recovery, Azure Migrate or Resource Mover?',
    );
    expect(canMark(factsOf(SMALL), done('choose-tool-route', WHOLE))).toBeNull();
  });

  it('looks only at the machine itself, its wave and its site', () => {
    const facts = withMarks(factsOf(SMALL), [markOf('run-test-failover', M1)]);
    const validate = (id: string): string | null => canMark(facts, done('validate-test-vm', { kind: 'machine', id }));
    expect([validate('m1'), validate('m2')]).toEqual([
      null,
      '“Validate the test machine with the owner of the application” for m2 cannot be done yet. First: Run the test failover.',
    ]);
  });

  it('waits for every machine of the wave, and counts them', () => {
    const facts = withMarks(factsOf(SMALL), [markOf('cleanup-test-failover', M1)]);
    const sign = (id: string): string | null => canMark(facts, done('sign-off-test', { kind: 'wave', id }));
    expect(sign('w1')).toContain('First: Clean up the test (1 of 2 done).');
    expect(sign('w2')).toContain('First: Clean up the test.');
  });

  it('does not let a machine slip past a step per wave because it is in none', () => {
    const world: World = { scenarios: ['vmware'], machines: [{ id: 'm1' }] };
    expect(canMark(factsOf(world), done('stop-source-workload', M1))).toContain('is done per wave, and one machine is in none');
  });

  it('not applicable counts as done, needs a reason, and may be said at any time', () => {
    const facts = factsOf(SMALL);
    expect(canMark(facts, done('grant-azure-roles', WHOLE, { state: 'not-applicable', reason: ' ' }))).toContain('Say why');
    expect(canMark(facts, done('grant-azure-roles', WHOLE, { state: 'not-applicable', reason: 'The provider did it.' }))).toBeNull();
    const closed = withMarks(facts, [markOf('grant-azure-roles', WHOLE, 'not-applicable'), markOf('choose-target-region', WHOLE)]);
    expect(canMark(closed, done('create-vault', VAULT))).toBeNull();
  });

  it('asks for evidence where the step needs it', () => {
    const facts = factsOf(SMALL);
    expect(canMark(facts, done('choose-tool-route', WHOLE, { newEvidenceCount: 0 }))).toContain('needs evidence: The written decision');
    const shown = withMarks(facts, [markOf('choose-tool-route', WHOLE, 'open')]);
    expect(canMark(shown, done('choose-tool-route', WHOLE, { newEvidenceCount: 0 }))).toBeNull();
  });

  it('marks many or none', () => {
    const facts = withMarks(factsOf(SMALL), [markOf('run-test-failover', M1)]);
    const items = ['m1', 'm2'].map((id) => ({ stepId: 'validate-test-vm', scope: { kind: 'machine', id } as const }));
    expect(canMark(facts, { ...done('validate-test-vm', M1), items })).toContain('for m2 cannot be done yet');
    const both = withMarks(facts, [markOf('run-test-failover', { kind: 'machine', id: 'm2' })]);
    expect(canMark(both, { ...done('validate-test-vm', M1), items })).toBeNull();
  });
});
