import { success } from '../../../shared/contract/failure.ts';
import type { ConnectionEnd, ImportedConnection } from '../../../shared/domain/connection.ts';
import { headerKey } from '../../../shared/domain/machine-fields.ts';
import type { SkippedRow } from '../../../shared/domain/machine.ts';
import type { SourceDocument } from '../import-source.ts';
import type { Importer } from '../importer.ts';
import { createRowReader, type RowReader, type Sheet } from '../sheet.ts';
import { sheetSummaries } from '../summaries.ts';
import { connectionRecords } from './connection-records.ts';
import { timesOf } from './connection-times.ts';

const SOURCE_NAME = [
  'Source server name',
  'Source machine',
  'Source host',
  'Source hostname',
  'Source VM',
  'Source name',
  'Source server',
  'Source',
  'Src',
  'From',
  'Client',
] as const;
const SOURCE_ADDRESS = ['Source IP', 'Source IP address', 'Source address', 'Src IP', 'Srcaddr', 'Client IP', 'Local IP'] as const;
const TARGET_NAME = [
  'Destination server name',
  'Destination machine',
  'Destination host',
  'Destination hostname',
  'Destination VM',
  'Destination name',
  'Destination server',
  'Destination',
  'Target machine',
  'Target server',
  'Target',
  'Dest',
  'Dst',
  'To',
  'Server',
] as const;
const TARGET_ADDRESS = [
  'Destination IP',
  'Destination IP address',
  'Destination address',
  'Target IP',
  'Dest IP',
  'Dst IP',
  'Dstaddr',
  'Server IP',
  'Remote IP',
] as const;
const PORT = ['Destination port', 'Target port', 'Dest port', 'Dst port', 'Dstport', 'Server port', 'Remote port', 'Port'] as const;
const PROTOCOL = ['Protocol', 'Transport protocol', 'Transport', 'Proto'] as const;

/** Flow logs name protocols by number. */
const PROTOCOL_NUMBERS: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp' };

/** Who talks to whom: the export of Azure Migrate's dependency analysis, and lists like it under other names. */
export const connectionTable: Importer = {
  id: 'connection-list',
  title: 'List of connections',
  recognises: ({ sheets, documents }) => sheets.some(isConnections) || documents.slice(0, PROBED).some(mayBeConnections),
  read(source, request) {
    const records = source.documents.flatMap(({ name, value }) =>
      mayBeConnections({ name, value }) ? (connectionRecords(value, name) ?? []) : [],
    );
    const sheets = [...source.sheets, ...records];
    const skipped: SkippedRow[] = [];
    const merged = new Map<string, ImportedConnection>();
    const tables = sheets.filter(isConnections);
    for (const [index, sheet] of tables.entries()) {
      request.onProgress(index / tables.length, `Reading ${sheet.name}`);
      const readRow = createRowReader(sheet);
      const seenAt = timesOf(sheet);
      for (const cells of sheet.rows) take(readRow(cells), { sheet, merged, skipped, seenAt: seenAt(cells) });
    }
    return success({
      kind: 'inventory',
      columns: [],
      inventory: {
        formatId: 'connection-list',
        formatTitle: 'List of connections',
        sheets: sheetSummaries(sheets),
        fieldSheets: {},
        machines: [],
        connections: [...merged.values()],
        skipped,
        warnings: [],
      },
    });
  },
};

/** Documents and records that are looked at before a file is taken for connections. */
const PROBED = 20;

function mayBeConnections({ name, value }: SourceDocument): boolean {
  const sheet = connectionRecords(value, name, PROBED);
  return sheet !== null && isConnections(sheet);
}

function isConnections(sheet: Sheet): boolean {
  const keys = new Set(sheet.header.map(headerKey));
  const hasAny = (headers: readonly string[]): boolean => headers.some((header) => keys.has(headerKey(header)));
  return (
    (hasAny(SOURCE_NAME) || hasAny(SOURCE_ADDRESS)) && (hasAny(TARGET_NAME) || hasAny(TARGET_ADDRESS)) && (hasAny(PORT) || keys.size <= 6)
  );
}

interface Context {
  readonly sheet: Sheet;
  readonly merged: Map<string, ImportedConnection>;
  readonly skipped: SkippedRow[];
  readonly seenAt: string | undefined;
}

/** Systems give the calling side a port from here on; a flow from a lower one to it is an answer. */
const FIRST_CALLING_PORT = 32_768;

/** The same connection in several time slots is one connection that was seen several times. */
function take(row: RowReader, { sheet, merged, skipped, seenAt }: Context): void {
  const source = endOf(row.text(...SOURCE_NAME), row.text(...SOURCE_ADDRESS), row.text('Source application'), row.text('Source process'));
  const target = endOf(
    row.text(...TARGET_NAME),
    row.text(...TARGET_ADDRESS),
    row.text('Destination application'),
    row.text('Destination process'),
  );
  const skip = (reason: string): void =>
    void skipped.push({ sheet: sheet.name, row: row.number, what: (source ?? target)?.name ?? (source ?? target)?.address ?? '', reason });
  if (source === null || target === null)
    return skip(`It does not say ${source === null ? 'where the connection comes from' : 'where it goes'}.`);
  if (/^(?:reject|deny|denied|drop|dropped|block|blocked)$/i.test(row.text('Action', 'Flow status') ?? ''))
    return skip('The connection was refused.');
  const targetPort = row.numeric(...PORT);
  const sourcePort = row.numeric('Source port', 'Src port', 'Srcport', 'Client port', 'Local port');
  // Flow logs hold both directions; an answer is turned round, so that it counts as the call it belongs to.
  const isAnswer =
    sourcePort !== undefined && targetPort !== undefined && sourcePort < FIRST_CALLING_PORT && targetPort >= FIRST_CALLING_PORT;
  const [from, to, port] = isAnswer ? [target, source, sourcePort] : [source, target, targetPort];
  const word = row.text(...PROTOCOL)?.toLowerCase();
  const protocol = word === undefined ? undefined : (PROTOCOL_NUMBERS[word] ?? word);
  const count = row.numeric('Count', 'Connections', 'Connection count', 'Flows') ?? 1;
  const key = JSON.stringify([from.name ?? from.address, to.name ?? to.address, port, protocol]).toLowerCase();
  const known = merged.get(key);
  const latest = known?.seenAt !== undefined && (seenAt === undefined || known.seenAt > seenAt) ? known.seenAt : seenAt;
  merged.set(key, {
    from: known?.from ?? from,
    to: known?.to ?? to,
    row: known?.row ?? row.number,
    count: (known?.count ?? 0) + count,
    ...(port === undefined ? {} : { port }),
    ...(protocol === undefined ? {} : { protocol }),
    ...(latest === undefined ? {} : { seenAt: latest }),
  });
}

function endOf(
  givenName: string | undefined,
  givenAddress: string | undefined,
  application: string | undefined,
  process: string | undefined,
): ConnectionEnd | null {
  const [name, address] = [givenName, givenAddress].map((text) => (text === '-' ? undefined : text));
  if (name === undefined && address === undefined) return null;
  const isAddress = name !== undefined && /^[\d.]+$|^[\da-f:]+:[\da-f:]*$/i.test(name);
  return {
    ...(name === undefined || isAddress ? {} : { name }),
    ...(address === undefined && !isAddress ? {} : { address: address ?? name ?? '' }),
    ...(application === undefined ? {} : { application }),
    ...(process === undefined ? {} : { process }),
  };
}
