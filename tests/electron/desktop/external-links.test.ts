import { expect, test } from 'vitest';

import { decideLink } from '../../../electron/desktop/external-links.ts';

test.each([
  ['https://learn.microsoft.com/azure/site-recovery/', 'open'],
  ['https://portal.azure.com/#view/x', 'open'],
  ['https://learn.microsoft.com:8443/', 'ask'],
  ['https://learn.microsoft.com.example.org/', 'ask'],
  ['https://wiki.example.org/change/4711', 'ask'],
  ['http://intranet.example.org/', 'ask'],
  ['https://learn.microsoft.com@example.org/', 'refuse'],
  ['https://name:word@example.org/', 'refuse'],
  ['file:///etc/passwd', 'refuse'],
  ['\\\\server\\share\\run.exe', 'refuse'],
  ['smb://server/share', 'refuse'],
  ['ms-msdt:/id', 'refuse'],
  ['javascript:alert(1)', 'refuse'],
  ['data:text/html,x', 'refuse'],
  ['not an address', 'refuse'],
])('%s: %s', (address, decision) => expect(decideLink(address)).toBe(decision));
