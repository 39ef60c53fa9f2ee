import { chromium, type Browser } from 'playwright-core';

import { findChromium } from './find-chromium.ts';

/** Offline, and nothing that a test did not ask for. The sandbox needs rights that containers do not give. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

const KEY = Symbol.for('landfall.test.browser');
const shared = globalThis as { [KEY]?: Promise<Browser> };

/** One Chromium per process; every run of the app gets a context of its own in it. */
export async function sharedBrowser(): Promise<Browser> {
  shared[KEY] ??= findChromium().then((executablePath) => chromium.launch({ executablePath, headless: true, args: FLAGS }));
  return await shared[KEY];
}

export async function closeSharedBrowser(): Promise<void> {
  const browser = shared[KEY];
  delete shared[KEY];
  await (await browser)?.close();
}
