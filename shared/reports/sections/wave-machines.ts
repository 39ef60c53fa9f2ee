import { scenarioById } from '../../scenarios/index.ts';
import { hoursOverTheLine, type ReportContext, type ReportMachine } from '../report-context.ts';
import { bothClocks, tableOf } from '../report-table.ts';
import type { ReportBlock } from '../report.ts';
import { numberWords, VERDICT_TITLES, VERDICT_TONES } from '../words.ts';
import { blockersOf, ruleTitles } from './findings.ts';

interface Placed {
  readonly each: ReportMachine;
  readonly order: number;
}

/** Every machine that stands in a wave, in the order of moving, with what whoever moves it has to know. */
export function waveMachineTable(context: ReportContext): Generator<void, ReportBlock, void> {
  const { timeZone, sources, engagement } = context;
  const { siteLinkMbps, targetRegion } = engagement.settings;
  return tableOf<Placed>(
    {
      id: 'wave-machines',
      title: 'Machines by wave',
      emptyText: 'No machine stands in a wave.',
      sheet: 'WaveMachines',
      source: sources.plan,
      isDataOnly: true,
    },
    [
      { key: 'id', title: 'Machine id', kind: 'text', isCode: true, from: ({ each }) => each.machine.id },
      { key: 'wave', title: 'Wave', kind: 'number', from: ({ each }) => each.wave?.number },
      { key: 'order', title: 'Order in the wave', kind: 'number', from: ({ order }) => order },
      { key: 'machine', title: 'Machine', kind: 'text', from: ({ each }) => each.row.name },
      { key: 'group', title: 'Move group', kind: 'text', from: ({ each }) => each.group?.title },
      { key: 'application', title: 'Application', kind: 'text', from: ({ each }) => each.row.application },
      {
        key: 'scenario',
        title: 'Scenario',
        kind: 'text',
        from: ({ each }) => scenarioById(each.machine.scenario)?.title ?? each.machine.scenario,
      },
      { key: 'targetName', title: 'Target name', kind: 'text', from: ({ each }) => each.machine.facts.targetVmName ?? each.row.name },
      { key: 'targetRegion', title: 'Target region', kind: 'text', from: ({ each }) => each.machine.facts.targetRegion ?? targetRegion },
      { key: 'targetAvailability', title: 'Zone or set', kind: 'text', from: ({ each }) => each.machine.facts.targetAvailability },
      { key: 'targetSize', title: 'Target size', kind: 'text', from: ({ each }) => each.machine.facts.targetVmSize },
      { key: 'targetDiskType', title: 'Target disk type', kind: 'text', from: ({ each }) => each.machine.facts.targetDiskType },
      { key: 'networks', title: 'Source networks', kind: 'text', from: ({ each }) => networksOf(each) },
      { key: 'addresses', title: 'Addresses', kind: 'text', from: ({ each }) => each.row.ipAddresses },
      { key: 'data', title: 'Data', unit: 'GiB', kind: 'number', decimals: 1, from: ({ each }) => each.sizeGiB },
      {
        key: 'replicationHours',
        title: siteLinkMbps === null ? 'First replication' : `First replication alone at ${numberWords(siteLinkMbps)} Mbit/s`,
        unit: 'h',
        kind: 'number',
        decimals: 2,
        from: ({ each }) => hoursOverTheLine(each.sizeGiB, siteLinkMbps),
      },
      {
        key: 'downtime',
        title: 'Downtime budget',
        unit: 'min',
        kind: 'number',
        from: ({ each }) => each.machine.facts.downtimeBudgetMinutes,
      },
      ...bothClocks<Placed>('start', 'Window starts', timeZone, ({ each }) => each.wave?.window?.startsAt),
      ...bothClocks<Placed>('end', 'Window ends', timeZone, ({ each }) => each.wave?.window?.endsAt),
      { key: 'readiness', title: 'Readiness', kind: 'text', tones: VERDICT_TONES, from: ({ each }) => VERDICT_TITLES[each.verdict] },
      { key: 'blockerCount', title: 'Open blockers', kind: 'number', from: ({ each }) => each.row.blockerCount },
      { key: 'blockers', title: 'Which', kind: 'text', empty: 'none', from: ({ each }) => ruleTitles(blockersOf(each), context) },
      { key: 'owner', title: 'Owner', kind: 'text', from: ({ each }) => each.row.owner },
      { key: 'decision', title: 'Go or no-go', kind: 'text', empty: 'none', choices: ['Go', 'No-go'], from: () => null },
      { key: 'remark', title: 'Remark', kind: 'text', empty: 'none', choices: [], from: () => null },
    ],
    placedMachines(context),
  );
}

/** Waves in their order; within a wave the groups as the plan lists them, then by name. */
export function* placedMachines(context: ReportContext): Generator<Placed, void, void> {
  for (const wave of context.engagement.plan?.waves ?? []) {
    const place = new Map(wave.groupIds.map((id, index) => [id, index]));
    const members = (context.machinesOfWave.get(wave.id) ?? []).toSorted(
      (a, b) => (place.get(a.group?.id ?? '') ?? 0) - (place.get(b.group?.id ?? '') ?? 0),
    );
    for (const [index, each] of members.entries()) yield { each, order: index + 1 };
  }
}

function networksOf({ machine }: ReportMachine): string | null {
  const networks = new Set((machine.facts.nics ?? []).flatMap((nic) => (nic.network === undefined ? [] : [nic.network])));
  return networks.size === 0 ? null : [...networks].join(', ');
}
