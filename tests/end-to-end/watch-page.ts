import type { BrowserContext, Page } from 'playwright-core';

/** What a page must never do while a test uses it. */
export interface PageFaults {
  /** Sentences of the browser about its content policy. */
  readonly cspViolations: string[];
  /** Errors on the console and errors nobody caught. */
  readonly consoleErrors: string[];
}

const CSP_MARK = 'landfall-test-csp ';

/** Collects faults of a page from its first line on. Call before anything is loaded into it. */
export async function watchPage(page: Page, faults: PageFaults): Promise<void> {
  page.on('console', (message) => {
    const text = message.text();
    if (text.startsWith(CSP_MARK)) faults.cspViolations.push(text.slice(CSP_MARK.length));
    else if (message.type() === 'error' && !isOwnDoing(text)) faults.consoleErrors.push(`${text} (${message.location().url})`);
  });
  page.on('pageerror', (error) => faults.consoleErrors.push(error.stack ?? error.message));
  await page.addInitScript((mark) => {
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) =>
      // oxlint-disable-next-line no-console -- the one way out of a page that its policy cannot stop
      console.debug(mark + [violatedDirective, blockedURI, sourceFile, lineNumber, sample].join(' ')),
    );
  }, CSP_MARK);
}

/** The script added below is refused by a frame that lets none run, such as the preview of a report; that is as it should be. */
function isOwnDoing(text: string): boolean {
  return text.startsWith("Blocked script execution in 'about:srcdoc' because the document's frame is sandboxed");
}

/** Lets a page reach nothing but one address. */
export async function blockNetwork(context: BrowserContext, allowed: string, blocked: string[]): Promise<void> {
  await context.route('**/*', async (route, request) => {
    const url = request.url();
    if (url.startsWith(allowed) || url.startsWith('data:')) return await route.continue();
    blocked.push(url);
    await route.abort('internetdisconnected');
  });
}
