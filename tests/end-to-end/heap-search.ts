import type { Page } from 'playwright-core';

/**
 * Which of some texts stand anywhere in the memory of the page's scripts: in the store, in closures, in the nodes of the page, in
 * what is garbage already. `control` has to be found, else the search itself is at fault.
 */
export async function textsInMemory(
  page: Page,
  texts: readonly string[],
  control: string,
): Promise<{ readonly found: readonly string[]; readonly hasControl: boolean; readonly megabytes: number }> {
  const session = await page.context().newCDPSession(page);
  const found = new Set<string>();
  let hasControl = false;
  let size = 0;
  let rest = '';
  const longest = Math.max(...texts.map((text) => text.length), control.length);
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    size += chunk.length;
    // A text may lie across two pieces.
    const piece = rest + chunk;
    for (const text of texts) if (piece.includes(text)) found.add(text);
    hasControl ||= piece.includes(control);
    rest = piece.slice(-longest);
  });
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return { found: [...found], hasControl, megabytes: Math.round(size / 1e6) };
}
