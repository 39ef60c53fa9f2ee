import { hasPart, openZipParts, partBytes } from './zip-parts.ts';

const SPREADSHEET = 'application/vnd.oasis.opendocument.spreadsheet';
const HEAD_BYTES = 4096;
const TAIL_BYTES = 1024;
const SAVE_AS = 'Open it in a spreadsheet and save it as .xlsx; nothing was stored.';

/**
 * Why an OpenDocument file is not read, in one sentence, or `null`. The spreadsheet library gives the rows so far where the text
 * breaks off, and passes over rows in groups; both would lose machines without a word.
 */
export async function damageOfOpenDocument(bytes: Buffer, fileName: string): Promise<string | null> {
  const parts = await openZipParts(bytes);
  const kind = partBytes(parts, 'mimetype').toString('latin1').trim();
  if (!kind.startsWith(SPREADSHEET))
    return `${fileName} is an OpenDocument file, but no spreadsheet. Save its table as a spreadsheet or as text.`;
  if (hasPart(parts, 'META-INF/manifest.xml') && partBytes(parts, 'META-INF/manifest.xml').includes('encryption-data'))
    return `${fileName} is protected by a password, which is asked only for .xlsx. ${SAVE_AS}`;
  const content = partBytes(parts, 'content.xml');
  if (/<!(DOCTYPE|ENTITY)/i.test(content.subarray(0, HEAD_BYTES).toString('latin1')))
    return `${fileName} declares XML entities, which no spreadsheet does and attacks do. It was not read; export it again from the tool.`;
  const tail = content.subarray(Math.max(0, content.length - TAIL_BYTES)).toString('latin1');
  if (!/<\/[\w.:-]*document-content\s*>/.test(tail)) return `${fileName} is cut off inside. Export it again; nothing was stored.`;
  if (GROUPED_ROWS.some((tag) => content.includes(tag)))
    return `${fileName} has rows in groups or repeated as headings, which are not read. ${SAVE_AS}`;
  return null;
}

const GROUPED_ROWS = ['<table:table-row-group', '<table:table-header-rows', '<table:table-rows'] as const;
