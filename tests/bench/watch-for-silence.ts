/** Longest stretches between two turns of a timer that wants to run every millisecond, in milliseconds. */
export interface Silence {
  readonly ms: number;
  /** Processor time that this thread itself used in one stretch: what it would be silent for if it had the computer to itself. */
  readonly cpuMs: number;
}

export function watchForSilence(): () => Silence {
  let longest: Silence = { ms: 0, cpuMs: 0 };
  let last = { at: performance.now(), cpu: cpuMs() };
  const look = (): void => {
    const now = { at: performance.now(), cpu: cpuMs() };
    longest = { ms: Math.max(longest.ms, now.at - last.at), cpuMs: Math.max(longest.cpuMs, now.cpu - last.cpu) };
    last = now;
  };
  const timer = setInterval(look, 1);
  return () => {
    clearInterval(timer);
    look();
    return { ms: Math.round(longest.ms), cpuMs: Math.round(longest.cpuMs) };
  };
}

export function silenceWords({ ms, cpuMs: own }: Silence): string {
  return `longest silence ${ms} ms (${own} ms of processor time)`;
}

function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
