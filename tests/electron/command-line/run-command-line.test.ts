import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { assemble } from '../../../electron/assemble.ts';
import { commands } from '../../../electron/command-line/commands.ts';
import { runCommandLine } from '../../../electron/command-line/run-command-line.ts';
import type { PlanFile } from '../../../shared/contract/plan-file.ts';
import { awsAnswers } from '../../support/make-aws-answers.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { testParts } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();
const SAMPLE = path.join(import.meta.dirname, '../../../resources/sample/sample-estate.xlsx');

const CLEAR_LINE = '\r\u001b[K';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

function commandLineIn(folder: string, columns: number | null = null, environment: Record<string, string> = {}) {
  return async (...args: string[]): Promise<Ran> => {
    let out = '';
    let error = '';
    const code = await runCommandLine(args, {
      startApp: () => assemble(testParts(folder, { hostKind: 'command-line' })),
      writeOut: (text) => void (out += text),
      writeError: (text) => void (error += text),
      terminalColumns: () => columns,
      currentFolder: folder,
      environment,
      version: '0.1.0',
      signal: new AbortController().signal,
    });
    return { code, out, error };
  };
}

const json = (ran: Ran): unknown => JSON.parse(ran.out);

describe('importing', () => {
  it('reads files of one export as one when it is told that they are', async () => {
    const folder = await newFolder();
    const run = commandLineIn(folder);
    const names = await Promise.all(
      Object.entries(awsAnswers()).map(async ([name, value]) => {
        await writeFile(path.join(folder, `${name}.json`), JSON.stringify(value));
        return `${name}.json`;
      }),
    );
    const apart = await run('import', 'apart.landfall', ...names);
    expect([apart.code, apart.error]).toEqual([1, expect.stringMatching(/volumes\.json is JSON, but none of the exports/)]);
    const together = await run('import', 'together.landfall', '--together', ...names);
    expect([together.code, together.out]).toEqual([
      0,
      expect.stringMatching(/^instances\.json and 3 more: AWS EC2 instances, 2 machines, 2 new/),
    ]);
  });
});

describe('usage', () => {
  it('is told on request, with exit 0, for everything and for each command', async () => {
    const run = commandLineIn(await newFolder());
    const overall = await run('--help');
    expect({ code: overall.code, error: overall.error }).toEqual({ code: 0, error: '' });
    for (const command of commands) {
      expect(overall.out).toContain(`  ${command.name} ${command.usage}`);
      const own = await run(command.name, '--help');
      expect({ code: own.code, first: own.out.split('\n')[0] }).toEqual({ code: 0, first: command.summary });
      for (const option of Object.keys(command.options)) expect(own.out).toContain(`--${option}`);
    }
    expect(await run('--version')).toEqual({ code: 0, out: '0.1.0\n', error: '' });
  });

  it('that is wrong ends with 2, says what is wrong, and does nothing', async () => {
    const folder = await newFolder();
    const run = commandLineIn(folder);
    const wrong = [
      [],
      ['fly'],
      ['import', 'only-the-engagement'],
      ['plan'],
      ['plan', 'a', 'b'],
      ['plan', 'a', '--seconds', 'soon'],
      ['plan', 'a', '--colour', 'blue'],
      ['journal', 'a', '--limit', '0'],
      ['report', 'a', '--format', 'docx', '--out', 'x'],
      ['report', 'a', '--format', 'html'],
      ['report', 'a', '--format', 'html', '--out', 'x', '--preset', 'nice'],
      ['call', 'app.info', '{'],
      ['import', 'a', 'b.csv', '--map', 'Name'],
    ];
    for (const args of wrong) {
      const ran = await run(...args);
      expect({ args, code: ran.code, out: ran.out }).toEqual({ args, code: 2, out: '' });
      expect(ran.error.split('\n\n')[0]).toMatch(/^[A-Z-].*\.( Example: |$)/);
    }
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('refusals end with 1 and one sentence on the error output', () => {
  it.each([
    [['assess', 'nothing-here'], /nothing-here\.landfall is not there any more/],
    [['verify', 'notes.txt'], /notes\.txt is not a Landfall engagement/],
    [['import', 'new', 'missing.xlsx'], /missing\.xlsx cannot be read/],
    [['call', 'engagement.fly'], /There is no method engagement\.fly/],
    [['call', 'machine.list', '{"offset":-1}'], /machine\.list: offset/],
  ])('%j', async (args, sentence) => {
    const folder = await newFolder();
    await writeFile(path.join(folder, 'notes.txt'), 'These are notes, not an engagement. '.repeat(10));
    const ran = await commandLineIn(folder)(...args);
    expect({ code: ran.code, out: ran.out, lines: ran.error.trimEnd().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
    expect(ran.error).toMatch(sentence);
  });
});

type Run = ReturnType<typeof commandLineIn>;

async function judgesPlanFiles(run: Run, folder: string): Promise<void> {
  expect(await run('check-plan', 'ferries')).toMatchObject({
    code: 0,
    error: '',
    out: expect.stringMatching(/^Every rule is kept; \d waves\.\nAt least 4: confirmed/) as unknown,
  });
  await run('plan', 'ferries', '--seconds', '0.5', '--save', 'plan.json');
  expect((await run('check-plan', 'plan.json')).code).toBe(0);
  const file = JSON.parse(await readFile(path.join(folder, 'plan.json'), 'utf8')) as PlanFile;
  const write = async (changed: object): Promise<void> => await writeFile(path.join(folder, 'other.json'), JSON.stringify(changed));

  await write({ ...file, bound: { ...file.bound, value: 5 } });
  expect(await run('check-plan', 'other.json')).toMatchObject({
    code: 1,
    error: expect.stringContaining('bound is not confirmed') as unknown,
  });
  const everythingAtOnce = Object.fromEntries(file.problem.groups.map((group) => [group.id, file.problem.windows[0]!.id]));
  await write({ ...file, assignment: everythingAtOnce });
  expect(await run('check-plan', 'other.json')).toMatchObject({
    code: 1,
    out: expect.stringMatching(/holds 120 machines; 30 fit/) as unknown,
  });
  await write({ ...file, problem: { ...file.problem, windows: 'none' } });
  expect(await run('check-plan', 'other.json')).toMatchObject({ code: 1, error: expect.stringContaining('windows') as unknown });

  const plain = {
    format: 'wave-plan-1',
    dims: ['size'],
    windows: [
      { id: 'W1', capacity: [3] },
      { id: 'W2', capacity: [3] },
    ],
  };
  const groups = [
    { id: 'A', demand: [2] },
    { id: 'B', demand: [2] },
  ];
  await write({ ...plain, groups, before: [['A', 'B', 'strict']], conflicts: [], together: [], objective: 'fewest-waves' });
  await writeFile(path.join(folder, 'good.json'), '{"A":"W1","B":"W2"}');
  await writeFile(path.join(folder, 'bad.json'), '{"A":"W2","B":"W1"}');
  expect((await run('check-plan', 'other.json', 'good.json')).code).toBe(0);
  expect(await run('check-plan', 'other.json', 'bad.json')).toMatchObject({ code: 1, error: 'The plan is not accepted: 1 broken rule.\n' });
  expect((await run('check-plan', 'other.json')).error).toMatch(/holds a problem and no plan/);
}

describe('a whole engagement from the command line', () => {
  it('imports, assesses, plans, shows checklist and journal, verifies', async () => {
    const folder = await newFolder();
    const run = commandLineIn(folder);
    const imported = await run('import', 'ferries', SAMPLE, '--customer', 'Northern Isles Ferries', '--json');
    expect(imported).toMatchObject({ code: 0, error: '' });
    expect(json(imported)).toMatchObject({ imports: [{ machineCount: 120, newMachineCount: 120, formatId: 'rvtools' }] });

    const again = await run('import', 'ferries', SAMPLE);
    expect(again).toMatchObject({ code: 0, error: '', out: expect.stringContaining('imported before') as unknown });

    const assessed = await run('assess', 'ferries.landfall', '--json');
    const { readiness, machines } = json(assessed) as { readiness: { verdicts: Record<string, number> }; machines: unknown[] };
    expect(machines).toHaveLength(120);
    expect(Object.values(readiness.verdicts).reduce((sum, count) => sum + count, 0)).toBe(120);
    expect((await run('assess', 'ferries', '--machines')).out).toMatch(/Verdict +Machines\n[\s\S]*Machine +Scenario/);

    await writeFile(path.join(folder, 'limits.json'), JSON.stringify({ machinesPerWave: 30, pilotMachines: null }));
    const planned = await run('plan', 'ferries', '--limits', 'limits.json', '--seconds', '0.5', '--json');
    const { plan } = json(planned) as { plan: { waves: { machineCount: number }[]; lowerBound: number; isValid: boolean } };
    expect(plan).toMatchObject({ isValid: true, lowerBound: 4 });
    expect(Math.max(...plan.waves.map((wave) => wave.machineCount))).toBeLessThanOrEqual(30);
    expect((await run('plan', 'ferries', '--seconds', '0.5')).out).toMatch(/^\d waves; at least 4 are needed\./);

    await judgesPlanFiles(run, folder);
    expect((await run('checklist', 'ferries', '--json')).code).toBe(0);
    const journal = await run('journal', 'ferries', '--json', '--limit', '2');
    expect(json(journal)).toMatchObject({ entries: [{ kind: 'plan.adopted' }, { kind: 'plan.adopted' }], hasMore: true });

    const reported = await run('report', 'ferries', '--format', 'html,csv', '--format', 'json', '--out', 'reports/new', '--json');
    const { files } = json(reported) as { files: { format: string; path: string; sizeBytes: number }[] };
    expect(new Set(files.map((file) => file.format))).toEqual(new Set(['csv', 'html', 'json']));
    for (const file of files) expect((await stat(file.path)).size).toBe(file.sizeBytes);
    expect((await readdir(path.join(folder, 'reports/new'))).toSorted()).toEqual(files.map((file) => path.basename(file.path)).toSorted());

    const verified = await run('verify', 'ferries');
    expect(verified).toMatchObject({ code: 0, error: '' });
    expect(verified.out).toMatch(/^ferries\.landfall is sound: 8 entries, 2 attachments, head [0-9a-f]{64}\.\n$/);
  });

  it('changes nothing when the limits cannot be read or cannot hold together', async () => {
    const folder = await newFolder();
    const run = commandLineIn(folder);
    await run('import', 'ferries', SAMPLE);
    const before = json(await run('journal', 'ferries', '--json'));
    await writeFile(path.join(folder, 'broken.json'), '{"machinesPerWave":');
    await writeFile(path.join(folder, 'wrong.json'), '{"machinesPerWave":"many"}');
    expect(await run('plan', 'ferries', '--limits', 'broken.json')).toMatchObject({
      code: 1,
      error: expect.stringContaining('is not JSON') as unknown,
    });
    expect(await run('plan', 'ferries', '--limits', 'wrong.json')).toMatchObject({
      code: 1,
      error: expect.stringContaining('machinesPerWave') as unknown,
    });
    expect(json(await run('journal', 'ferries', '--json'))).toEqual(before);
  });

  it('takes a table whose columns a person names, and says which columns there are when nobody did', async () => {
    const folder = await newFolder();
    const run = commandLineIn(folder);
    await writeFile(path.join(folder, 'list.csv'), 'Asset tag;Purpose;Working memory (GB)\nalpha;web;8\nbeta;database;32\n');
    const asked = await run('import', 'new', 'list.csv');
    expect(asked).toMatchObject({ code: 1, error: expect.stringMatching(/“Asset tag”, “Purpose”, “Working memory \(GB\)”/) as unknown });
    const mapped = await run('import', 'new', 'list.csv', '--map', 'Asset tag=name', '--map', 'Working memory (GB)=memoryMiB', '--json');
    expect(json(mapped)).toMatchObject({ imports: [{ machineCount: 2 }] });
    const { machines } = json(await run('assess', 'new', '--json')) as { machines: { name: string; memoryMiB: number }[] };
    expect(machines.map(({ name, memoryMiB }) => ({ name, memoryMiB }))).toEqual([
      { name: 'alpha', memoryMiB: 8192 },
      { name: 'beta', memoryMiB: 32_768 },
    ]);
  });

  it('tells what was imported before a file that could not be', async () => {
    const folder = await newFolder();
    await writeFile(path.join(folder, 'empty.csv'), '');
    const ran = await commandLineIn(folder)('import', 'new', SAMPLE, 'empty.csv');
    expect(ran).toMatchObject({
      code: 1,
      out: expect.stringContaining('120 machines') as unknown,
      error: expect.stringContaining('empty.csv is empty') as unknown,
    });
  });
});

describe('progress', () => {
  it('is drawn on a terminal only, in one line that is cleared', async () => {
    const folder = await newFolder();
    const onTerminal = await commandLineIn(folder, 60)('import', 'a', SAMPLE);
    const inPipe = await commandLineIn(folder)('import', 'b', SAMPLE);
    expect(inPipe.error).toBe('');
    expect(onTerminal.error.split(CLEAR_LINE)).toContainEqual(expect.stringMatching(/^\[#*-*\] +\d+ % /));
    expect(onTerminal.error.endsWith(CLEAR_LINE)).toBe(true);
    expect(onTerminal.error).not.toContain('\n');
    expect(Math.max(...onTerminal.error.split(CLEAR_LINE).map((line) => line.length))).toBeLessThan(60);
  });
});

describe('the project', () => {
  it('starts through a script that any Node can read', async () => {
    const script = await readFile(path.join(import.meta.dirname, '../../../electron/start.mjs'), 'utf8');
    const { scripts } = JSON.parse(await readFile(path.join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts).toMatchObject({ start: 'node electron/start.mjs', landfall: 'node electron/start.mjs --command-line' });
    expect(script).not.toMatch(/\?\?=|import type|: string/);
  });
});
