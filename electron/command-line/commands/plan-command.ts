import { readFile, writeFile } from 'node:fs/promises';

import { failed, success, type Reply } from '../../../shared/contract/failure.ts';
import type { MethodInput, MethodOutput } from '../../../shared/contract/methods.ts';
import type { PlanView } from '../../../shared/contract/shapes.ts';
import { done, refused, wrongUsage, type Command, type CommandInput } from '../command.ts';
import { openEngagement } from '../engagement-file.ts';
import { counted, textTable } from '../text-table.ts';

const DEFAULT_SECONDS = 10;

export const planCommand: Command = {
  name: 'plan',
  usage: 'ENGAGEMENT',
  summary: 'Plan waves and put the plan in force.',
  positionals: { least: 1, most: 1 },
  options: { limits: { type: 'string' }, seconds: { type: 'string' }, save: { type: 'string' } },
  optionHelp: {
    'limits FILE.json': 'change limits first; the file holds any of the fields of plan.set-limits',
    'save FILE.json': 'write plan and problem into a file that check-plan judges anywhere',
    'seconds N': `how long to look for a better plan (default: ${DEFAULT_SECONDS})`,
  },
  async run(input) {
    const seconds = Number(input.options.text('seconds') ?? DEFAULT_SECONDS);
    if (!(seconds >= 0.05 && seconds <= 600)) return wrongUsage('--seconds takes a number from 0.05 to 600.');
    const opened = await openEngagement(input.positionals[0] ?? '', input);
    if (!opened.ok) return refused(opened.failure);
    const limitsFile = input.options.text('limits');
    const limits = limitsFile === undefined ? null : await readLimits(input.pathOf(limitsFile));
    if (limits !== null && !limits.ok) return refused(limits.failure);
    const set = limits === null ? null : await input.call('plan.set-limits', { limits: limits.value });
    if (set !== null && !set.ok) return refused(set.failure);
    const made = await input.call('plan.make', { timeLimitMs: Math.round(seconds * 1000) });
    if (!made.ok) return refused(made.failure);
    if (made.value.status === 'contradiction') return refused(contradiction(made.value), { json: made.value, text: '' });
    // Only a window asks to see the difference first.
    if (made.value.status === 'proposed') return wrongUsage('The plan was only proposed. Run the command again.');
    const saved = await savePlan(input);
    if (!saved.ok) return refused(saved.failure, { json: made.value, text: planText(made.value.plan) });
    return done(made.value, planText(made.value.plan));
  },
};

async function savePlan(input: CommandInput): Promise<Reply<null>> {
  const named = input.options.text('save');
  if (named === undefined) return success(null);
  const file = await input.call('plan.file', {});
  if (!file.ok) return file;
  const filePath = input.pathOf(named);
  const isWritten = await writeFile(filePath, `${JSON.stringify(file.value)}\n`).then(
    () => true,
    () => false,
  );
  return isWritten ? success(null) : failed('conflict', `${filePath} cannot be written. The plan is in force; only the file is missing.`);
}

async function readLimits(filePath: string): Promise<Reply<MethodInput<'plan.set-limits'>['limits']>> {
  const text = await readFile(filePath, 'utf8').catch(() => null);
  if (text === null) return failed('not-found', `${filePath} cannot be read. Look whether it is there and whether you may read it.`);
  try {
    // Whatever it holds is checked by the method's schema.
    return success(JSON.parse(text) as MethodInput<'plan.set-limits'>['limits']);
  } catch {
    return failed('invalid-input', `${filePath} is not JSON. Mend it and run the command again; nothing was changed.`);
  }
}

function contradiction({ rules }: Extract<MethodOutput<'plan.make'>, { status: 'contradiction' }>) {
  const list = rules.map((rule) => rule.text).join(' – ');
  return failed('conflict', `No plan can keep these rules together, so none was made: ${list}`).failure;
}

function planText(plan: PlanView): string {
  const waves = plan.waves.map((wave) => [
    wave.title,
    wave.window?.startsAt ?? null,
    wave.groupIds.length,
    wave.machineCount,
    wave.sizeGiB,
    wave.unknownSizeCount,
  ]);
  return [
    `${counted(plan.waves.length, 'wave')}; ${plan.boundWords}. ${plan.lowerBoundReason}${plan.balance === null ? '' : ` ${plan.balance.text}`}`,
    textTable(['Wave', 'Window starts (UTC)', 'Groups', 'Machines', 'GiB', 'Size unknown'], waves),
    ...plan.violations.map((violation) => `Broken rule: ${violation.text}`),
    ...plan.leftOut.map((left) => `Left out: ${left.groupId} – ${left.reason}`),
  ].join('\n\n');
}
