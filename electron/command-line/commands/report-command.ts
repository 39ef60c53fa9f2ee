import type { MethodInput, MethodOutput } from '../../../shared/contract/methods.ts';
import { done, refused, wrongUsage, type Command, type CommandInput, type Outcome } from '../command.ts';
import { openEngagement } from '../engagement-file.ts';
import { fetchFile } from '../transfer-files.ts';

type Format = MethodInput<'report.export'>['formats'][number];
type Preset = MethodInput<'report.export'>['preset'];

const FORMATS: readonly Format[] = ['html', 'xlsx', 'json', 'csv'];
const PRESETS: readonly Preset[] = ['assessment', 'wave-plan', 'completion'];

export const reportCommand: Command = {
  name: 'report',
  usage: 'ENGAGEMENT --format FORMAT --out FOLDER',
  summary: 'Write a report.',
  positionals: { least: 1, most: 1 },
  options: { format: { type: 'string', multiple: true }, out: { type: 'string' }, preset: { type: 'string' } },
  optionHelp: {
    'format FORMAT': `${FORMATS.join(', ')}; several with commas or by giving it again`,
    'out FOLDER': 'where the files go; made when it is not there',
    'preset NAME': `${PRESETS.join(', ')} (default: assessment)`,
  },
  async run(input) {
    const formats = input.options.texts('format').flatMap((text) => text.split(','));
    const preset = input.options.text('preset') ?? 'assessment';
    const folder = input.options.text('out');
    if (formats.length === 0 || !formats.every(isFormat)) return wrongUsage(`--format takes ${FORMATS.join(', ')}.`);
    if (!isPreset(preset)) return wrongUsage(`--preset takes ${PRESETS.join(', ')}.`);
    if (folder === undefined) return wrongUsage('--out names the folder for the report.');
    const opened = await openEngagement(input.positionals[0] ?? '', input);
    if (!opened.ok) return refused(opened.failure);
    const exported = await input.call('report.export', { preset, formats: [...new Set(formats)], csvAs: 'files' });
    return exported.ok ? await takeFiles(exported.value, folder, input) : refused(exported.failure);
  },
};

async function takeFiles({ files }: MethodOutput<'report.export'>, folder: string, input: CommandInput): Promise<Outcome> {
  const written: { format: string; path: string; sizeBytes: number; sha256: string }[] = [];
  for (const { format, downloadId, sizeBytes, sha256 } of files) {
    // oxlint-disable-next-line no-await-in-loop
    const placed = await fetchFile(input.call, downloadId, input.pathOf(folder));
    if (!placed.ok) return refused(placed.failure);
    written.push({ format, path: placed.value, sizeBytes, sha256 });
  }
  return done({ files: written }, written.map((file) => file.path).join('\n'));
}

function isFormat(text: string): text is Format {
  return FORMATS.some((format) => format === text);
}

function isPreset(text: string): text is Preset {
  return PRESETS.some((preset) => preset === text);
}
