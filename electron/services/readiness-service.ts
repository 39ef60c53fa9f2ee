import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { ParsedInput } from '../../shared/contract/methods.ts';
import type { EngagementFacts } from '../../shared/domain/engagement-facts.ts';
import { checkFactValue, valueOfFact } from '../../shared/domain/engagement-fields.ts';
import { seenKey } from '../../shared/readiness/assess-readiness.ts';
import { ruleById } from '../../shared/readiness/index.ts';
import { factViews } from '../../shared/snapshot/engagement-facts.ts';
import type { Handlers } from '../host/handlers.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';

/** Overrides of blockers, and what is answered once for the whole engagement. */
export function createReadinessService({ slot }: { readonly slot: Slot }) {
  return {
    'readiness.override': (input) =>
      slot.change(async (session) => {
        const machines = overridable(session, input);
        if (!machines.ok) return machines;
        const appended = await session.append('finding.overridden', {
          ruleId: input.ruleId,
          machines: machines.value,
          reason: input.reason,
          ruleSetVersion: session.ruleSetVersion,
        });
        return appended.ok ? success({ overridden: machines.value.length }) : appended;
      }),
    'readiness.withdraw-override': (input) =>
      slot.change(async (session) => {
        const { overrides } = session.engagement();
        const ids = [...new Set(input.machineIds)];
        const without = ids.find((id) => overrides.get(id)?.has(input.ruleId) !== true);
        if (without !== undefined)
          return failed('not-found', `machineIds: ${input.ruleId} is not overridden for ${nameOf(session, without)}.`);
        const payload = { ruleId: input.ruleId, machineIds: ids, reason: input.reason };
        const appended = await session.append('finding.override-withdrawn', payload);
        return appended.ok ? success({ withdrawn: ids.length }) : appended;
      }),
    'engagement.facts': () => {
      const open = slot.need();
      return open.ok ? success(factViews(open.value.engagement().facts)) : open;
    },
    'engagement.set-facts': (input) => slot.change((session) => setFacts(session, input)),
  } satisfies Partial<Handlers>;
}

type OverridableMachine = { machineId: string; seen: string };

/** The machines with the values that are overridden, or why one of them cannot be. */
function overridable(session: Session, { ruleId, machineIds }: ParsedInput<'readiness.override'>): Reply<OverridableMachine[]> {
  const rule = ruleById(ruleId);
  if (rule === undefined) return failed('not-found', `ruleId: there is no rule ${ruleId}.`);
  if (rule.severity === 'refused')
    return failed('not-ready', `${ruleId} cannot be overridden: Azure Site Recovery itself refuses such machines. ${rule.remedy}`);
  if (rule.severity !== 'blocker')
    return failed('not-ready', `${ruleId} blocks nobody, so there is nothing to override. Accept its task in the backlog instead.`);
  const { assessments } = session.derived();
  const machines: OverridableMachine[] = [];
  for (const machineId of new Set(machineIds)) {
    if (!session.engagement().machines.has(machineId))
      return failed('not-found', `machineIds: there is no machine ${machineId} in this engagement (any more).`);
    const finding = assessments.get(machineId)?.findings.find((found) => found.ruleId === ruleId);
    if (finding === undefined || finding.severity !== 'blocker')
      return failed('not-ready', `${ruleId} does not block ${nameOf(session, machineId)}, so there is nothing to override.`);
    if (finding.outcome === 'unknown')
      return failed(
        'not-ready',
        `${ruleId} cannot be decided for ${nameOf(session, machineId)}: ${finding.missing.join(', ')} is unknown. State it first.`,
      );
    machines.push({ machineId, seen: seenKey(finding.seen) });
  }
  return success(machines);
}

async function setFacts(session: Session, { values }: ParsedInput<'engagement.set-facts'>): Promise<Reply<{ changed: number }>> {
  const { facts } = session.engagement();
  const names = Object.keys(values);
  if (names.length === 0) return failed('invalid-input', 'values: name at least one field to set.');
  for (const [name, value] of Object.entries(values)) {
    const problem = checkFactValue(name, value);
    if (problem !== null) return failed('invalid-input', problem);
  }
  const known = (name: string): unknown => facts[name as keyof EngagementFacts] ?? null;
  const changed = names.filter((name) => JSON.stringify(valueOfFact(name, values[name])) !== JSON.stringify(known(name)));
  if (changed.length === 0) return success({ changed: 0 });
  const appended = await session.append('engagement.facts-set', {
    values: Object.fromEntries(changed.map((name) => [name, values[name]])),
    before: Object.fromEntries(changed.map((name) => [name, known(name)])),
  });
  return appended.ok ? success({ changed: changed.length }) : appended;
}

function nameOf(session: Session, machineId: string): string {
  return session.engagement().machines.get(machineId)?.facts.name ?? machineId;
}
