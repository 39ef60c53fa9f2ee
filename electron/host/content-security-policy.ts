/**
 * SECURITY: the one policy of every page that shows customer data: nothing from outside, no inline script, no eval. Two style
 * elements are known by hash: the empty one (the control library makes such and fills them by script), and that of a report,
 * because the frame that previews it inherits this policy. A test says what the second hash has to be.
 */
const EMPTY_STYLE = 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
const REPORT_STYLE = 'sha256-AvsqodWIDqwR2oKRuG0KoErrBttpA9m58gw2arN1sy0=';

const DIRECTIVES: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self'",
  'connect-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'style-src': `'self' '${EMPTY_STYLE}' '${REPORT_STYLE}'`,
  // The preview of a report is a frame with its text in it (srcdoc), which has no address that could be allowed or refused.
  'frame-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

export const CONTENT_SECURITY_POLICY = Object.entries(DIRECTIVES)
  .map(([name, value]) => `${name} ${value}`)
  .join('; ');

/** What every answer carries, whichever host serves it. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};
