import type { Locator, Page } from 'playwright-core';

import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';

/** Calls a method from inside the page, over whichever host it has; a failure throws. */
export async function ask<M extends MethodName>(page: Page, name: M, input: MethodInput<M>): Promise<MethodOutput<M>> {
  const reply = await page.evaluate(
    async ({ method, body }) => {
      const bridge = (globalThis as { readonly landfall?: { readonly call: (name: string, input: unknown) => Promise<unknown> } }).landfall;
      if (bridge !== undefined) return await bridge.call(method, body);
      const headers = { 'content-type': 'application/json' };
      return (await (await fetch(`/call/${method}`, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as unknown;
    },
    { method: name, body: input },
  );
  const known = reply as
    | { readonly ok: true; readonly value: MethodOutput<M> }
    | { readonly ok: false; readonly failure: { readonly detail: string } };
  if (!known.ok) throw new Error(`${name}: ${known.failure.detail}`);
  return known.value;
}

/** Shows a screen by its shortcut and waits until it stands there. */
export async function showScreen(page: Page, title: string, digit: number | string): Promise<void> {
  await page.keyboard.press(`Control+${digit}`);
  await page.locator('main h1', { hasText: new RegExp(`^${title}$`) }).waitFor();
  await settle(page);
}

/** Until nothing is loading and nothing moves any more. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main [role="progressbar"]') === null);
  await page.waitForFunction(() => document.getAnimations().every((animation) => animation.playState !== 'running'));
}

/** No toast any more, also none half faded, whose text has no contrast to measure. The focus stays where it is. */
export async function dismissToasts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('.fui-Toast button')];
    for (const button of buttons) if (button.textContent === 'Dismiss') button.click();
  });
  await page.waitForFunction(() => document.querySelector('.fui-Toast') === null);
}

/**
 * Drags as a person does, with real mouse events. Chromium turns them into a native drag once the pointer has moved a little with
 * the button down, and the protocol that drives it carries that drag on (`Input.setInterceptDrags`): the page gets the browser's
 * own dragstart, dragenter, dragover and drop, which is what pragmatic-drag-and-drop listens to. `before` runs while the mouse
 * is over the target with the button still down.
 */
export async function drag(
  page: Page,
  source: Locator,
  target: Locator,
  before: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const from = await middleOf(source);
  const to = await middleOf(target);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 8, from.y + 8, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 10 });
  await before();
  await page.mouse.up();
}

async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  if (box === null) throw new Error('not to be seen');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 60) };
}
