import type { MethodInput, MethodName } from '../../../shared/contract/methods.ts';
import { done, refused, wrongUsage, type Command } from '../command.ts';
import { openEngagement } from '../engagement-file.ts';

export const callCommand: Command = {
  name: 'call',
  usage: 'METHOD JSON',
  summary: 'Call any method of the contract; the answer is JSON.',
  positionals: { least: 1, most: 2 },
  options: { engagement: { type: 'string' } },
  optionHelp: { 'engagement FILE': 'open this engagement first' },
  async run(input) {
    const [method = '', text = '{}'] = input.positionals;
    const parsed = readJson(text);
    if (!parsed.isJson) return wrongUsage(`The input of ${method} is not JSON. Example: call search.find '{"text":"web"}'.`);
    const engagement = input.options.text('engagement');
    const opened = engagement === undefined ? null : await openEngagement(engagement, input);
    if (opened !== null && !opened.ok) return refused(opened.failure);
    // Whatever was typed is checked by dispatch: the name against the list, the input against the method's schema.
    const reply = await input.call(method as MethodName, parsed.value as MethodInput<MethodName>);
    return reply.ok ? done(reply.value, JSON.stringify(reply.value, null, 2)) : refused(reply.failure);
  },
};

function readJson(text: string): { readonly isJson: true; readonly value: unknown } | { readonly isJson: false } {
  try {
    return { isJson: true, value: JSON.parse(text) as unknown };
  } catch {
    return { isJson: false };
  }
}
