import { listAt } from '../json-reader.ts';
import { flatTable } from '../record-table.ts';
import { sheetFromCells, type Sheet } from '../sheet.ts';

/**
 * Connections in a JSON document as a table: flow logs of Azure, or a list of flat records, of which the first `most` are taken;
 * `null`: neither.
 */
export function connectionRecords(document: unknown, name: string, most = Infinity): Sheet | null {
  const tuples = flowTuples(document).slice(0, most);
  return tuples.length > 0 ? sheetFromCells(name, [FLOW_HEADER, ...tuples.map(rowOf)]) : flatTable(document, name, most);
}

const FLOW_HEADER = ['time', 'src ip', 'dst ip', 'src port', 'dst port', 'protocol', 'action'];
const WORDS: Readonly<Record<string, string>> = { T: 'tcp', U: 'udp' };

/**
 * Flows of network security groups and of virtual networks: `time,source,target,source port,target port,protocol,direction,decision`.
 * Both write D for what was denied; the first counts seconds, the second thousandths.
 */
function flowTuples(document: unknown): readonly string[] {
  return listAt(document, 'records').flatMap((record) =>
    [...listAt(record, 'properties', 'flows'), ...listAt(record, 'flowRecords', 'flows')].flatMap((rule) =>
      [...listAt(rule, 'flows'), ...listAt(rule, 'flowGroups')].flatMap((flow) =>
        listAt(flow, 'flowTuples').flatMap((tuple) => (typeof tuple === 'string' ? [tuple] : [])),
      ),
    ),
  );
}

function rowOf(tuple: string): readonly string[] {
  const [time = '', source = '', target = '', sourcePort = '', targetPort = '', protocol = '', , decision = ''] = tuple.split(',');
  return [time.slice(0, 10), source, target, sourcePort, targetPort, WORDS[protocol] ?? protocol, decision === 'D' ? 'denied' : 'allowed'];
}
