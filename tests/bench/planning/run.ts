// SECURITY: only this file is started again, with the arguments it was given.
// oxlint-disable-next-line security/detect-child-process
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';

import type { BenchInstance } from './bench-instance.ts';
import { findInstances } from './find-instances.ts';
import { measureInstance, type Measurement } from './measure-instance.ts';
import { readArguments, USAGE, type BenchArguments } from './read-arguments.ts';
import { isContradicting, isRefuting, summarise, tableOf } from './summarise.ts';

/** Solves every instance under a folder, has each answer checked and prints one line per set. */
const words = process.argv.slice(2);
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const PART = 'LANDFALL_BENCH_PART';

function main(): void {
  let options: BenchArguments;
  try {
    options = readArguments(words);
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    process.exitCode = 1;
    return;
  }
  const { instances, skipped } = findInstances(options.place);
  const chosen = choose(instances, options);
  const part = process.env[PART];
  if (part !== undefined) return solvePart(chosen, options, Number(part));
  for (const line of skipped) say(`left aside: ${line}`);
  void gather(chosen, options).then((rows) => report(rows, options));
}

function choose(instances: readonly BenchInstance[], { set, only, sample }: BenchArguments): BenchInstance[] {
  const wanted = instances.filter(
    (instance) => (set === null || instance.set.includes(set)) && (only === null || instance.name.includes(only)),
  );
  if (sample === null) return wanted;
  return [...Map.groupBy(wanted, (instance) => instance.set).values()].flatMap((ofSet) => {
    const step = Math.max(1, ofSet.length / sample);
    return Array.from({ length: Math.min(sample, ofSet.length) }, (_, index) => ofSet[Math.floor(index * step)]!);
  });
}

function solvePart(chosen: readonly BenchInstance[], options: BenchArguments, part: number): void {
  for (const instance of chosen.filter((_, index) => index % options.processes === part)) {
    const { clock, isRepeatable, seconds } = options;
    process.send?.(measureInstance(instance, { timeLimitMs: seconds * 1000, clock, isRepeatable }));
  }
  process.disconnect?.();
}

async function gather(chosen: readonly BenchInstance[], options: BenchArguments): Promise<Measurement[]> {
  const rows: Measurement[] = [];
  const parts = Array.from({ length: options.processes }, (_, part) => {
    const child = fork(import.meta.filename, words, {
      env: { ...process.env, [PART]: String(part) },
      execArgv: ['--max-old-space-size=4096'],
    });
    return new Promise<void>((resolve, reject) => {
      child.on('message', (row) => {
        rows.push(row as Measurement);
        if (process.stderr.isTTY) process.stderr.write(`\r${rows.length} of ${chosen.length}`);
      });
      child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a solving process ended with ${code}`))));
    });
  });
  await Promise.all(parts);
  const place = new Map(chosen.map((instance, index) => [`${instance.set}/${instance.name}`, index]));
  return rows.toSorted((a, b) => (place.get(`${a.set}/${a.name}`) ?? 0) - (place.get(`${b.set}/${b.name}`) ?? 0));
}

function report(rows: readonly Measurement[], options: BenchArguments): void {
  const sets = Map.groupBy(rows, (row) => row.set);
  const summaries = [...sets].map(([set, ofSet]) => summarise(set, ofSet));
  say(tableOf(sets.size > 1 ? [...summaries, summarise('all', rows)] : summaries));
  for (const row of rows) {
    if (row.problem !== null) say(`INVALID ${row.set} ${row.name}: ${row.problem}`);
    if (isRefuting(row))
      say(`REFUTES ${row.set} ${row.name}: a checked plan of ${row.upper} waves, against a published bound of ${row.published?.lower}`);
    if (isContradicting(row))
      say(`CONTRADICTS ${row.set} ${row.name}: [${row.lower}, ${row.upper}] against ${JSON.stringify(row.published)}`);
    if (options.showsOpen && row.upper !== row.lower)
      say(
        `open ${row.set} ${row.name}: [${row.lower}, ${row.upper}] published [${row.published?.lower}, ${row.published?.upper}] ${row.cpuMs.toFixed(0)} ms`,
      );
  }
  if (options.json !== null) writeFileSync(options.json, JSON.stringify(rows, null, 1));
  if (rows.some((row) => row.problem !== null || isContradicting(row))) process.exitCode = 1;
}

main();
