import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { SCENARIO_IDS } from '../../shared/domain/scenario-ids.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Files that name scenarios because that is what they are: the ids, the scenarios themselves, the rules and texts about them. */
const ALLOWED = [/^shared\/domain\/scenario-ids\.ts$/, /^shared\/scenarios\//, /^shared\/readiness\//, /\.data\.ts$/];
/** Importers read the words of other tools, some of which are the same, and say which scenario a source is for. */
const IMPORTER = /^electron\/importers\//;

function sourceFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

const files = ['shared', 'electron', 'renderer'].flatMap(sourceFiles);

it('decides nothing by the name of a scenario', () => {
  const ids = SCENARIO_IDS.map((id) => id.replaceAll('-', '\\-')).join('|');
  // A comparison with an id of a scenario, or of something called scenario with any text, also as a case of a switch.
  const byId = new RegExp(`(?:===|!==|case)\\s*['"\`](?:${ids})['"\`]`);
  const byText = /\bscenario(?:Id|\.id)?\s*[!=]==?\s*['"`]/i;
  const byReversed = /['"`]\s*[!=]==?\s*\w*\.?scenario(?:Id|\.id)?\b/i;
  const isDecision = (file: string, line: string): boolean =>
    (!IMPORTER.test(file) && byId.test(line)) || byText.test(line) || byReversed.test(line);
  const found = files.flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (isDecision(file, line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

it('names scenarios only where scenarios, rules and data are', () => {
  const names = SCENARIO_IDS.filter((id) => id !== 'vmware' && id !== 'physical').map((id) => `'${id}'`);
  const found = files
    .filter((file) => ![...ALLOWED, IMPORTER].some((allowed) => allowed.test(file)))
    .filter((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return names.some((name) => text.includes(name));
    });
  expect(found).toEqual([]);
});
