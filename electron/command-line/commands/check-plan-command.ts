import { readFile } from 'node:fs/promises';

import { failed, success, type Reply } from '../../../shared/contract/failure.ts';
import type { MethodInput, MethodOutput } from '../../../shared/contract/methods.ts';
import { problemFromPlainJson } from '../../../shared/contract/plan-file.ts';
import { done, refused, type Command, type CommandInput } from '../command.ts';
import { openEngagement } from '../engagement-file.ts';
import { counted } from '../text-table.ts';

type PlanFileInput = MethodInput<'plan.check-file'>;

export const checkPlanCommand: Command = {
  name: 'check-plan',
  usage: 'FILE [ASSIGNMENT.json]',
  summary: 'Judge the plan of an engagement, of a plan file (plan --save) or of a problem in wave-plan-1.',
  positionals: { least: 1, most: 2 },
  options: {},
  optionHelp: {},
  async run(input) {
    const [named = '', assignmentName] = input.positionals;
    const file = named.endsWith('.json') ? await readPlanFile(input, named, assignmentName) : await planOfEngagement(input, named);
    if (!file.ok) return refused(file.failure);
    const checked = await input.call('plan.check-file', file.value);
    if (!checked.ok) return refused(checked.failure);
    const { isValid, isBoundConfirmed, violations } = checked.value;
    const text = sentences(checked.value, file.value).join('\n');
    if (isValid && isBoundConfirmed !== false) return done(checked.value, text);
    const what = isValid ? 'the claimed bound is not confirmed' : counted(violations.length, 'broken rule');
    return refused(failed('conflict', `The plan is not accepted: ${what}.`).failure, { json: checked.value, text });
  },
};

function sentences(
  { isValid, isBoundConfirmed, violations, value }: MethodOutput<'plan.check-file'>,
  { problem, bound }: PlanFileInput,
): string[] {
  const counts = problem.objective === 'fewest-waves' ? counted(value, 'wave') : `done in window ${value}`;
  const claim =
    bound === null
      ? 'No bound is claimed.'
      : `At least ${bound.value}: ${isBoundConfirmed === true ? 'confirmed' : 'not confirmed'} (${bound.certificate.kind}). ${bound.reason}`;
  return [isValid ? `Every rule is kept; ${counts}.` : `Not valid; ${counts}.`, ...violations, claim];
}

async function planOfEngagement(input: CommandInput, named: string): Promise<Reply<PlanFileInput>> {
  const opened = await openEngagement(named, input);
  return opened.ok ? await input.call('plan.file', {}) : opened;
}

async function readPlanFile(input: CommandInput, named: string, assignmentName: string | undefined): Promise<Reply<PlanFileInput>> {
  const read = await readJson(input.pathOf(named));
  if (!read.ok) return read;
  const own = assignmentName === undefined ? null : await readJson(input.pathOf(assignmentName));
  if (own !== null && !own.ok) return own;
  const isPlain = (read.value as { format?: unknown } | null)?.format === 'wave-plan-1';
  // Whatever else it holds is checked by the method's schema.
  if (!isPlain)
    return success({ ...(read.value as PlanFileInput), ...(own === null ? {} : { assignment: own.value as PlanFileInput['assignment'] }) });
  if (own === null) return failed('invalid-input', `${named} holds a problem and no plan. Name the file with the assignment behind it.`);
  try {
    const problem = problemFromPlainJson(read.value);
    return success({ format: 'landfall-plan-1', problem, assignment: own.value as PlanFileInput['assignment'], bound: null });
  } catch {
    return failed('invalid-input', `${named} says that it is wave-plan-1 and does not hold what belongs to it.`);
  }
}

async function readJson(filePath: string): Promise<Reply<unknown>> {
  const text = await readFile(filePath, 'utf8').catch(() => null);
  if (text === null) return failed('not-found', `${filePath} cannot be read. Look whether it is there and whether you may read it.`);
  try {
    return success(JSON.parse(text) as unknown);
  } catch {
    return failed('invalid-input', `${filePath} is not JSON.`);
  }
}
