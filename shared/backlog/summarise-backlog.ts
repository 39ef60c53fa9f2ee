import type { MachineId, WaveId } from '../domain/ids.ts';
import { noTasks, type ListFacts, type TaskCounts } from './list-tasks.ts';
import { createTaskReader } from './machine-tasks.ts';
import { isBlockingWave } from './task.ts';

export interface BacklogSummary {
  readonly counts: TaskCounts;
  /** Everybody who owns a task, by name. */
  readonly owners: readonly string[];
  readonly byWave: ReadonlyMap<WaveId, WaveTasks>;
  /** Tasks of a machine that are neither mended nor accepted; machines without any are not in it. */
  readonly blockingOfMachine: ReadonlyMap<MachineId, number>;
}

export interface WaveTasks {
  readonly counts: TaskCounts;
  /** Tasks that keep the wave from being called ready. */
  readonly blocking: number;
}

const SLICE = 200;

/** How the backlog stands, in all and per wave. Yields between slices. */
export function* summariseBacklog(facts: ListFacts): Generator<void, BacklogSummary, void> {
  const tasksOf = createTaskReader(facts);
  const counts = noTasks();
  const owners = new Set<string>();
  const byWave = new Map<WaveId, { counts: TaskCounts; blocking: number }>();
  const blockingOfMachine = new Map<MachineId, number>();
  let count = 0;
  for (const machine of facts.engagement.machines.values()) {
    if (!machine.isInScope) continue;
    const waveId = facts.waveOf(machine.id);
    const wave = waveId === null ? null : (byWave.get(waveId) ?? { counts: noTasks(), blocking: 0 });
    if (waveId !== null && wave !== null) byWave.set(waveId, wave);
    for (const task of tasksOf(machine)) {
      counts[task.state] += 1;
      if (task.owner !== null) owners.add(task.owner);
      const isBlocking = isBlockingWave(task);
      if (isBlocking) blockingOfMachine.set(machine.id, (blockingOfMachine.get(machine.id) ?? 0) + 1);
      if (wave === null) continue;
      wave.counts[task.state] += 1;
      if (isBlocking) wave.blocking += 1;
    }
    count += 1;
    if (count % SLICE === 0) yield;
  }
  return { counts, owners: [...owners].toSorted(), byWave, blockingOfMachine };
}
