import path from 'node:path';

import { readXml } from 'hucre/xml';

import { endsWithTag, readWorksheetState, type WorksheetState } from './worksheet-state.ts';
import { hasPart, openZipParts, partBytes, type ZipParts } from './zip-parts.ts';

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
  const parts = await openZipParts(bytes);
  const workbookPart = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.part ?? '';
  if (workbookPart.endsWith('.bin')) return { sheets: new Map(), areTextsWhole: true, declaresEntities: false, isBinary: true };
  const relations = relationsOf(parts, workbookPart);
  const workbook = partBytes(parts, workbookPart);
  let declaresEntities = hasDeclarations(workbook);
  const sheets = new Map<string, WorksheetState | 'missing'>();
  for (const sheet of tagsIn(workbook, 'sheet')) {
    const id = sheet['@r:id'] ?? Object.entries(sheet).find(([name]) => name.endsWith(':id'))?.[1];
    const relation = relations.find((candidate) => candidate.id === id);
    // Sheets of charts and macros hold no rows.
    if (relation?.kind !== 'worksheet') continue;
    const xml = partBytes(parts, relation.part);
    declaresEntities ||= hasDeclarations(xml);
    sheets.set(String(sheet['@name']), hasPart(parts, relation.part) ? readWorksheetState(xml) : 'missing');
  }
  const texts = relations.find(({ kind }) => kind === 'sharedStrings');
  const list = texts === undefined ? null : partBytes(parts, texts.part);
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

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly part: string;
}

/** What a part refers to; '' is the package itself. */
function relationsOf(parts: ZipParts, owner: string): readonly Relation[] {
  const folder = path.posix.dirname(owner);
  const xml = partBytes(parts, path.posix.join(folder, '_rels', `${path.posix.basename(owner)}.rels`));
  return tagsIn(xml, 'Relationship').map((relation) => ({
    id: String(relation['@Id']),
    kind: String(relation['@Type']).split('/').at(-1) ?? '',
    part: path.posix.resolve('/', folder, String(relation['@Target']).replaceAll('\\', '/')).slice(1),
  }));
}

function tagsIn(xml: Buffer, rowTag: string): readonly Readonly<Record<string, unknown>>[] {
  return xml.length === 0 ? [] : readXml(xml.toString('utf8'), { rowTag, stripNamespaces: true }).data;
}
