import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { scenarios } from '../../shared/scenarios/index.ts';
import {
  answer,
  chooseStep,
  importMachines,
  isClosed,
  markDone,
  markDoneByScript,
  markDoneWithFile,
  markNotApplicable,
  openQuestions,
  showChecklist,
  whatItWaitsFor,
} from './checklist-acts.ts';
import { startApp, type HostName, type RunningApp } from './harness.ts';
import { ask } from './page-acts.ts';
import { faultsOf } from './sample-app.ts';

const MAPPING = { Name: 'name', 'Operating system': 'osName' };
const WINDOWS = 'Name,Operating system\napp-1,Microsoft Windows Server 2022 (64-bit)\n';
const LINUX = 'Name,Operating system\napp-1,Red Hat Enterprise Linux 8 (64-bit)\n';
/** Several machines in one wave: they are ticked together, with one piece of evidence. */
const BOTH = `${WINDOWS}db-1,Red Hat Enterprise Linux 8 (64-bit)\nweb-1,Microsoft Windows Server 2019 (64-bit)\n`;
const ESTATES: Readonly<Record<string, string>> = { vmware: BOTH, 'aws-linux': LINUX };

/** What is answered besides scenario and route: everything that makes a step appear. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  'azure-cloud': ['Public'],
  'classic-machines': ['Both'],
  'classic-way': ['Decide per wave'],
  'push-install': ['On some machines'],
  'private-endpoints': ['Yes'],
  'vault-identity': ['Yes'],
  'keep-addresses': ['It differs per subnet'],
  'access-path': ['VPN', 'Azure Bastion'],
  'hybrid-benefit': ['Yes'],
  'compliant-drivers': ['Yes'],
  'recovery-plans': ['Yes'],
  'disaster-recovery': ['Yes'],
};

/** Both hosts walk: what differs between them is how a file and a restart go. */
const WALKS = [
  { host: 'loopback', scenarioIds: ['physical', 'cross-region'] },
  { host: 'desktop', scenarioIds: scenarios.map(({ id }) => id).filter((id) => id !== 'physical' && id !== 'cross-region') },
] as const satisfies readonly { readonly host: HostName; readonly scenarioIds: readonly string[] }[];

/**
 * Each scenario's checklist from the first question to the last step, in the browser, as a person does it: nothing is marked
 * behind the back of the window. One app for each host walks one checklist after the other and is started again at the end.
 */
describe.each(WALKS)('over $host', ({ host, scenarioIds }) => {
  let app: RunningApp;
  const files = new Map<string, string>();
  beforeAll(async () => {
    app = await startApp(host);
    await app.page.getByRole('button', { name: 'Skip' }).click();
  });
  afterAll(() => app.close());

  describe.each(scenarioIds.map((id) => [id, titleOf(id)] as const))('the checklist of %s', (id, title) => {
    test('the first questions are answered and shape the checklist', async () => {
      const { page } = app;
      // It starts with another scenario, so that the first answer is one.
      const before = scenarios.find((scenario) => scenario.id !== id)?.id ?? '';
      const created = await ask(page, 'engagement.create', { name: `Walk of ${title}`, customer: 'Example', scenarios: [before] });
      files.set(id, created.path);
      await page.locator('main h1', { hasText: 'Overview' }).waitFor();
      await showChecklist(page);
      await openQuestions(page);
      expect(await app.axe()).toEqual([]);
      await answer(page, 'scenarios', [title]);
      await answer(page, 'route', ['Site Recovery'], 'Agents are allowed, and no zones are wanted.');
      const asked = (await checklistOf(page)).questions.filter((question) => question.answer === null);
      for (const question of asked) await answer(page, question.id, ANSWERS[question.id] ?? []);
      const { questions, scenarios: listed } = await checklistOf(page);
      expect(questions.filter((question) => question.answer === null)).toEqual([]);
      expect(listed.map((scenario) => scenario.id)).toEqual([id]);
      await importMachines(page, ESTATES[id] ?? WINDOWS, MAPPING);
    });

    test('the wrong order is refused, with the reason', async () => {
      const { page } = app;
      const { steps } = await checklistOf(page);
      expect(await whatItWaitsFor(page, 'close-engagement')).toMatch(/^Waits: First: /);
      expect(await whatItWaitsFor(page, 'create-vault')).toBe('Waits: First: Give the operator the Azure roles.');
      // Not only the button: the contract refuses as well, and writes nothing.
      const before = await ask(page, 'snapshot.get', {});
      const items = [{ stepId: 'create-vault', scope: { kind: 'vault', id: 'vault' } as const }];
      await expect(ask(page, 'checklist.mark', { items, state: 'done' })).rejects.toThrow('cannot be done yet. First: Give the operator');
      expect((await ask(page, 'snapshot.get', {}))?.seq).toBe(before?.seq);
      expect(steps.length).toBeGreaterThan(40);
    });

    test('every step is marked to the last one, and then nothing is open', async () => {
      const { page } = app;
      // The first of each host is walked with mouse and keyboard; the others press the same buttons by script, which is quicker.
      const mark = id === scenarioIds[0] ? markDone : markDoneByScript;
      await walk(page, mark, (phase) => BEFORE_TEST.includes(phase));
      await markDoneWithFile(page, 'run-test-failover', { name: 'job.txt', text: evidenceOf(id) });
      await walk(page, mark, () => true);
      const { phases, steps } = await checklistOf(page);
      expect(phases.filter((phase) => phase.done < phase.total)).toEqual([]);
      expect(steps.find((step) => step.id === 'close-engagement')).toMatchObject({ doneCount: 1, totalCount: 1 });
      const plan = (await ask(page, 'snapshot.get', {}))?.plan;
      expect(plan?.waves.map((wave) => [wave.notReadyBecause, wave.isReady, wave.openCriticalCount])).toEqual([[[], true, 0]]);
      await page.getByText('Every step is done.').waitFor();
      expect(await app.axe()).toEqual([]);
    });
  });

  test('evidence of every checklist outlives a restart', async () => {
    await app.restart();
    const { page } = app;
    for (const [id, path] of files) {
      // One engagement after the other is open.
      // oxlint-disable no-await-in-loop
      await ask(page, 'engagement.open', { path });
      await page.locator('main h1', { hasText: 'Overview' }).waitFor();
      await showChecklist(page);
      await chooseStep(page, 'choose-tool-route');
      await page.getByRole('tab', { name: /^Evidence/ }).click();
      await page.getByText('Seen and agreed: choose-tool-route').waitFor();
      const [item] = (await ask(page, 'checklist.items', { stepId: 'run-test-failover' })).items;
      expect(item).toMatchObject({ state: 'done', evidence: [{ kind: 'file', fileName: 'job.txt' }] });
      const { downloadId } = await ask(page, 'evidence.open', { sha256: item?.evidence[0]?.sha256 ?? '' });
      const { base64 } = await ask(page, 'download.read', { downloadId, offset: 0 });
      expect(Buffer.from(base64, 'base64').toString()).toBe(evidenceOf(id));
      // oxlint-enable no-await-in-loop
    }
    expect(files.size).toBe(scenarioIds.length);
  });

  // One page is enough: both hosts show the same.
  test.runIf(host === 'desktop')(
    'at 200 % zoom of 1280x720 a question is answered and a step marked; nothing runs over the edge',
    async () => {
      const { page } = app;
      await page.setViewportSize({ width: 640, height: 360 });
      await ask(page, 'engagement.create', { name: 'Zoomed', customer: 'Example' });
      await page.locator('main h1', { hasText: 'Overview' }).waitFor();
      await showChecklist(page);
      // The panel is still open from the wide window, and lies over everything here.
      await page.keyboard.press('Control+B');
      await openQuestions(page);
      await answer(page, 'route', ['Site Recovery'], 'Agents are allowed.');
      expect(await app.axe()).toEqual([]);
      await page.getByRole('button', { name: 'Close questions' }).click();
      // The panel lies over the list here; it is closed to get at the steps, and Enter or a double click opens it again.
      await page
        .getByRole('button', { name: /^Close/ })
        .last()
        .click();
      await page.locator('[data-step-id="choose-tool-route"]').dblclick();
      await page.getByRole('textbox', { name: 'Note' }).fill('Minutes of the first meeting.');
      await page.getByTestId('mark-bar').getByRole('button', { name: 'Mark done' }).click();
      await page.locator('[data-step-id="choose-tool-route"]').getByText(', Done').waitFor({ state: 'attached' });
      expect(await app.axe()).toEqual([]);
      const widths = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      expect(widths).toEqual([640, 640]);
    },
  );

  test('without a violation of the policy, an error on the console or a request to the network', () => {
    expect(faultsOf(app)).toEqual([]);
  });
});

/** Another text for each checklist, so that none can stand for another. */
function evidenceOf(scenarioId: string): string {
  return `The job of ${scenarioId} succeeded.`;
}

function titleOf(scenarioId: string): string {
  return scenarios.find((scenario) => scenario.id === scenarioId)?.title ?? scenarioId;
}

const BEFORE_TEST = ['assess', 'prepare-azure', 'prepare-source', 'infrastructure', 'enable', 'monitor'];

/** Marks every step of the phases that is still open, in the order in which the list shows them. */
async function walk(page: Page, mark: typeof markDone, isWanted: (phase: string) => boolean): Promise<void> {
  const { steps } = await checklistOf(page);
  for (const { id, phase } of steps) {
    if (!isWanted(phase)) continue;
    // One step after the other: that is what is shown here.
    // oxlint-disable no-await-in-loop
    await doElsewhere(page, id);
    if (await isClosed(page, id)) continue;
    if (id === 'change-recovery-point') await markNotApplicable(page, id);
    else await mark(page, id, `Seen and agreed: ${id}`);
    // oxlint-enable no-await-in-loop
  }
}

/** What a step asks for and another screen does. */
async function doElsewhere(page: Page, stepId: string): Promise<void> {
  if (stepId === 'plan-waves') await ask(page, 'plan.make', { timeLimitMs: 200 });
  // Rules may raise more as answers come in, so that every warning is decided on at the end as well.
  if (stepId === 'assess-readiness' || stepId === 'check-cutover-readiness')
    await ask(page, 'backlog.change', { filter: {}, changes: { state: 'accepted', note: 'The owners know and accept it.' } });
}

async function checklistOf(page: Page) {
  const snapshot = await ask(page, 'snapshot.get', {});
  if (snapshot === null) throw new Error('No engagement is open.');
  return snapshot.checklist;
}
