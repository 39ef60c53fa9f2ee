import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

import { readXml } from 'hucre/xml';
import { fromBufferPromise, type Entry } from 'yauzl';

import { entriesOf } from './archive-reader.ts';
import { endsWithTag, readWorksheetState, type WorksheetState } from './worksheet-state.ts';

const MAX_PART_BYTES = 512 * 1024 * 1024;

export interface WorkbookState {
  /** By name of the sheet; `missing`: the workbook lists the sheet and does not hold it. */
  readonly sheets: ReadonlyMap<string, WorksheetState | 'missing'>;
  /** Most cells with text point into one list; without its end, names are lost without a word. */
  readonly areTextsWhole: boolean;
  /** SECURITY: entities that unfold to gigabytes are declared at the head of a part; spreadsheets declare none. */
  readonly declaresEntities: boolean;
  /** Its parts are not XML (.xlsb); nothing else is known of it. */
  readonly isBinary: boolean;
}

/**
 * The state of each worksheet, from the parts of a workbook. The import guard has looked at the directory before; one part is in
 * memory at a time. Rejects where a part cannot be unpacked.
 */
export async function readWorkbookState(bytes: Buffer): Promise<WorkbookState> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, autoClose: false, validateEntrySizes: true });
  const entries = new Map<string, Entry>();
  for await (const entry of entriesOf(zip)) entries.set(entry.fileName.toLowerCase(), entry);
  const parts: Parts = { bytes, entries };
  const workbookPart = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.part ?? '';
  if (workbookPart.endsWith('.bin')) return { sheets: new Map(), areTextsWhole: true, declaresEntities: false, isBinary: true };
  const relations = relationsOf(parts, workbookPart);
  const workbook = bytesOf(parts, workbookPart);
  let declaresEntities = hasDeclarations(workbook);
  const sheets = new Map<string, WorksheetState | 'missing'>();
  for (const sheet of tagsIn(workbook, 'sheet')) {
    const id = sheet['@r:id'] ?? Object.entries(sheet).find(([name]) => name.endsWith(':id'))?.[1];
    const relation = relations.find((candidate) => candidate.id === id);
    // Sheets of charts and macros hold no rows.
    if (relation?.kind !== 'worksheet') continue;
    const xml = bytesOf(parts, relation.part);
    declaresEntities ||= hasDeclarations(xml);
    sheets.set(String(sheet['@name']), hasPart(parts, relation.part) ? readWorksheetState(xml) : 'missing');
  }
  const texts = relations.find(({ kind }) => kind === 'sharedStrings');
  const list = texts === undefined ? null : bytesOf(parts, texts.part);
  return {
    sheets,
    areTextsWhole: list === null || endsWithTag(list, 'sst'),
    declaresEntities: declaresEntities || (list !== null && hasDeclarations(list)),
    isBinary: false,
  };
}

const HEAD_BYTES = 4096;

function hasDeclarations(xml: Buffer): boolean {
  return /<!(DOCTYPE|ENTITY)/i.test(xml.subarray(0, HEAD_BYTES).toString('latin1'));
}

interface Parts {
  readonly bytes: Buffer;
  /** By name in small letters: some tools write names and references in different case. */
  readonly entries: ReadonlyMap<string, Entry>;
}

function hasPart({ entries }: Parts, name: string): boolean {
  return entries.has(name.toLowerCase());
}

const DEFLATED = 8;
const LOCAL_HEADER_BYTES = 30;

/** Unpacks a part in one piece: the whole file is in memory, and streams would take twice the time. */
function bytesOf({ bytes, entries }: Parts, name: string): Buffer {
  const entry = entries.get(name.toLowerCase());
  if (entry === undefined) return Buffer.alloc(0);
  const at = entry.relativeOffsetOfLocalHeader;
  const start = at + LOCAL_HEADER_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  return entry.compressionMethod === DEFLATED ? inflateRawSync(packed, { maxOutputLength: MAX_PART_BYTES }) : packed;
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

/** What a part refers to; '' is the package itself. */
function relationsOf(parts: Parts, owner: string): readonly Relation[] {
  const folder = path.posix.dirname(owner);
  const xml = bytesOf(parts, path.posix.join(folder, '_rels', `${path.posix.basename(owner)}.rels`));
  return tagsIn(xml, 'Relationship').map((relation) => ({
    id: String(relation['@Id']),
    kind: String(relation['@Type']).split('/').at(-1) ?? '',
    part: path.posix.resolve('/', folder, String(relation['@Target']).replaceAll('\\', '/')).slice(1),
  }));
}

function tagsIn(xml: Buffer, rowTag: string): readonly Readonly<Record<string, unknown>>[] {
  return xml.length === 0 ? [] : readXml(xml.toString('utf8'), { rowTag, stripNamespaces: true }).data;
}
