import type { createDOMRenderer } from '@fluentui/react-components';
import { expect, test } from 'vitest';

import { writingRulesOnce } from '../../../renderer/ui/style-renderer.ts';

test('rules of a component are written once, however often it is mounted, and no others are missed', () => {
  const written: unknown[] = [];
  const renderer = writingRulesOnce({ insertCSSRules: (rules: unknown) => written.push(rules) } as unknown as ReturnType<
    typeof createDOMRenderer
  >);
  const button = { d: ['.a{color:red}'] };
  const field = { d: ['.a{color:red}'], h: ['.b:hover{color:green}'] };
  for (const rules of [button, field, button, field, button]) renderer.insertCSSRules(rules);
  expect(written).toEqual([button, field]);
});
