import { expect, test } from 'vitest';

import { filesOfDrop, usableFiles } from '../../../../renderer/features/import/choose-files.ts';

const file = (name: string, bytes = 1): File => new File(['x'.repeat(bytes)], name);
const namesOf = (files: readonly File[]): string[] => files.map(({ name }) => name);

test('of several files those that can be inventories are taken, the largest first; one alone is judged by its content', () => {
  const files = [
    file('small.csv'),
    file('.hidden.csv'),
    file('~$open.xlsx'),
    file('photo.png', 9),
    file('empty.csv', 0),
    file('BIG.XLSX', 5),
    file('a.json', 2),
  ];
  expect(namesOf(usableFiles(files))).toEqual(['BIG.XLSX', 'a.json', 'small.csv']);
  expect(namesOf(usableFiles([file('inventory.dat')]))).toEqual(['inventory.dat']);
});

/** What a browser hands out for a dropped folder: its members in pieces, until an empty piece. */
function folderEntry(pieces: readonly (readonly object[])[]): object {
  const waiting = [...pieces, []];
  return {
    isFile: false,
    isDirectory: true,
    createReader: () => ({ readEntries: (done: (found: unknown) => void) => done(waiting.shift() ?? []) }),
  };
}
const fileEntry = (name: string): object => ({ isFile: true, isDirectory: false, file: (done: (found: File) => void) => done(file(name)) });
const dropOf = (entries: readonly object[]): DataTransfer =>
  ({
    files: [file('placeholder')],
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })),
  }) as unknown as DataTransfer;

test('a dropped folder gives the files in it and below it', async () => {
  const inner = folderEntry([[fileEntry('c.csv')]]);
  const outer = folderEntry([[fileEntry('a.csv'), inner], [fileEntry('b.csv')]]);
  expect(namesOf(await filesOfDrop(dropOf([outer, fileEntry('d.csv')])))).toEqual(['a.csv', 'c.csv', 'b.csv', 'd.csv']);
});

test('dropped files alone are taken as they are', async () => {
  expect(namesOf(await filesOfDrop(dropOf([fileEntry('x.csv')])))).toEqual(['placeholder']);
  expect(await filesOfDrop(null)).toEqual([]);
});
