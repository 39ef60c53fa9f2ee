import type { ImportSource } from './import-source.ts';
import type { Importer } from './importer.ts';
import { importers } from './index.ts';

/**
 * Why files that were handed over together are no single export, in one sentence, or `null` when they are one. Two exports read as
 * one would lose the machines of the second without a word.
 */
export function findStranger(files: readonly ImportSource[], importer: Importer): string | null {
  const owners = new Map<string, string>();
  for (const { fileName, sheets } of files) {
    for (const { name } of sheets) {
      const key = name.toLowerCase();
      const other = owners.get(key);
      if (other !== undefined)
        return other === fileName
          ? `${fileName} holds two tables “${name}”: these are two exports in one file. Import them one after another.`
          : `${other} and ${fileName} both hold a table “${name}”: these are two exports. Import them one after another.`;
      owners.set(key, fileName);
    }
  }
  if (files.length < 2) return null;
  const [first, second] = files;
  if (importer.id === GENERIC)
    return `${first?.fileName ?? ''} and ${second?.fileName ?? ''} are tables with columns of their own. Import them one after another.`;
  for (const file of files) {
    const own = importers.find((candidate) => candidate.recognises(file));
    if (own?.id === importer.id || importer.takesAlong?.(file) === true) continue;
    const what = own === undefined ? 'nothing that belongs to it' : own.title;
    return `These files are read as “${importer.title}”, and ${file.fileName} is ${what}. Import them one after another.`;
  }
  return null;
}

const GENERIC = 'generic-table';
