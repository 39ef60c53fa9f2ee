import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';

import { benchAssess } from './assess.ts';
import { generateSheets, writeSheets } from './make-estate.ts';
import { measure, type Measured } from './measure.ts';
import { silenceWords, type Silence } from './watch-for-silence.ts';

/**
 * 10,000 generated machines through the command line, each step beside what the bare libraries need for the same data in the
 * same run. Run with `npm run bench`; numbers are of this computer and this moment, ratios travel better.
 */
const MACHINES = Number(process.argv[2] ?? 10_000);
const AIM = 1.5;
const OPEN_AIM_SECONDS = 1;
const SMALL_SECONDS = 0.001;

const PROJECT = path.join(import.meta.dirname, '../..');
const folder = await mkdtemp(path.join(tmpdir(), 'landfall-bench-'));
const workbook = path.join(folder, 'estate.xlsx');
const engagement = path.join(folder, 'estate.landfall');
const environment = { LANDFALL_USER_DATA: path.join(folder, 'user data'), LANDFALL_DOCUMENTS: folder };

const landfall = (...args: string[]): Promise<Measured> =>
  measure([path.join(PROJECT, 'out/main/main-command-line.js'), ...args], environment);
const bare = (...args: string[]): Promise<Measured> => measure([path.join(import.meta.dirname, 'baseline.ts'), ...args]);

function say(line = ''): void {
  process.stdout.write(`${line}\n`);
}

function row(name: string, { seconds, peakMiB }: Pick<Measured, 'seconds' | 'peakMiB'>, remark = ''): void {
  const memory = peakMiB === null ? 'not measured' : `${Math.round(peakMiB).toLocaleString('en')} MiB`;
  say(`  ${name.padEnd(46)} ${seconds.toFixed(2).padStart(7)} s  ${memory.padStart(13)}  ${remark}`.trimEnd());
}

function ratio(name: string, seconds: number, baselineSeconds: number): void {
  const times = seconds / Math.max(SMALL_SECONDS, baselineSeconds);
  say(`  ${name.padEnd(46)} ${times.toFixed(2).padStart(7)} x  ${times <= AIM ? 'within' : 'over'} the aim of ${AIM} x`);
}

const sheets = generateSheets(MACHINES);
await writeFile(workbook, await writeSheets(sheets));
const lines = sheets.reduce((sum, sheet) => sum + sheet.rows.length - 1, 0);
const size = (await stat(workbook)).size / 1024 / 1024;
say(
  `${MACHINES.toLocaleString('en')} machines, ${lines.toLocaleString('en')} rows, ${size.toFixed(1)} MiB workbook; ${cpus().length} processors, Node ${process.versions.node}`,
);

say('\nBare libraries, same data (whole process, and the work alone in brackets)');
const workOf = ({ output }: Measured): number => (JSON.parse(output) as { readonly seconds: number }).seconds;
const read = await bare('read', workbook);
row('hucre reads the workbook', read, `(${workOf(read).toFixed(2)} s)`);
const insert = await bare('insert', workbook, path.join(folder, 'bare.sqlite'));
row('better-sqlite3 inserts the rows (after reading)', insert, `(${workOf(insert).toFixed(2)} s)`);

say('\nLandfall, from the command line (whole process with its worker)');
const imported = await landfall('import', engagement, workbook);
row('import', imported, '(with readiness, whose numbers go into the journal)');
const assessed = await landfall('assess', engagement, '--json');
row('assess', assessed);
const planned = await landfall('plan', engagement, '--seconds', '2');
row('plan (2 s for the solver)', planned);
const reportFolder = path.join(folder, 'report');
const reported = await landfall('report', engagement, '--format', 'xlsx', '--out', reportFolder);
row('report as XLSX', reported);
const [reportName = ''] = (await readdir(reportFolder)).filter((name) => name.endsWith('.xlsx'));
const write = await bare('write', path.join(reportFolder, reportName), path.join(folder, 'bare.xlsx'));
row("bare hucre writes the report's own rows", write, `(${workOf(write).toFixed(2)} s)`);
const seen = await landfall('verify', engagement);
row('verify', seen);

say('\nInside the main process of a window (the command line derives only what is asked for)');
const steps = await measure([path.join(import.meta.dirname, 'steps.ts'), folder, workbook]);
const parts = JSON.parse(steps.output) as Readonly<Record<string, { readonly seconds: number; readonly silence: Silence }>>;
for (const [name, { seconds, silence }] of Object.entries(parts)) row(name, { seconds, peakMiB: null }, silenceWords(silence));

say('\nAll rules alone, best of several runs');
for (const { machines, milliseconds, microsecondsPerMachine } of benchAssess()) {
  const each = `${microsecondsPerMachine.toFixed(1)} µs each`;
  row(`${machines.toLocaleString('en')} machines`, { seconds: milliseconds / 1000, peakMiB: null }, each);
}

say('\nRatios');
const secondsOf = (name: string): number => parts[name]?.seconds ?? Number.NaN;
ratio('preview / bare reading (whole process)', secondsOf('preview'), read.seconds);
ratio('confirm / bare inserting', secondsOf('confirm'), workOf(insert));
ratio('import / bare reading and inserting', imported.seconds, read.seconds + workOf(insert));
ratio('report / bare reading and writing its rows', reported.seconds, write.seconds);
const open = secondsOf('open');
say(
  `  ${'opening'.padEnd(46)} ${open.toFixed(2).padStart(7)} s  ${open <= OPEN_AIM_SECONDS ? 'within' : 'over'} the aim of ${OPEN_AIM_SECONDS} s`,
);
await rm(folder, { recursive: true, force: true });
