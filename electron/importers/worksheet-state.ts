/** What the text of a worksheet says of itself; the spreadsheet library passes over both. */
export interface WorksheetState {
  /** The last row of its own dimension, the header being row 1; `null`: it states none. */
  readonly lastRowAnnounced: number | null;
  /** The last whole row where the text breaks off before its end, 0 being before the first; `null`: it is whole. */
  readonly cutOffAfterRow: number | null;
}

/** A dimension stands before the rows. */
const HEAD_LENGTH = 16_384;
/** Behind the last tag there is white space at most, or a remark. */
const TAIL_LENGTH = 1024;

/** Tags may carry any prefix. Only head and tail are looked at unless the text is cut off, which takes next to no time. */
export function readWorksheetState(xml: Buffer): WorksheetState {
  return {
    lastRowAnnounced: lastRowAnnounced(xml.subarray(0, HEAD_LENGTH).toString('latin1')),
    cutOffAfterRow: endsWithTag(xml, 'worksheet') && hasEndOfRows(xml) ? null : lastWholeRow(xml.toString('latin1')),
  };
}

/** Whether the text of a part ends with the end of its outermost element. */
export function endsWithTag(xml: Buffer, name: 'worksheet' | 'sst'): boolean {
  const tail = xml.subarray(Math.max(0, xml.length - TAIL_LENGTH)).toString('latin1');
  const end = new RegExp(`</(?:[\\w.-]+:)?${name}\\s*>|<(?:[\\w.-]+:)?${name}\\b[^>]*/>`);
  return end.test(tail);
}

/** The last mention of `sheetData` ends it, or is an empty one. */
function hasEndOfRows(xml: Buffer): boolean {
  const at = xml.lastIndexOf('sheetData');
  if (at < 0) return true;
  const before = xml.subarray(Math.max(0, at - 40), at).toString('latin1');
  const rest = xml.subarray(at, at + 200).toString('latin1');
  return before.lastIndexOf('</') > before.lastIndexOf('>') || /^[^>]*\/>/.test(rest);
}

/** `A1:N61` -> 61. */
function lastRowAnnounced(head: string): number | null {
  const [, attributes = ''] = /<[\w:.-]*\bdimension\s([^>]*)>/.exec(head) ?? [];
  const row = /\d+$/.exec(/(?:^|\s)ref\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '');
  return row === null ? null : Number(row[0]);
}

function lastWholeRow(xml: string): number {
  let last = 0;
  let open = 0;
  for (const [, slash, attributes = ''] of xml.matchAll(/<(\/?)[\w:.-]*\brow\b([^>]*)>/g)) {
    if (slash === '') open = Number(/(?:^|\s)r\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? open + 1);
    if (slash === '/' || attributes.endsWith('/')) last = open;
  }
  return last;
}
