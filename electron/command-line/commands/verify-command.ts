import { failed } from '../../../shared/contract/failure.ts';
import { done, refused, type Command } from '../command.ts';
import { openEngagement } from '../engagement-file.ts';
import { counted } from '../text-table.ts';

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'ENGAGEMENT',
  summary: 'Check every entry and attachment against its hash.',
  positionals: { least: 1, most: 1 },
  options: {},
  optionHelp: {},
  async run(input) {
    const opened = await openEngagement(input.positionals[0] ?? '', input);
    if (!opened.ok) return refused(opened.failure);
    const verified = await input.call('journal.verify', {});
    if (!verified.ok) return refused(verified.failure);
    const { isSound, entryCount, attachmentCount, headHash, problems } = verified.value;
    const checked = `${counted(entryCount, 'entry', 'entries')}, ${counted(attachmentCount, 'attachment')}, head ${headHash}`;
    if (isSound) return done(verified.value, `${opened.value.fileName} is sound: ${checked}.`);
    const text = problems.map((problem) => problem.what).join('\n');
    const { failure } = failed(
      'conflict',
      `${opened.value.fileName} was changed or is damaged: ${counted(problems.length, 'problem')} in ${checked}.`,
    );
    return refused(failure, { json: verified.value, text });
  },
};
