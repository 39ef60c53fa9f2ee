import path from 'node:path';

import { expect, test } from 'vitest';

import { createNativeDialogs } from '../../../electron/desktop/native-dialogs.ts';

const documents = path.resolve('/documents');
const chosen = path.resolve('/customers/north/North.landfall');

test('open offers only engagement files, begins in the documents folder and then where the last file was', async () => {
  const opens: unknown[] = [];
  const saves: unknown[] = [];
  const dialogs = createNativeDialogs(
    {
      showOpenDialog: (options) => {
        opens.push(options);
        return Promise.resolve({ canceled: false, filePaths: [chosen] });
      },
      showSaveDialog: (options) => {
        saves.push(options);
        return Promise.resolve({ canceled: false, filePath: chosen });
      },
    },
    documents,
  );
  expect(await dialogs.chooseOpen()).toBe(chosen);
  expect(await dialogs.chooseCreate('South.landfall')).toBe(chosen);
  const filters = [{ name: 'Landfall engagements', extensions: ['landfall'] }];
  expect(opens).toMatchObject([{ defaultPath: documents, filters, properties: ['openFile'] }]);
  expect(saves).toMatchObject([{ defaultPath: path.resolve('/customers/north/South.landfall'), filters }]);
});

test('a dialog that was cancelled gives nothing', async () => {
  const dialogs = createNativeDialogs(
    {
      showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
      showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
    },
    documents,
  );
  expect([await dialogs.chooseOpen(), await dialogs.chooseCreate('a.landfall')]).toEqual([null, null]);
});
