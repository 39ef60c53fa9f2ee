import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { Download, Page } from 'playwright-core';
import { expect } from 'vitest';

import { ask, drag, settle } from './page-acts.ts';

export const NOTE = 'Decided in the kick-off meeting.';
export const MINUTES = Buffer.from('Minutes of the kick-off meeting.');

/** Ids of the groups of each wave, in order. */
export async function wavesOf(page: Page): Promise<readonly (readonly string[])[]> {
  const snapshot = await ask(page, 'snapshot.get', {});
  return snapshot?.plan?.waves.map((wave) => [...wave.groupIds].toSorted()) ?? [];
}

export async function expectStepDone(page: Page): Promise<void> {
  const { items } = await ask(page, 'checklist.items', { stepId: 'choose-tool-route' });
  expect(items).toMatchObject([{ state: 'done', evidence: [{ kind: 'file', fileName: 'minutes.txt', text: NOTE }] }]);
}

export interface Move {
  readonly groupId: string;
  /** Place of the wave in the plan. */
  readonly toWave: number;
}

/** The first group of the first wave to the second wave, without a mouse. */
export async function moveByKeyboard(page: Page): Promise<Move> {
  const card = page.getByTestId('group-card').first();
  const groupId = (await card.getAttribute('data-group-id')) ?? '';
  await card.focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+Shift+M');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  await dialog.getByRole('radio').nth(1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
  return { groupId, toWave: 1 };
}

/** The first group of the second wave to the third wave. */
export async function moveByDrag(page: Page): Promise<Move> {
  await settle(page);
  const card = page.getByTestId('wave-column-2').getByTestId('group-card').first();
  const target = page.getByTestId('wave-column-3');
  const groupId = (await card.getAttribute('data-group-id')) ?? '';
  // Before the drop the column says what it would do.
  await drag(page, card, target, () => target.getByText(/Fits|Over capacity|Breaks a rule/).waitFor());
  return { groupId, toWave: 2 };
}

export async function stateOfStep(page: Page): Promise<string | undefined> {
  return (await ask(page, 'checklist.items', { stepId: 'choose-tool-route' })).items[0]?.state;
}

/** The file that was kept as evidence, byte by byte as it was handed over. */
export async function readEvidence(page: Page): Promise<Buffer> {
  const { items } = await ask(page, 'checklist.items', { stepId: 'choose-tool-route' });
  const { downloadId } = await ask(page, 'evidence.open', { sha256: items[0]?.evidence[0]?.sha256 ?? '' });
  return Buffer.from((await ask(page, 'download.read', { downloadId, offset: 0 })).base64, 'base64');
}

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/** The next files that the browser saves. */
export async function collectDownloads(page: Page, count: number): Promise<readonly SavedFile[]> {
  const downloads: Download[] = [];
  await new Promise<void>((resolve) => {
    const take = (download: Download): void => {
      if (downloads.push(download) < count) return;
      page.off('download', take);
      resolve();
    };
    page.on('download', take);
  });
  return await Promise.all(
    downloads.map(async (download) => {
      const bytes = await readFile(await download.path());
      return { name: download.suggestedFilename(), bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
  );
}
