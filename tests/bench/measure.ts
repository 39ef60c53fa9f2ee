// oxlint-disable-next-line security/detect-child-process
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

export interface Measured {
  readonly seconds: number;
  /** Peak of the process and of all that it started, added up; `null` where the system does not tell. */
  readonly peakMiB: number | null;
  readonly output: string;
}

const SAMPLE_EVERY_MS = 20;

/** Runs a program to its end and watches its memory. Fails when the program does. */
export async function measure(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Measured> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...args], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
  const peaks = new Map<number, number>();
  const timer = setInterval(() => sample(child.pid ?? 0, peaks), SAMPLE_EVERY_MS);
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(timer);
  const seconds = (performance.now() - startedAt) / 1000;
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${String(code)}: ${complaints}`);
  const total = [...peaks.values()].reduce((sum, peak) => sum + peak, 0);
  return { seconds, peakMiB: peaks.size === 0 ? null : total / 1024, output };
}

/** Highest memory so far (KiB) of a process and its children; each process keeps its own peak. */
function sample(processId: number, peaks: Map<number, number>): void {
  const status = read(`/proc/${processId}/status`);
  const peak = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  if (peak !== undefined) peaks.set(processId, Math.max(peaks.get(processId) ?? 0, Number(peak)));
  for (const thread of list(`/proc/${processId}/task`)) {
    const children = read(`/proc/${processId}/task/${thread}/children`).trim();
    for (const child of children === '' ? [] : children.split(' ')) sample(Number(child), peaks);
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
