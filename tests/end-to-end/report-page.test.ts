import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { reportPage } from '../../electron/exporters/html/page.ts';
import { runToEnd } from '../../shared/domain/run-to-end.ts';
import { buildReport } from '../../shared/reports/build-report.ts';
import type { ReportPreset } from '../../shared/reports/report.ts';
import { closeSharedBrowser, sharedBrowser } from '../host/shared-browser.ts';
import { hostileTexts } from '../support/hostile-texts.data.ts';
import { madeUpEngagement, reportSource, type MadeUpOptions } from '../support/made-up-engagement.ts';
import { checkAccessibility } from './check-accessibility.ts';
import { watchPage, type PageFaults } from './watch-page.ts';

let folder = '';
let context: BrowserContext;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'landfall-report-'));
  context = await (await sharedBrowser()).newContext({ viewport: { width: 1100, height: 900 } });
});
afterAll(async () => {
  await context.close();
  await closeSharedBrowser();
  await rm(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly faults: PageFaults;
  readonly requests: string[];
}

/** The file as somebody opens it who got it by mail: from disk, with the policy that it brings itself. */
async function open(preset: ReportPreset, options: MadeUpOptions = {}): Promise<Opened> {
  const html = reportPage(runToEnd(buildReport(reportSource(preset, madeUpEngagement(options)))));
  const filePath = path.join(folder, `${preset}-${Math.random().toString(36).slice(2)}.html`);
  await writeFile(filePath, html);
  const page = await context.newPage();
  const faults: PageFaults = { cspViolations: [], consoleErrors: [] };
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await watchPage(page, faults);
  await page.goto(pathToFileURL(filePath).href);
  return { page, faults, requests };
}

function hostileMachines(): MadeUpOptions {
  return {
    machines: hostileTexts.map((text, index) => ({
      name: text,
      application: text,
      owner: text,
      environment: text,
      osName: text,
      inUseGiB: index,
    })),
    customer: hostileTexts[4] ?? '',
  };
}

test.each(['assessment', 'wave-plan', 'completion'] as const)('%s: opens styled, loads nothing, and is accessible', async (preset) => {
  const { page, faults, requests } = await open(preset, { isSample: preset === 'completion' });
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.locator('h1').evaluate((heading) => Number.parseFloat(getComputedStyle(heading).fontSize))).toBeGreaterThan(30);
  const levels = await page
    .locator('h1, h2, h3, h4')
    .evaluateAll((headings) => headings.map((heading) => Number(heading.tagName.slice(1))));
  expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  expect(await page.locator('table:not(:has(caption))').count()).toBe(0);
  expect(await page.locator('th:not([scope])').count()).toBe(0);
  expect(await page.locator('figure svg:not([aria-label])').count()).toBe(0);
  expect(await page.locator('figure').count()).toBeGreaterThan(0);
  const broken = await page
    .locator('nav a')
    .evaluateAll((links) => links.filter((link) => document.querySelector(link.getAttribute('href') ?? '') === null).length);
  expect(broken).toBe(0);
  expect(await checkAccessibility(page)).toEqual([]);
  expect(requests).toHaveLength(1);
  expect(faults).toEqual({ cspViolations: [], consoleErrors: [] });
  await page.close();
});

test('fits a narrow window without scrolling sideways', async () => {
  const { page } = await open('wave-plan');
  for (const width of [1280, 640, 360]) {
    await page.setViewportSize({ width, height: 800 });
    expect([width, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([width, width]);
  }
  await page.close();
});

test('hostile names stay text: no element, attribute or address of theirs comes to life', async () => {
  const { page, faults, requests } = await open('wave-plan', hostileMachines());
  const foreign = await page.evaluate(() => {
    const known = new Set(
      'A BODY CAPTION DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 HEAD HEADER HTML LI MAIN META NAV OL P SECTION SPAN STRONG STYLE TABLE TBODY TD TH THEAD TITLE TR UL'.split(
        ' ',
      ),
    );
    const drawn = new Set('svg defs pattern rect symbol path use text line'.split(' '));
    return [...document.querySelectorAll('*')]
      .filter((element) => !known.has(element.tagName) && !drawn.has(element.tagName))
      .map((element) => element.outerHTML.slice(0, 80));
  });
  expect(foreign).toEqual([]);
  const handlers = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style'),
    ),
  );
  expect(handlers).toEqual([]);
  expect(await page.locator('tbody').first().isVisible()).toBe(true);
  expect(await page.getByText('<script>alert(1)</script>').count()).toBeGreaterThan(0);
  expect(requests).toHaveLength(1);
  expect(faults).toEqual({ cspViolations: [], consoleErrors: [] });
  expect(await checkAccessibility(page)).toEqual([]);
  await page.close();
});

test('prints on A4: cover, then each section on a page of its own', async () => {
  const { page } = await open('assessment');
  const sections = await page.locator('section').count();
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const text = pdf.toString('latin1');
  const pages = text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  expect(pages).toBeGreaterThanOrEqual(sections + 1);
  expect(pages).toBeLessThanOrEqual(sections + 8);
  // A4 in points, upright.
  const boxes = new Set(text.match(/\/MediaBox\s*\[[^\]]*\]/g)?.map((box) => box.replaceAll(/\.\d+/g, '')));
  expect([...boxes]).toEqual(['/MediaBox [0 0 594 841]']);
  await page.close();
});
