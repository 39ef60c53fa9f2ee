import { expect, test } from 'vitest';

import { joinPath, pathToCreate, placeWords } from '../../../../renderer/features/start/place.ts';

test('a new file goes to the default folder without a path, so that a free name is found there', () => {
  const info = { defaultFolder: '/data/Documents', platform: 'linux' };
  expect([
    pathToCreate({ kind: 'folder', folder: '/data/Documents' }, 'Nordkliff', info),
    pathToCreate({ kind: 'folder', folder: '/data/Nordkliff' }, ' Exit: 2027 ', info),
    pathToCreate({ kind: 'file', path: '/mnt/x/exit.landfall' }, 'Nordkliff', info),
  ]).toEqual([undefined, '/data/Nordkliff/Exit 2027.landfall', '/mnt/x/exit.landfall']);
});

test('paths are joined in the way of the system', () => {
  expect([
    joinPath('C:\\Users\\ines', 'a.landfall', 'win32'),
    joinPath('D:\\', 'a.landfall', 'win32'),
    joinPath('/', 'a', 'linux'),
  ]).toEqual(['C:\\Users\\ines\\a.landfall', 'D:\\a.landfall', '/a']);
});

test('the place is told as file and folder, also before there is a name', () => {
  expect([
    placeWords({ kind: 'folder', folder: '/data' }, '  '),
    placeWords({ kind: 'file', path: 'C:\\Work\\nord' }, 'x'),
    placeWords({ kind: 'file', path: '/exit.landfall' }, 'x'),
  ]).toEqual([
    { fileName: 'Engagement.landfall', folder: '/data' },
    { fileName: 'nord.landfall', folder: 'C:\\Work' },
    { fileName: 'exit.landfall', folder: '/' },
  ]);
});
