import type { Client } from '../../../shared/contract/client.ts';
import { success, type Reply } from '../../../shared/contract/failure.ts';
import type { MachineRow, ReadinessSummary } from '../../../shared/contract/shapes.ts';
import { done, refused, type Command } from '../command.ts';
import { openEngagement } from '../engagement-file.ts';
import { textTable } from '../text-table.ts';

const ROWS_PER_PAGE = 2000;

export const assessCommand: Command = {
  name: 'assess',
  usage: 'ENGAGEMENT',
  summary: 'Say which machines are ready, which are not and why, and what is not known.',
  positionals: { least: 1, most: 1 },
  options: { machines: { type: 'boolean' } },
  optionHelp: { machines: 'list every machine with its verdict' },
  async run(input) {
    const opened = await openEngagement(input.positionals[0] ?? '', input);
    if (!opened.ok) return refused(opened.failure);
    const snapshot = await input.call('snapshot.get', {});
    if (!snapshot.ok) return refused(snapshot.failure);
    const machines = await allMachines(input.call);
    if (!machines.ok) return refused(machines.failure);
    const readiness = snapshot.value?.readiness;
    if (readiness === undefined) return done({ readiness: null, machines: [] }, 'No engagement is open.');
    const list = input.options.flag('machines') ? `\n\n${machineTable(machines.value)}` : '';
    return done({ readiness, machines: machines.value }, `${summaryText(readiness)}${list}`);
  },
};

async function allMachines(call: Client['call']): Promise<Reply<MachineRow[]>> {
  const rows: MachineRow[] = [];
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    const page = await call('machine.list', { offset: rows.length, limit: ROWS_PER_PAGE });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    if (page.value.rows.length === 0 || rows.length >= page.value.total) return success(rows);
  }
}

const VERDICT_WORDS = {
  ready: 'Ready',
  'ready-with-warnings': 'Ready with warnings',
  undecided: 'Undecided (facts are missing)',
  blocked: 'Blocked',
} as const;

function summaryText(readiness: ReadinessSummary): string {
  const verdicts = Object.entries(VERDICT_WORDS).map(([verdict, words]) => [
    words,
    readiness.verdicts[verdict as keyof typeof VERDICT_WORDS] ?? 0,
  ]);
  const rules = new Map(readiness.rules.map((rule) => [rule.id, rule]));
  const byRule = readiness.byRule
    .toSorted((a, b) => b.raised - a.raised || b.unknown - a.unknown)
    .map(({ ruleId, scenario, raised, unknown }) => [
      ruleId,
      scenario,
      rules.get(ruleId)?.severity ?? '',
      raised,
      unknown,
      rules.get(ruleId)?.title ?? '',
    ]);
  const dataAt = readiness.dataAt ?? 'unknown time';
  return [
    `Rules of ${readiness.ruleSetDate} (version ${readiness.ruleSetVersion}), data of ${dataAt}.`,
    textTable(['Verdict', 'Machines'], verdicts),
    byRule.length === 0
      ? 'No rule has anything to say.'
      : textTable(['Rule', 'Scenario', 'Severity', 'Raised', 'Unknown', 'Title'], byRule),
  ].join('\n\n');
}

function machineTable(rows: readonly MachineRow[]): string {
  return textTable(
    ['Machine', 'Scenario', 'Verdict', 'Blockers', 'Warnings', 'Unknown'],
    rows.map((row) => [
      row.name,
      row.scenario,
      row.isInScope ? row.verdict : 'out of scope',
      row.blockerCount,
      row.warningCount,
      row.unknownCount,
    ]),
  );
}
