// oxlint-disable-next-line security/detect-child-process
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const PROJECT = path.join(import.meta.dirname, '../..');

/** Files under version control, or of the folder where there is no version control (an unpacked archive). */
export function projectFiles(): string[] {
  if (!existsSync(path.join(PROJECT, '.git'))) return walk('.').toSorted();
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: PROJECT, encoding: 'utf8' });
  return listed.split('\n').filter((file) => file !== '' && existsSync(path.join(PROJECT, file)));
}

const NOT_OURS = new Set(['node_modules', 'out', 'dist', '.git', 'test-results', 'coverage']);

function walk(folder: string): string[] {
  return readdirSync(path.join(PROJECT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const inside = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? walk(inside) : [inside];
  });
}

export function readProjectFile(file: string): string {
  return readFileSync(path.join(PROJECT, file), 'utf8');
}

export interface ImportOfFile {
  /** What stands in quotes. */
  readonly specifier: string;
  /** Path in the project, for a relative specifier. */
  readonly target: string | null;
  readonly isTypeOnly: boolean;
  readonly line: number;
}

const STATEMENT =
  /^[ \t]*(?:import|export)\b([^;'"]*?)\bfrom\s*['"]([^'"]+)['"]|^[ \t]*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** Imports, re-exports and dynamic imports with a fixed name. */
export function importsOf(file: string, text: string): ImportOfFile[] {
  return [...text.matchAll(STATEMENT)].map((match) => {
    const clause = match[1] ?? '';
    const specifier = match[2] ?? match[3] ?? match[4] ?? '';
    return {
      specifier,
      target: specifier.startsWith('.') ? path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)) : null,
      isTypeOnly: isTypeOnly(clause),
      line: text.slice(0, match.index).split('\n').length,
    };
  });
}

function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const names =
    /\{([^}]*)\}/
      .exec(clause)?.[1]
      ?.split(',')
      .map((name) => name.trim()) ?? [];
  return names.length > 0 && names.every((name) => name === '' || name.startsWith('type ')) && !/^\s*\w/.test(clause);
}

/** The text without comments and without what stands in plain quotes, line for line. */
export function codeOf(text: string): string {
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ');
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, blank);
}
