import { expect, test } from 'vitest';

import { REPORT_STYLE_HASH } from '../../../electron/exporters/html/page.ts';
import { CONTENT_SECURITY_POLICY } from '../../../electron/host/content-security-policy.ts';

test('the window lets the style of a report through, by its hash, so that the preview looks like the page', () => {
  expect(CONTENT_SECURITY_POLICY).toContain(
    `style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' '${REPORT_STYLE_HASH}'`,
  );
  expect(CONTENT_SECURITY_POLICY).not.toContain('unsafe');
});
