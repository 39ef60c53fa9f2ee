import type { createDOMRenderer } from '@fluentui/react-components';

type StyleRenderer = ReturnType<typeof createDOMRenderer>;

/**
 * The renderer of styles, made to write each set of rules into the page once. By itself it walks all rules of a component again
 * for every element that is mounted, which was a third of the time that it took to open a screen.
 */
export function writingRulesOnce(renderer: StyleRenderer): StyleRenderer {
  const insert = renderer.insertCSSRules.bind(renderer);
  const written = new WeakSet<object>();
  return Object.assign(renderer, {
    insertCSSRules: (rules: Parameters<typeof insert>[0]): void => {
      if (written.has(rules)) return;
      written.add(rules);
      insert(rules);
    },
  });
}
