import { describe, expect, it } from 'vitest';

import { ENTRIES, layers, type Layer } from './layers.data.ts';
import { codeOf, importsOf, projectFiles, readProjectFile, type ImportOfFile } from './source-files.ts';

const sources = projectFiles().filter((file) => /^(?:electron|renderer|shared|tests)\/.*\.tsx?$/.test(file));
const texts = new Map(sources.map((file) => [file, readProjectFile(file)]));

function fits(target: string, places: readonly string[]): boolean {
  return places.some((place) => target === place || (place.endsWith('/') && target.startsWith(place)));
}

function layerOf(file: string): Layer {
  const layer = layers.find((candidate) => fits(file, candidate.prefixes));
  if (layer === undefined) throw new Error(`${file} belongs to no layer: name one in tests/repository/layers.data.ts.`);
  return layer;
}

function isAllowedPackage(specifier: string, layer: Layer): boolean {
  if (layer.packages.includes('*')) return true;
  return layer.packages.some((name) =>
    name === 'node:' ? specifier.startsWith('node:') : specifier === name || specifier.startsWith(`${name}/`),
  );
}

/** `features/x` never reaches `features/y`, though both are of one layer. */
function isOtherFeature(file: string, target: string): boolean {
  const [own, other] = [file, target].map((place) => /^renderer\/features\/([^/]+)\//.exec(place)?.[1]);
  return own !== undefined && other !== undefined && own !== other;
}

/** Why this import may not be, or `null`. */
function problemWith(file: string, one: ImportOfFile): string | null {
  const layer = layerOf(file);
  const { specifier, target, isTypeOnly, line } = one;
  const isAllowed =
    target === null
      ? isAllowedPackage(specifier, layer)
      : !isOtherFeature(file, target) &&
        (fits(target, layer.prefixes) || fits(target, layer.may) || (isTypeOnly && fits(target, layer.mayTypes ?? [])));
  return isAllowed ? null : `${file}:${line} (${layer.name}) may not import ${target ?? specifier}. ${layer.instead}`;
}

describe('who may import whom', () => {
  it('is kept by every file', () => {
    expect(sources.length).toBeGreaterThan(300);
    const problems = sources.flatMap((file) => importsOf(file, texts.get(file) ?? '').flatMap((one) => problemWith(file, one) ?? []));
    expect(problems).toEqual([]);
  });

  it('lets only entries and tests build the app', () => {
    const builders = sources.filter((file) => importsOf(file, texts.get(file) ?? '').some((one) => one.target === 'electron/assemble.ts'));
    expect(builders.filter((file) => !file.startsWith('tests/') && !fits(file, ENTRIES))).toEqual([]);
  });

  it('would notice a broken rule, and says what to do instead', () => {
    const broken: readonly [string, string][] = [
      ['shared/planner/a.ts', "import { readFile } from 'node:fs/promises';"],
      ['shared/domain/a.ts', "export { b } from '../planner/b.ts';"],
      ['electron/services/a.ts', "import { createJournal } from '../journal/journal.ts';"],
      ['electron/services/a.ts', "import { createJournal, type Journal } from '../journal/journal.ts';"],
      ['electron/services/a.ts', "const later = await import('../journal/journal.ts');"],
      ['electron/journal/a.ts', "import { importers } from '../importers/index.ts';"],
      ['renderer/features/waves/a.tsx', "import { x } from '../checklist/x.ts';"],
      ['renderer/ui/a.tsx', "import {\n  words,\n} from '../text/words.ts';"],
      ['electron/host/a.ts', "import '../services/session.ts';"],
    ];
    const problems = broken.flatMap(([file, text]) => importsOf(file, text).flatMap((one) => problemWith(file, one) ?? []));
    expect(problems).toHaveLength(broken.length);
    expect(problems[2]).toBe(
      'electron/services/a.ts:1 (electron/services) may not import electron/journal/journal.ts. ' +
        'A service gets its parts from assemble.ts: import the type and take the function as an argument.',
    );
    const kept: readonly [string, string][] = [
      ['electron/services/a.ts', "import type { Journal } from '../journal/journal.ts';"],
      ['electron/services/a.ts', "import { type Journal, type Other } from '../journal/journal.ts';"],
    ];
    expect(kept.flatMap(([file, text]) => importsOf(file, text).flatMap((one) => problemWith(file, one) ?? []))).toEqual([]);
  });
});

describe('shared/', () => {
  /** What the linter cannot say; clocks, chance, timers and globals by name it can (see .oxlintrc.json). */
  const FORBIDDEN = /\bnew Date\(\s*\)|\bDate\.now\b|\bMath\.random\b|\bglobalThis\b/g;
  const found = (text: string): string[] => codeOf(text).match(FORBIDDEN) ?? [];

  it('knows no clock and no chance', () => {
    const problems = sources
      .filter((file) => file.startsWith('shared/'))
      .flatMap((file) => found(texts.get(file) ?? '').map((what) => `${file}: ${what}`));
    expect(problems).toEqual([]);
    expect(found('const now = new Date ( );'.replace(' (', '('))).toEqual(['new Date( )']);
    expect(found('// new Date()\nconst text = "Math.random";')).toEqual([]);
  });
});

describe('the repository', () => {
  it('names no place of one machine and no host of a package registry', () => {
    // Put together here, so that this file does not hold what it looks for.
    const places = ['work/', 'root/', 'home/[a-z]', 'Users/[a-z]'].map((place) => `(?:^|[\\s"'\`(=])/${place}`);
    const hosts = ['npmjs', 'yarnpkg'].map((name) => `registry\\.${name}`);
    const pattern = new RegExp([...places, ...hosts, ['deb', 'debian'].join('\\.'), ['C:', 'Users', '[a-z]'].join('\\\\')].join('|'), 'i');
    expect(['cd /', 'work/x', ' "https://registry.', 'npmjs.org"'].join('').match(pattern)).not.toBeNull();
    const isText = (file: string): boolean =>
      /\.(?:[cm]?[jt]sx?|json|md|html|css|yml|yaml|nsh|ps1|sh|plist)$|^\.ci\/|^\.npmrc$|^LICENSE$/.test(file);
    const problems = projectFiles()
      .filter((file) => isText(file) && file !== 'package-lock.json')
      .flatMap((file) =>
        readProjectFile(file)
          .split('\n')
          .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim().slice(0, 120)}`] : [])),
      );
    expect(problems).toEqual([]);
  });

  it('has no test that is left out or runs alone', () => {
    const left = new RegExp(`\\b(?:it|describe|test)\\.(?:${['only', 'todo', 'skip'].join('|')})\\(`);
    expect(sources.filter((file) => file.startsWith('tests/') && left.test(texts.get(file) ?? ''))).toEqual([]);
  });
});
