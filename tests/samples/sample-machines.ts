import type { SampleApplication, SampleTier } from './sample-estate.data.ts';

/** One machine of the invented estate; both sources of the sample describe the same ones. */
export interface SampleMachine {
  readonly name: string;
  readonly number: number;
  readonly application: SampleApplication;
  readonly tier: SampleTier;
  /** The quirk sits on the last machine of its tier only. */
  readonly quirk: SampleTier['quirk'] | null;
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

export function uuidOf(number: number): string {
  return `4210ab00-0000-4000-8000-${pad(number, 12)}`;
}

export function macOf(number: number): string {
  return `00:50:56:10:${pad(Math.floor(number / 100), 2)}:${pad(number % 100, 2)}`;
}

export function machinesOf(applications: readonly SampleApplication[]): SampleMachine[] {
  const machines: SampleMachine[] = [];
  for (const application of applications) {
    for (const tier of application.tiers) {
      for (let index = 1; index <= tier.count; index += 1) {
        const isLast = index === tier.count;
        const quirk = isLast ? (tier.quirk ?? null) : null;
        const base = `${application.short}-${tier.role}-${pad(index, 2)}`;
        machines.push({
          name: quirk === 'long-name' ? `${base}-orchestration` : base,
          number: machines.length + 1,
          application,
          tier,
          quirk,
        });
      }
    }
  }
  return machines;
}
