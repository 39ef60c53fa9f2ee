import { failed, success, type Reply } from '../../shared/contract/failure.ts';
import type { MethodOutput } from '../../shared/contract/methods.ts';
import { provenanceState, readingsOf } from '../../shared/domain/effective-facts.ts';
import type { ImportRecord } from '../../shared/domain/engagement.ts';
import { checkFieldValue, fieldTitle, machineFields, type MachineField } from '../../shared/domain/machine-fields.ts';
import type { FieldName, Machine, Reading } from '../../shared/domain/machine.ts';
import { guestFactsGap } from '../../shared/readiness/guest-facts-gap.ts';
import { missingFacts } from '../../shared/readiness/missing-facts.ts';
import { scenarioById, scenarios } from '../../shared/scenarios/index.ts';
import { sizeMachine } from '../../shared/sizing/size-machine.ts';
import { modelOf } from '../../shared/snapshot/scenario-readiness.ts';
import { machineSizingView } from '../../shared/snapshot/sizing-view.ts';
import type { Handlers } from '../host/handlers.ts';
import { findAnything } from './find-anything.ts';
import { inSlices } from './in-slices.ts';
import type { Slot } from './open-engagement-slot.ts';
import type { Session } from './session.ts';

type FieldView = MethodOutput<'machine.get'>['fields'][number];

export function createMachineService({ slot }: { readonly slot: Slot }) {
  return {
    'machine.list': (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const { rows } = open.value.derived();
      const page = [...rows.values()].slice(input.offset, input.offset + input.limit);
      return success({ seq: open.value.seq(), rows: page, total: rows.size });
    },
    'machine.get': (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const derived = open.value.derived();
      const machine = derived.engagement.machines.get(input.machineId);
      const row = derived.rows.get(input.machineId);
      const assessment = derived.assessments.get(input.machineId);
      if (machine === undefined || row === undefined || assessment === undefined) return notThere(input.machineId);
      const imports = new Map(derived.engagement.imports.map((record) => [record.id, record]));
      return success({
        row,
        outOfScopeReason: machine.isInScope ? null : (machine.outOfScopeReason ?? null),
        verdict: assessment.verdict,
        findings: assessment.findings.map((finding) => ({
          ...finding,
          seen: { ...finding.seen },
          missing: [...finding.missing],
          ruleSetVersion: open.value.ruleSetVersion,
        })),
        facts: { ...machine.facts },
        sizing: machineSizingView(sizeMachine(machine.facts, modelOf(machine.scenario), derived.sizingContext)),
        fields: machineFields.flatMap((field) => fieldView(machine, field, imports)),
      });
    },
    'machine.set-values': (input) =>
      slot.change(async (session) => {
        const machines = machinesOf(session, input.machineIds);
        if (!machines.ok) return machines;
        for (const [name, value] of Object.entries(input.values)) {
          const problem = checkFieldValue(name, value);
          if (problem !== null) return failed('invalid-input', problem);
        }
        const names = Object.keys(input.values);
        if (names.length === 0) return failed('invalid-input', 'values: name at least one field to set.');
        const before = Object.fromEntries(
          machines.value.map((machine) => [
            machine.id,
            Object.fromEntries(names.map((name) => [name, machine.facts[name as FieldName] ?? null])),
          ]),
        );
        const reason = input.reason === undefined ? {} : { reason: input.reason };
        const payload = { machineIds: machines.value.map((machine) => machine.id), values: input.values, before, ...reason };
        const appended = await session.append('machine.values-set', payload);
        return appended.ok ? success({ changed: machines.value.length }) : appended;
      }),
    'machine.set-scope': (input) =>
      slot.change(async (session) => {
        const machines = machinesOf(session, input.machineIds);
        if (!machines.ok) return machines;
        const changed = machines.value.filter((machine) => machine.isInScope !== input.isInScope);
        if (changed.length === 0) return success({ changed: 0 });
        const payload = { machineIds: changed.map((machine) => machine.id), isInScope: input.isInScope, reason: input.reason };
        const appended = await session.append('machine.scope-set', payload);
        return appended.ok ? success({ changed: changed.length }) : appended;
      }),
    'machine.set-scenario': (input) =>
      slot.change(async (session) => {
        const { scenario } = input;
        if (scenarioById(scenario) === undefined)
          return failed('invalid-input', `scenario: “${scenario}” is not one of ${scenarios.map(({ id }) => id).join(', ')}.`);
        const machines = machinesOf(session, input.machineIds);
        if (!machines.ok) return machines;
        const changed = machines.value.filter((machine) => machine.scenario !== scenario);
        if (changed.length === 0) return success({ changed: 0 });
        const before = Object.fromEntries(changed.map((machine) => [machine.id, machine.scenario]));
        const appended = await session.append('machine.scenario-set', { machineIds: changed.map(({ id }) => id), scenario, before });
        return appended.ok ? success({ changed: changed.length }) : appended;
      }),
    'readiness.findings': (input) => {
      const open = slot.need();
      if (!open.ok) return open;
      const { assessments, engagement } = open.value.derived();
      const findings: MethodOutput<'readiness.findings'>['findings'] = [];
      let total = 0;
      for (const machine of engagement.machines.values()) {
        if (!machine.isInScope) continue;
        for (const finding of assessments.get(machine.id)?.findings ?? []) {
          if (input.ruleId !== undefined && finding.ruleId !== input.ruleId) continue;
          total += 1;
          if (findings.length >= input.limit) continue;
          findings.push({
            machineId: machine.id,
            machineName: machine.facts.name,
            ...finding,
            seen: { ...finding.seen },
            missing: [...finding.missing],
            ruleSetVersion: open.value.ruleSetVersion,
          });
        }
      }
      return success({ findings, total });
    },
    'readiness.missing-facts': async () => {
      const open = slot.need();
      if (!open.ok) return open;
      const { assessments, engagement } = open.value.derived();
      const inScope = [...assessments.values()].filter(({ machineId }) => engagement.machines.get(machineId)?.isInScope === true);
      const missing = await inSlices(missingFacts(inScope));
      return success(
        missing.map((fact) => ({
          ...fact,
          title: fieldTitle(fact.field),
          ruleIds: [...fact.ruleIds],
          blockerRuleIds: [...fact.blockerRuleIds],
        })),
      );
    },
    'readiness.guest-facts': async () => {
      const open = slot.need();
      if (!open.ok) return open;
      const { assessments, engagement } = open.value.derived();
      const gap = await inSlices(guestFactsGap(engagement.machines.values(), engagement.imports, (id) => assessments.get(id)));
      return success({ ...gap, without: [...gap.without] });
    },
    'search.find': (input) => {
      const open = slot.need();
      return open.ok ? success(findAnything(open.value, input.text, input.limit)) : open;
    },
  } satisfies Partial<Handlers>;
}

function notThere(machineId: string): ReturnType<typeof failed> {
  return failed('not-found', `machineId: there is no machine ${machineId} in this engagement (any more).`);
}

function machinesOf(session: Session, ids: readonly string[]): Reply<Machine[]> {
  const { machines } = session.engagement();
  const found: Machine[] = [];
  for (const id of new Set(ids)) {
    const machine = machines.get(id);
    if (machine === undefined) return notThere(id);
    found.push(machine);
  }
  return success(found);
}

function fieldView(machine: Machine, field: MachineField, imports: ReadonlyMap<string, ImportRecord>): FieldView[] {
  const readings = readingsOf(machine, field.name, imports);
  if (readings.length === 0) return [];
  return [
    {
      name: field.name,
      title: field.title,
      unit: field.unit,
      value: machine.facts[field.name],
      state: provenanceState(machine, field.name),
      readings: readings.map((reading, index) => ({
        value: reading.value,
        source: sourceTitle(reading, imports),
        importId: reading.source.kind === 'import' ? reading.source.importId : null,
        sheet: reading.sheet ?? null,
        row: reading.row ?? null,
        at: reading.statedAt,
        // Oldest first, the person's last: the last one counts.
        counts: index === readings.length - 1,
      })),
    },
  ];
}

function sourceTitle(reading: Reading, imports: ReadonlyMap<string, ImportRecord>): string {
  return reading.source.kind === 'person' ? reading.source.name : (imports.get(reading.source.importId)?.fileName ?? 'Import');
}
