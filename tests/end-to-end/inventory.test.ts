import { readFile } from 'node:fs/promises';

import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { MachineRow } from '../../shared/contract/shapes.ts';
import type { RunningApp } from './harness.ts';
import { activeCell, fresh, press, rowsOf, shownCount, shownNames, startInInventory, statusBar } from './inventory-acts.ts';
import { ask, dismissToasts, drag, showScreen } from './page-acts.ts';

/** Steps of one story in the sample engagement. */
describe('the inventory', () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await startInInventory();
  });
  afterAll(() => app.close());

  test('is one tab stop, and arrows, Home, End and pages move in it', async () => {
    const { page } = app;
    const names = (await rowsOf(page)).map((row) => row.name);
    await page.getByTestId('machine-grid').focus();
    expect(await activeCell(page)).toContain(names[0] ?? '');
    await press(page, 'ArrowDown', 'ArrowDown');
    expect(await activeCell(page)).toContain(names[2] ?? '');
    await press(page, 'Control+End', 'Home');
    expect(await activeCell(page)).toContain(names.at(-1) ?? '');
    await press(page, 'Control+Home', 'PageDown', 'PageUp', 'End');
    expect(await page.getByTestId('machine-grid').locator('[data-active="cell"]').getAttribute('data-column')).toBe('owner');
    await press(page, 'Tab');
    const isInGrid = () => page.evaluate(() => document.activeElement?.closest('[data-testid="machine-grid"]') !== null);
    expect(await isInGrid()).toBe(false);
    await press(page, 'Shift+Tab');
    expect(await isInGrid()).toBe(true);
    await press(page, 'Control+Home');
  });

  test('Space and Shift choose machines, and the status bar adds them up', async () => {
    const { page } = app;
    const rows = await rowsOf(page);
    await press(page, ' ', 'ArrowDown', 'ArrowDown', ' ', 'Shift+ArrowDown');
    const chosen = [rows[0], rows[2], rows[3]].flatMap((row) => row ?? []);
    const sum = (of: (row: MachineRow) => number): number => chosen.reduce((total, row) => total + of(row), 0);
    expect(await statusBar(page)).toContain(
      `3 selected: ${sum((row) => row.cpuCount ?? 0)} vCPU, ${sum((row) => row.memoryMiB ?? 0) / 1024} GiB memory, ${Math.round(sum((row) => row.inUseGiB ?? 0))} GiB storage`,
    );
    await page.getByRole('heading', { name: '3 machines selected' }).waitFor();
    expect(await app.axe()).toEqual([]);
    await press(page, 'Control+A');
    expect(await statusBar(page)).toContain('120 selected');
    await press(page, 'Escape');
    expect(await statusBar(page)).not.toContain('selected');
  });

  test('a click on a box, Ctrl and Shift choose as well, and the header chooses all', async () => {
    const { page } = app;
    const row = (index: number) => page.getByTestId('machine-grid').locator('[data-row]').nth(index);
    await row(1).locator('[data-part="select"]').click();
    await row(3)
      .locator('[data-column="application"]')
      .click({ modifiers: ['Control'] });
    expect(await statusBar(page)).toContain('2 selected');
    await row(5)
      .locator('[data-column="application"]')
      .click({ modifiers: ['Shift'] });
    expect(await statusBar(page)).toContain('4 selected');
    await page.getByTestId('select-all').click();
    expect(await statusBar(page)).toContain('120 selected');
    await page.getByTestId('select-all').click();
    expect(await statusBar(page)).not.toContain('selected');
  });

  test('a header sorts by click and by key, numbers by size and names as people count', async () => {
    const { page } = app;
    await page.locator('[data-header="memoryMiB"]').click();
    await page.locator('[data-header="memoryMiB"]').click();
    const most = Math.max(...(await rowsOf(page)).map((row) => row.memoryMiB ?? 0)) / 1024;
    const first = page.getByTestId('machine-grid').locator('[data-row]').first();
    expect(await first.locator('[data-column="memoryMiB"]').textContent()).toContain(String(most));
    expect(await page.locator('[data-header="memoryMiB"]').getAttribute('aria-sort')).toBe('descending');
    await page.locator('[data-header="memoryMiB"]').click();
    await page.getByTestId('machine-grid').focus();
    await press(page, 'Control+Home', 'ArrowUp', 'Enter');
    const sorted = [...(await rowsOf(page)).map((row) => row.name)].toSorted(new Intl.Collator('en', { numeric: true }).compare);
    expect((await shownNames(page)).slice(0, 5)).toEqual(sorted.slice(0, 5));
    await press(page, 'Enter', 'Enter', 'ArrowDown');
  });

  test('text and chips filter, every chip can be changed or taken away, and all of them at once', async () => {
    const { page } = app;
    const rows = await rowsOf(page);
    await press(page, 'Control+F');
    await page.keyboard.type('sql prod');
    const bySearch = rows.filter((row) => row.name.includes('sql') && row.environment === 'Production');
    await expect.poll(() => shownCount(page)).toBe(`${bySearch.length} of 120 machines`);
    await page.getByTestId('add-filter').click();
    await page.getByRole('menuitem', { name: 'Criticality' }).click();
    const panel = page.getByTestId('filter-panel');
    await panel.getByRole('checkbox', { name: 'Critical' }).check();
    expect(await app.axe()).toEqual([]);
    await page.keyboard.press('Escape');
    const critical = bySearch.filter((row) => row.criticality === 'critical');
    await expect.poll(() => shownCount(page)).toBe(`${critical.length} of 120 machines`);
    await page.getByTestId('add-filter').click();
    await page.getByRole('menuitem', { name: 'Memory' }).click();
    await panel.getByLabel('From').fill('64');
    await panel.getByRole('button', { name: 'Done' }).click();
    await page.getByTestId('filter-chip').filter({ hasText: 'Memory: at least 64 GiB' }).waitFor();
    expect(await page.getByTestId('filter-chip').count()).toBe(2);
    const large = critical.filter((row) => (row.memoryMiB ?? 0) >= 64 * 1024);
    await expect.poll(() => shownCount(page)).toBe(`${large.length} of 120 machines`);
    await page.getByRole('button', { name: /^Remove filter Memory/ }).click();
    await expect.poll(() => shownCount(page)).toBe(`${critical.length} of 120 machines`);
    await page.getByTestId('clear-filters').click();
    expect([await page.getByTestId('filter-chip').count(), await shownCount(page)]).toEqual([0, '120 machines']);
  });

  test('a saved view keeps filters, columns, widths, sorting and grouping over a restart', async () => {
    await fresh(app.page);
    await app.page.getByTestId('add-filter').click();
    await app.page.getByRole('menuitem', { name: 'Environment' }).click();
    await app.page.getByTestId('filter-panel').getByRole('checkbox', { name: 'Test' }).check();
    await app.page.keyboard.press('Escape');
    // Columns by keyboard: Readiness two places to the right and wider, then sorted by it.
    await app.page.getByTestId('machine-grid').focus();
    await press(
      app.page,
      'Control+Home',
      'ArrowUp',
      'ArrowRight',
      'Control+ArrowRight',
      'Control+ArrowRight',
      'Shift+ArrowRight',
      'Shift+ArrowRight',
      'Enter',
    );
    await app.page.getByTestId('columns-menu').click();
    await app.page.getByRole('checkbox', { name: 'Application' }).uncheck();
    await app.page.getByRole('checkbox', { name: 'Cluster' }).check();
    expect(await app.axe()).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.getByTestId('group-menu').click();
    await app.page.getByRole('menuitemradio', { name: 'Owner' }).click();
    await app.page.getByTestId('views-menu').click();
    await app.page.getByRole('menuitem', { name: 'Save as view…' }).click();
    await app.page.getByRole('textbox', { name: 'Name' }).fill('Test by owner');
    await app.page.keyboard.press('Enter');
    const state = async () => ({
      headers: await app.page
        .locator('[data-header]')
        .evaluateAll((all) =>
          all.map((header) => [
            header.getAttribute('data-header'),
            Math.round(header.getBoundingClientRect().width),
            header.getAttribute('aria-sort'),
          ]),
        ),
      rows: await app.page.getByTestId('machine-grid').locator('[data-row]').allTextContents(),
      count: await shownCount(app.page),
      chips: await app.page.getByTestId('filter-chip').allTextContents(),
    });
    await expect.poll(async () => (await ask(app.page, 'app.info', {})).preferences.layouts['inventory.views']).toContain('Test by owner');
    const before = await state();
    expect(before.headers.slice(0, 3).map(([id]) => id)).toEqual(['name', 'environment', 'verdict']);
    expect(before.headers.find(([id]) => id === 'verdict')?.slice(1)).toEqual([180, 'ascending']);

    await app.restart();
    await app.page.getByTestId('recent-list').getByRole('button', { name: 'Open Sample engagement' }).click();
    await app.page.locator('main h1', { hasText: 'Overview' }).waitFor({ timeout: 30_000 });
    await showScreen(app.page, 'Inventory', 2);
    await app.page.getByTestId('views-menu').click();
    await app.page.getByRole('menuitemradio', { name: 'Test by owner' }).click();
    await expect.poll(state).toEqual(before);
    expect(await app.axe()).toEqual([]);

    const { page } = app;
    await page.getByTestId('machine-grid').focus();
    await press(page, 'Control+Home', 'ArrowLeft');
    await expect.poll(() => page.getByTestId('machine-grid').locator('[data-row]').first().getAttribute('aria-expanded')).toBe('false');
    await press(page, 'ArrowRight');
    await expect.poll(state).toEqual(before);
    await page.getByTestId('group-menu').click();
    await page.getByRole('menuitemradio', { name: 'No grouping' }).click();
    await page.getByTestId('views-menu').getByText('Test by owner (changed)').waitFor();
    await page.getByTestId('views-menu').click();
    await page.getByRole('menuitem', { name: 'Delete “Test by owner”' }).click();
    await page.getByTestId('columns-menu').click();
    await page.getByRole('button', { name: 'Reset columns' }).click();
    await page.keyboard.press('Escape');
    await fresh(page);
  });

  test('a column is put in another place by dragging its header', async () => {
    const { page } = app;
    const headers = (): Promise<readonly (string | null)[]> =>
      page.locator('[data-header]').evaluateAll((all) => all.map((header) => header.getAttribute('data-header')));
    await drag(page, page.locator('[data-header="environment"] > span').first(), page.locator('[data-header="verdict"]'));
    await expect.poll(async () => (await headers()).indexOf('environment')).toBeLessThan(3);
    await expect.poll(async () => (await headers()).indexOf('environment')).toBeGreaterThan(0);
  });

  test('a column becomes wider by dragging its edge, and stays as it was let go', async () => {
    const { page } = app;
    const header = page.locator('[data-header="application"]');
    const width = async (): Promise<number> => (await header.boundingBox())?.width ?? 0;
    const before = await width();
    const edge = await header.locator('[data-part="resize"]').boundingBox();
    if (edge === null) throw new Error('The column has no edge.');
    const [x, y] = [edge.x + edge.width / 2, edge.y + edge.height / 2];
    await page.mouse.move(x, y);
    await page.mouse.down();
    // Also far from the edge, and above the grid, the pointer has hold of it.
    await page.mouse.move(x + 30, y - 60);
    await page.mouse.move(x + 80, y - 60);
    await page.mouse.up();
    await expect.poll(width).toBe(before + 80);
    await page.mouse.move(x + 200, y);
    await expect
      .poll(async () => (await ask(page, 'app.info', {})).preferences.layouts['inventory.columns'])
      .toContain(`"application":${before + 80}`);
    expect(await width()).toBe(before + 80);
  });

  test('what is chosen is copied as a table that can be pasted', async () => {
    const { page } = app;
    const rows = await rowsOf(page);
    await page.getByTestId('machine-grid').focus();
    await press(page, 'Control+Home', ' ', 'ArrowDown', ' ', 'Control+Shift+C');
    await page.getByText('Copied 2 machines').first().waitFor();
    await press(page, 'F2');
    await page.getByTestId('edit-values').getByRole('textbox', { name: 'Reason' }).focus();
    await press(page, 'Control+V');
    const pasted = await page.getByTestId('edit-values').getByRole('textbox', { name: 'Reason' }).inputValue();
    const [header, ...lines] = pasted.split('\n').map((line) => line.split('\t'));
    expect(header?.slice(0, 2)).toEqual(['Name', 'Readiness']);
    expect(lines.map(([name]) => name)).toEqual([rows[0]?.name, rows[1]?.name]);
    expect(lines[0]?.[header?.indexOf('Memory (GiB)') ?? -1]).toBe(String((rows[0]?.memoryMiB ?? 0) / 1024));
    await page.getByTestId('edit-values').getByRole('button', { name: 'Cancel' }).click();
    await page.getByTestId('machine-grid').focus();
    await press(page, 'Escape');
  });

  test('an export holds the rows that are shown, in their order, with the columns that are shown', async () => {
    const { page } = app;
    await page.getByRole('searchbox', { name: 'Filter by text' }).fill('tick');
    await page.locator('[data-header="inUseGiB"]').click();
    const names = await shownNames(page);
    await page.getByRole('button', { name: 'Export what I see' }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'As CSV' }).click()]);
    const text = await readFile(await download.path(), 'utf8');
    const table = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;
    const headers = await page.locator('[data-header]').evaluateAll((all) => all.map((header) => header.getAttribute('title')));
    expect(table[0]).toEqual(headers);
    expect(table.slice(1).map(([name]) => name)).toEqual(names);
    await page.locator('[data-header="inUseGiB"]').click();
    await page.locator('[data-header="inUseGiB"]').click();
    await fresh(page);
  });

  test('nothing is lost in dark, in forced colours or at 200 % zoom', async () => {
    const { page } = app;
    await dismissToasts(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await app.axe()).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    expect(await app.axe()).toEqual([]);
    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 640, height: 360 });
    for (const [title, digit] of [
      ['Inventory', 2],
      ['Overview', 1],
      ['Settings', 8],
    ] as const) {
      await showScreen(page, title, digit);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('body, main, main *')]
          .filter(
            (element) => element.getAttribute('data-testid') !== 'machine-grid' && element.closest('[data-testid="machine-grid"]') === null,
          )
          .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      expect([title, wide]).toEqual([title, []]);
      expect(await app.axe()).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  test('without a violation of the policy, an error on the console or a request to the network', () => {
    expect([app.cspViolations, app.consoleErrors, app.blockedRequests]).toEqual([[], [], []]);
  });
});
