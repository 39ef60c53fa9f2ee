import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** The rules of these tags that look at colours: what all others find is the same in every look of a page. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

interface Scope {
  readonly selector?: string;
  readonly only?: 'colours';
}

/**
 * Violations of the page or of a part of it, each as one readable line. Left out is only what keeps the focus inside Fluent's
 * dialogs: hidden elements that take it, on purpose. SOURCE: https://github.com/microsoft/tabster/issues/288, 2026-11.
 */
export async function checkAccessibility(page: Page, { selector, only }: Scope = {}): Promise<readonly string[]> {
  // Text that is fading has no contrast to speak of: nothing fades in or out while it is looked at, and what moves comes to rest.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (animation) => animation.playState !== 'running' || animation.effect?.getComputedTiming().iterations === Number.POSITIVE_INFINITY,
      ),
  );
  const builder = new AxeBuilder({ page }).exclude('[data-tabster-dummy]').setLegacyMode(true);
  if (only === 'colours') builder.withRules(COLOUR_RULES);
  else builder.withTags(AXE_TAGS);
  const { violations } = await (selector === undefined ? builder : builder.include(selector)).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`),
  );
}
