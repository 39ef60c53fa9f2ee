import { describe, expect, it } from 'vitest';

import { readProjectFile } from './source-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly os?: readonly string[] | string;
  readonly cpu?: readonly string[] | string;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

const lockfile = JSON.parse(readProjectFile('package-lock.json')) as { readonly packages: Readonly<Record<string, LockedPackage>> };
const manifest = JSON.parse(readProjectFile('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
const locked = Object.entries(lockfile.packages).filter(([place]) => place !== '');

/** Permissive licences; those in the second list are for tools that are not part of what is handed out. */
const LICENCES = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Python-2.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
];
const LICENCES_OF_TOOLS = ['MPL-2.0', 'CC-BY-4.0', 'CC-BY-3.0', 'WTFPL', 'Artistic-2.0'];

/** `(A OR B)` needs one of them, `A AND B` both. */
function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const text = expression.replaceAll(/[()]/g, '');
  if (text.includes(' OR ')) return text.split(' OR ').some((part) => isAllowed(part, allowed));
  return text.split(' AND ').every((part) => allowed.includes(part.trim()));
}

describe('package.json', () => {
  it('names exact versions only', () => {
    const wanted = Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'], ...manifest['optionalDependencies'] });
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    const inLock = Object.fromEntries(wanted.map(([name]) => [name, lockfile.packages[`node_modules/${name}`]?.version]));
    expect(inLock).toEqual(Object.fromEntries(wanted));
  });

  it('leaves only what cannot be bundled to be packed', () => {
    expect(Object.keys(manifest['dependencies'] ?? {})).toEqual(['better-sqlite3']);
  });
});

describe('package-lock.json', () => {
  it('pins every package by its content and names no address', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
    expect(locked.filter(([, { integrity, link }]) => integrity === undefined && link !== true).map(([place]) => place)).toEqual([]);
  });

  it('holds permissive licences only', () => {
    const refused = locked.filter(([, { license, dev, devOptional }]) => {
      const isTool = dev === true || devOptional === true;
      return license === undefined || !isAllowed(license, isTool ? [...LICENCES, ...LICENCES_OF_TOOLS] : LICENCES);
    });
    expect(refused.map(([place, { license }]) => `${place}: ${license ?? 'none'}`)).toEqual([]);
  });

  it('holds the binaries of native tools for Windows, macOS and Linux, so that `npm ci` works on each', () => {
    const families: readonly (readonly [string, (system: string) => string])[] = [
      ['oxlint', (system) => `@oxlint/binding-${system}`],
      ['oxlint-tsgolint', (system) => `@oxlint-tsgolint/${system}`],
      ['oxfmt', (system) => `@oxfmt/binding-${system}`],
      ['rolldown', (system) => `@rolldown/binding-${system}`],
      ['typescript', (system) => `@typescript/typescript-${system}`],
      ['lightningcss', (system) => `lightningcss-${system}`],
    ];
    const names = locked.map(([place]) => place.split('node_modules/').at(-1) ?? '');
    const missing = families.flatMap(([tool, nameFor]) =>
      ['win32-x64', 'darwin-arm64', 'linux-x64'].flatMap((system) =>
        names.some((name) => name.startsWith(nameFor(system))) ? [] : [`${tool}: ${nameFor(system)}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});
