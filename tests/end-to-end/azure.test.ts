import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, test, vi } from 'vitest';

import { assemble } from '../../electron/assemble.ts';
import { serveOverLoopback } from '../../electron/host/serve-over-loopback.ts';
import { startAzureWorld, VAULT_ID, type AzureWorld } from '../electron/services/azure-world.ts';
import { closeSharedBrowser, sharedBrowser } from '../host/shared-browser.ts';
import { plantSecrets, SECRET_MARKS } from '../support/planted-secrets.ts';
import { testParts } from '../support/test-app.ts';
import { checkAccessibility } from './check-accessibility.ts';
import { startApp } from './harness.ts';
import { textsInMemory } from './heap-search.ts';
import { ask, settle, showScreen } from './page-acts.ts';
import { blockNetwork, watchPage, type PageFaults } from './watch-page.ts';

const RENDERER = path.join(import.meta.dirname, '../../out/renderer');
const BIOS = '42133db8-d611-0a14-cee8-e4337ee0cc0';
const LIST = [
  'Name;OS;vCPU;Memory (GB);In use (GB);IP address;BIOS UUID',
  `alpha;Windows Server 2019;4;16;120;10.0.0.1;${BIOS}1`,
  `beta;Ubuntu 22.04;2;8;60;10.0.0.2;${BIOS}2`,
  'delta;Windows Server 2016;8;32;400;10.0.0.4;',
].join('\n');
/** `renamed` shares only its address with a machine of the inventory: a person has to say. */
const DISCOVERED = [
  { id: 'm-1', name: 'alpha', biosId: `${BIOS}1`, addresses: ['10.0.0.1'] },
  { id: 'm-2', name: 'beta', biosId: `${BIOS}2`, addresses: ['10.0.0.2'] },
  { id: 'm-9', name: 'renamed', biosId: `${BIOS}9`, addresses: ['10.0.0.4'] },
];

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});
afterAll(closeSharedBrowser);

interface Opened {
  readonly page: Page;
  readonly world: AzureWorld;
  readonly faults: PageFaults & { readonly blocked: string[] };
}

/** The built window over the loopback host of this process, with a sign-in page and an Azure of the tests. */
async function openWithAzure(): Promise<Opened> {
  const folder = await mkdtemp(path.join(tmpdir(), 'landfall-azure-'));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const world = await startAzureWorld(DISCOVERED);
  closing.push(() => world.close().catch(() => undefined));
  const app = assemble(testParts(folder, { hostKind: 'loopback', azure: world.host }));
  closing.push(app.close);
  const server = await serveOverLoopback({ dispatch: app.dispatch, hub: app.hub, rendererFolder: RENDERER });
  closing.push(server.close);
  const context = await (
    await sharedBrowser()
  ).newContext({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block', locale: 'en-GB' });
  closing.push(() => context.close());
  const faults = { cspViolations: [], consoleErrors: [], blocked: [] };
  await blockNetwork(context, `http://127.0.0.1:${server.port}/`, faults.blocked);
  const page = await context.newPage();
  await watchPage(page, faults);
  await page.goto(server.newAddress(), { waitUntil: 'load' });
  return { page, world, faults };
}

async function fillEngagement(page: Page): Promise<void> {
  await ask(page, 'app.set-preferences', { isTourSeen: true });
  await ask(page, 'engagement.create', { name: 'Move', customer: 'Example' });
  await page.locator('main h1', { hasText: 'Overview' }).waitFor();
  const bytes = Buffer.from(LIST);
  const { uploadId } = await ask(page, 'upload.start', { name: 'list.csv', sizeBytes: bytes.byteLength });
  await ask(page, 'upload.chunk', { uploadId, offset: 0, base64: bytes.toString('base64') });
  const { previewId } = await ask(page, 'import.preview', { uploadId });
  await ask(page, 'import.confirm', { previewId });
}

/** Somebody enables replication of the first machine in the portal. */
function enableInPortal(world: AzureWorld): void {
  const origin = 'https://127.0.0.1';
  const headers = { authorization: `Bearer ${world.vaultToken()}` };
  const source = Object.values(world.simulator.estate.vaults[0]?.machines ?? {})[0]?.sourceId ?? '';
  const place = `${VAULT_ID}/replicationFabrics/vault1-vmwarefabric/replicationProtectionContainers/vault1replicationcontainer/replicationProtectedItems/item-1`;
  const details = { instanceType: 'InMageRcm', fabricDiscoveryMachineId: source, processServerId: 'ps-01' };
  const properties = { policyId: `${VAULT_ID}/replicationPolicies/landfall-policy`, providerSpecificDetails: details };
  world.simulator.answer({ method: 'PUT', url: new URL(`${place}?api-version=2023-06-01`, origin), headers, origin, body: { properties } });
  for (let hour = 0; hour < 6; hour += 1) {
    world.simulator.clock.advance(3_600_000);
    world.simulator.answer({ method: 'GET', url: new URL('/subscriptions?api-version=2022-12-01', origin), headers, origin, body: {} });
  }
}

async function checkNow(page: Page): Promise<void> {
  const before = (await ask(page, 'snapshot.get', {}))?.azure.lastRead?.readAt ?? '';
  await page.locator('main').getByRole('button', { name: 'Check now' }).click();
  await page.getByRole('button', { name: 'Stop reading' }).waitFor({ state: 'hidden' });
  await vi.waitUntil(async () => ((await ask(page, 'snapshot.get', {}))?.azure.lastRead?.readAt ?? '') > before, { timeout: 30_000 });
  await page.locator('main').getByRole('button', { name: 'Check now' }).waitFor();
}

/** The page of a machine that replicates, and of one of which something in the vault may be; by the keyboard alone. */
async function lookAtMachines(page: Page): Promise<void> {
  const openPage = async (name: string): Promise<void> => {
    await showScreen(page, 'Inventory', 2);
    await page
      .getByRole('grid', { name: /^Machines/ })
      .getByText(name, { exact: true })
      .click();
    await page.locator('aside').getByRole('heading', { name }).waitFor();
    await page.getByRole('button', { name: 'Open page' }).press('Enter');
    await page.locator('main h1', { hasText: name }).waitFor();
  };
  await openPage('alpha');
  await page.getByRole('tab', { name: 'Values' }).focus();
  for (let steps = 0; steps < 5; steps += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const own = page.getByTestId('machine-azure-page');
  await own.getByText('vault1 as of').waitFor();
  await own.getByRole('heading', { name: 'State and health' }).waitFor();
  await own.getByRole('table', { name: 'Jobs of this item' }).getByText('Enable replication').waitFor();
  await own.getByText('Not read yet.').waitFor();
  await own.getByRole('button', { name: 'Read now' }).press('Enter');
  await own.getByRole('table', { name: 'Recovery points' }).getByText('Crash-consistent').first().waitFor();
  await settle(page);
  expect(await checkAccessibility(page)).toEqual([]);
  await openPage('delta');
  await own.getByText('Is “renamed” this machine?').waitFor();
  await settle(page);
  expect(await checkAccessibility(page)).toEqual([]);
  await own.getByRole('button', { name: 'It is this machine' }).press('Enter');
  await own.getByText('It is known as “renamed” and does not replicate yet.').waitFor();
  await page.keyboard.press('Control+z');
  await own.getByText('Is “renamed” this machine?').waitFor();
}

test('signs in, reads, matches, checks with evidence, sees drift, and has it all offline', async () => {
  const { page, world, faults } = await openWithAzure();
  await fillEngagement(page);
  await showScreen(page, 'Azure', 'u');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('consultant@example.invalid').first().waitFor();
  enableInPortal(world);
  await page.getByRole('combobox', { name: 'Subscription' }).selectOption({ label: 'Simulated subscription' });
  await page.getByRole('combobox', { name: 'Vault' }).selectOption({ label: 'vault1 (westeurope)' });
  await page.getByRole('button', { name: 'Choose another vault' }).waitFor();
  await expect.poll(() => page.getByRole('banner').first().getByText('vault1', { exact: true }).count()).toBe(1);

  await checkNow(page);
  await page.getByTestId('azure-items').getByText('Protected').waitFor();
  await expect
    .poll(() =>
      page
        .locator('main')
        .getByText(/^Azure: vault1 as of .*, 1 protected item, no drift\.$/)
        .count(),
    )
    .toBe(1);
  await page.getByRole('tab', { name: 'Jobs' }).click();
  await page.getByRole('table', { name: 'Jobs' }).getByText('Enable replication').first().waitFor();
  await page.getByRole('tab', { name: 'Vault' }).click();
  await page.getByText('Process server').waitFor();
  expect(await checkAccessibility(page)).toEqual([]);

  await page.getByRole('tab', { name: 'Matching' }).click();
  await page.getByRole('button', { name: 'Doubtful' }).click();
  await page.getByRole('button', { name: 'It is delta' }).click();
  await page.getByRole('button', { name: 'It is delta' }).waitFor({ state: 'hidden' });
  expect((await ask(page, 'azure.matches', { state: 'matched' })).matches.find((match) => match.name === 'renamed')).toMatchObject({
    by: 'person',
  });
  await page.keyboard.press('Control+z');
  await page.getByRole('button', { name: 'It is delta' }).waitFor();

  const machineId = (await ask(page, 'machine.list', { offset: 0, limit: 10 })).rows.find((row) => row.name === 'alpha')?.id ?? '';
  const item = async () => (await ask(page, 'checklist.items', { stepId: 'enable-replication', machineId })).items[0];
  expect((await item())?.seen?.text).toContain('It is in the vault');
  await ask(page, 'snapshot.get', {});

  await lookAtMachines(page);
  // Every answer carries secrets from now on, in fields that nobody asks for and in words that are shown.
  world.simulator.faults.add({ when: { method: 'GET' }, times: 1000, does: { kind: 'rewrite', change: plantSecrets } });
  await showScreen(page, 'Azure', 'u');
  await checkNow(page);
  await page.getByRole('tab', { name: 'Items' }).click();
  await page.getByTestId('azure-items').getByText('alpha').first().click();
  await page.getByText('https://account.blob.core.windows.net/logs').first().waitFor();
  const memory = await textsInMemory(page, SECRET_MARKS, 'https://account.blob.core.windows.net/logs');
  expect(memory).toMatchObject({ found: [], hasControl: true });
  expect(memory.megabytes).toBeGreaterThan(5);
  world.simulator.faults.clear();

  // Somebody gives the replication up in the portal.
  world.simulator.estate.vaults[0]?.items.splice(0);
  await checkNow(page);
  await page.getByRole('tab', { name: 'Checks' }).click();
  const table = page.getByRole('table', { name: 'Checked steps' });
  await table.getByText('Drifted').first().waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  expect((await item())?.drift).toContain('Azure showed it done before');
  await table
    .getByRole('row', { name: /Enable replication/ })
    .getByRole('button', { name: 'Show step' })
    .click();
  await page.locator('main h1', { hasText: 'Checklist' }).waitFor();
  await page.getByRole('button', { name: 'Check against Azure' }).waitFor();

  // No network any more, and another start of the window: the same, as of then.
  await world.close();
  await page.reload({ waitUntil: 'load' });
  await page.locator('main h1', { hasText: 'Overview' }).waitFor();
  await showScreen(page, 'Azure', 'u');
  await page
    .locator('main')
    .getByText(/^Azure: vault1 as of /)
    .waitFor();
  await page.getByRole('tab', { name: 'Checks' }).click();
  await page.getByRole('table', { name: 'Checked steps' }).getByText('Drifted').first().waitFor();
  await page.getByRole('tab', { name: 'Vault' }).click();
  await page.getByText('Process server').waitFor();
  expect([...faults.cspViolations, ...faults.consoleErrors, ...faults.blocked]).toEqual([]);
});

test('a rehearsal in the desktop app is marked on every screen and ends', async () => {
  const app = await startApp('desktop');
  closing.push(app.close);
  const { page } = app;
  await fillEngagement(page);
  await showScreen(page, 'Azure', 'u');
  await page.getByRole('button', { name: 'Rehearse' }).click();
  await page.getByTestId('rehearsal-notice').waitFor();
  await page.getByText('REHEARSAL', { exact: true }).waitFor();
  await checkNow(page);
  await page.getByTestId('azure-items').getByText('alpha').first().waitFor();
  await showScreen(page, 'Inventory', 2);
  await page.getByText('REHEARSAL', { exact: true }).waitFor();
  await showScreen(page, 'Azure', 'u');
  await settle(page);
  expect(await app.axe()).toEqual([]);
  await page.getByRole('button', { name: 'End rehearsal' }).click();
  await page.getByText('Offline', { exact: true }).waitFor();
  expect([...app.cspViolations, ...app.consoleErrors, ...app.blockedRequests]).toEqual([]);
});
