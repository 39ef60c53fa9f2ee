import { done, refused, wrongUsage, type Command } from '../command.ts';
import { openEngagement } from '../engagement-file.ts';
import { textTable } from '../text-table.ts';

const DEFAULT_LIMIT = 50;
const MOST = 100_000;

export const journalCommand: Command = {
  name: 'journal',
  usage: 'ENGAGEMENT',
  summary: 'Show the journal, newest first.',
  positionals: { least: 1, most: 1 },
  options: { limit: { type: 'string' }, text: { type: 'string' } },
  optionHelp: { 'limit N': `how many entries (default: ${DEFAULT_LIMIT})`, 'text WORDS': 'only entries that hold these words' },
  async run(input) {
    const limit = Number(input.options.text('limit') ?? DEFAULT_LIMIT);
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST) return wrongUsage(`--limit takes a whole number from 1 to ${MOST}.`);
    const opened = await openEngagement(input.positionals[0] ?? '', input);
    if (!opened.ok) return refused(opened.failure);
    const text = input.options.text('text');
    const listed = await input.call('journal.list', { limit, ...(text === undefined ? {} : { text }) });
    if (!listed.ok) return refused(listed.failure);
    const { entries, total } = listed.value;
    const rows = entries.map((entry) => [
      entry.id,
      entry.recordedAt,
      entry.actor,
      `${entry.title}${entry.isUndone ? ' (undone)' : ''}`,
      entry.detail.slice(0, 100),
    ]);
    return done(
      listed.value,
      `${textTable(['Entry', 'At (UTC)', 'By', 'What', 'Detail'], rows)}\n\n${entries.length} of ${total} entries.`,
    );
  },
};
