import { success } from '../../../shared/contract/failure.ts';
import type { ImportedApplication } from '../../../shared/domain/connection.ts';
import { fieldForHeader, headerKey } from '../../../shared/domain/machine-fields.ts';
import type { SkippedRow } from '../../../shared/domain/machine.ts';
import type { Importer } from '../importer.ts';
import { createRowReader, type RowReader, type Sheet } from '../sheet.ts';
import { sheetSummaries } from '../summaries.ts';

interface Draft {
  readonly application: Omit<ImportedApplication, 'dependsOn'>;
  readonly dependsOn: Set<string>;
}

/** A portfolio of applications: records of kind 1 are applications, of kind 2 what one needs of another, in one table. */
export const applicationTable: Importer = {
  id: 'application-portfolio',
  title: 'Portfolio of applications',
  recognises: ({ sheets }) => sheets.some(isPortfolio),
  read({ sheets }) {
    const drafts = new Map<string, Draft>();
    const skipped: SkippedRow[] = [];
    for (const sheet of sheets.filter(isPortfolio)) {
      const readRow = createRowReader(sheet);
      for (const cells of sheet.rows) readRecord(readRow(cells), { sheet, drafts, skipped });
    }
    return success({
      kind: 'inventory',
      columns: [],
      inventory: {
        formatId: 'application-portfolio',
        formatTitle: 'Portfolio of applications',
        sheets: sheetSummaries(sheets),
        fieldSheets: {},
        machines: [],
        applications: [...drafts.values()].map(({ application, dependsOn }) => ({ ...application, dependsOn: [...dependsOn] })),
        skipped,
        warnings: ['This list names applications and no machines. Machines are tied to them by the name of their application.'],
      },
    });
  },
};

function isPortfolio(sheet: Sheet): boolean {
  const keys = new Set(sheet.header.map(headerKey));
  if (keys.has('applicationname') && (keys.has('recordtype') || keys.has('recordtype1')) && keys.has('dependency')) return true;
  return isPlainPortfolio(keys);
}

const NAMES = ['Application Name', 'Application', 'App Name', 'App'] as const;
const ABOUT = ['Owner', 'Description', 'Business Service', 'Criticality', 'Dependency', 'Depends on', 'Dependencies'] as const;

/** One application a row: it names applications and says something of them, and has no column of machines. */
function isPlainPortfolio(keys: ReadonlySet<string>): boolean {
  const hasName = NAMES.some((name) => keys.has(headerKey(name)));
  const aboutCount = [...keys].filter((key) => ABOUT.some((about) => key.includes(headerKey(about)))).length;
  const hasMachines = [...keys].some((key) => fieldForHeader(key) === 'name' || fieldForHeader(key) === 'ipAddresses');
  return hasName && aboutCount > 1 && !hasMachines;
}

interface Context {
  readonly sheet: Sheet;
  readonly drafts: Map<string, Draft>;
  readonly skipped: SkippedRow[];
}

function readRecord(row: RowReader, { sheet, drafts, skipped }: Context): void {
  const name = row.text(...NAMES);
  // Without a column for it every row is an application.
  const kind = row.text('Record Type', 'Record Type 1') ?? (hasKinds(sheet) ? undefined : '1');
  const skip = (reason: string): void => void skipped.push({ sheet: sheet.name, row: row.number, what: name ?? '', reason });
  if (name === undefined) return skip('It names no application.');
  if (kind === '2') {
    const other = row.text('Dependency');
    if (other === undefined) return skip('It names no application that this one depends on.');
    const isInbound = row.text('Dependency Direction')?.toLowerCase() === 'northbound';
    const [from, to] = isInbound ? [other, name] : [name, other];
    draftOf(from, row, drafts).dependsOn.add(to);
    return;
  }
  if (kind !== '1') return skip(`Its record type is “${kind ?? ''}”, which is neither 1 (application) nor 2 (dependency).`);
  const known = drafts.get(name.toLowerCase());
  if (known !== undefined && known.application.description !== undefined)
    return skip(`The application stands in row ${known.application.row} already.`);
  const description = row.text('Description');
  const owner = row.text('Owner', 'Application Owner', 'Business Owner', 'Responsible');
  const businessService = row.text('Business Service');
  const criticality = row.text('Criticality', 'Business Criticality', 'Priority');
  drafts.set(name.toLowerCase(), {
    application: {
      name,
      row: row.number,
      ...(description === undefined ? {} : { description }),
      ...(owner === undefined ? {} : { owner }),
      ...(businessService === undefined ? {} : { businessService }),
      ...(criticality === undefined ? {} : { criticality }),
    },
    dependsOn: new Set([...(known?.dependsOn ?? []), ...(hasKinds(sheet) ? [] : dependenciesOf(row))]),
  });
}

function hasKinds(sheet: Sheet): boolean {
  return sheet.header.some((header) => /^record ?type( 1)?$/i.test(header.trim()));
}

function dependenciesOf(row: RowReader): string[] {
  const text = row.text('Depends on', 'Dependency', 'Dependencies') ?? '';
  return text
    .split(/[;,|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function draftOf(name: string, row: RowReader, drafts: Map<string, Draft>): Draft {
  const known = drafts.get(name.toLowerCase());
  if (known !== undefined) return known;
  const made: Draft = { application: { name, row: row.number }, dependsOn: new Set() };
  drafts.set(name.toLowerCase(), made);
  return made;
}
