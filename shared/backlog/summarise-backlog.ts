import type { WaveId } from '../domain/ids.ts';
import { noTasks, type ListFacts, type TaskCounts } from './list-tasks.ts';
import { createTaskReader } from './machine-tasks.ts';
import { isBlockingWave } from './task.ts';

export interface BacklogSummary {
  readonly counts: TaskCounts;
  /** Everybody who owns a task, by name. */
  readonly owners: readonly string[];
  readonly byWave: ReadonlyMap<WaveId, WaveTasks>;
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
  let count = 0;
  for (const machine of facts.engagement.machines.values()) {
    if (!machine.isInScope) continue;
    const waveId = facts.waveOf(machine.id);
    const wave = waveId === null ? null : (byWave.get(waveId) ?? { counts: noTasks(), blocking: 0 });
    if (waveId !== null && wave !== null) byWave.set(waveId, wave);
    for (const task of tasksOf(machine)) {
      counts[task.state] += 1;
      if (task.owner !== null) owners.add(task.owner);
      if (wave === null) continue;
      wave.counts[task.state] += 1;
      if (isBlockingWave(task)) wave.blocking += 1;
    }
    count += 1;
    if (count % SLICE === 0) yield;
  }
  return { counts, owners: [...owners].toSorted(), byWave };
}
