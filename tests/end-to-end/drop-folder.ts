import type { Page } from 'playwright-core';

/** Drops a folder of the disk onto the middle of the window, as a file manager does: the browser itself tells the page what is in it. */
export async function dropFolder(page: Page, folder: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const drag = {
    x: Math.round(width / 2),
    y: Math.round(height / 2),
    data: { items: [], files: [folder], dragOperationsMask: 1 },
  };
  await client.send('Input.dispatchDragEvent', { ...drag, type: 'dragEnter' });
  await client.send('Input.dispatchDragEvent', { ...drag, type: 'dragOver' });
  await page.getByTestId('drop-cover').waitFor();
  await client.send('Input.dispatchDragEvent', { ...drag, type: 'drop' });
  await client.detach();
}
