import { expect, test } from 'vitest';

import { followTheme } from '../../../electron/desktop/follow-theme.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { startTestApp } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();

test('the theme that was chosen is applied at the start and whenever a call changes it', async () => {
  const { app, ask } = startTestApp(await newFolder());
  await ask('app.set-preferences', { theme: 'dark' });
  const themes: string[] = [];
  const dispatch = await followTheme(app.dispatch, (theme) => void themes.push(theme));
  expect(themes).toEqual(['dark']);
  await dispatch('app.set-preferences', { theme: 'light' });
  await dispatch('app.set-preferences', { theme: 'pink' });
  await dispatch('app.info', {});
  expect(themes).toEqual(['dark', 'light']);
  await app.close();
});
