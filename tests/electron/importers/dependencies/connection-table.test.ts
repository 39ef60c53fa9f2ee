import { describe, expect, test } from 'vitest';

import { inventoryOf } from '../../../support/read-made-files.ts';

const HEADER = 'version account-id interface-id srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status\n';
const FLOWS = [
  '2 123456789012 eni-0a1b 10.0.0.1 10.0.0.2 49152 443 6 25 20000 1620140761 1620140821 ACCEPT OK',
  '2 123456789012 eni-0a1b 10.0.0.2 10.0.0.1 443 49152 6 25 20000 1620140761 1620140821 ACCEPT OK',
  '2 123456789012 eni-0a1b 203.0.113.1 10.0.0.1 40000 22 6 1 40 1620140761 1620140821 REJECT OK',
  '2 123456789012 eni-0a1b - - - - - - - 1620140761 1620140821 - NODATA',
].join('\n');

describe('flow logs of AWS', () => {
  test.each([
    ['with a header', HEADER, 2],
    ['without one', '', 1],
  ])('%s: an answer counts as its call, and what was refused is no connection', async (_what, header, firstRow) => {
    const inventory = await inventoryOf({ 'flow.log': header + FLOWS });
    expect(inventory.connections).toEqual([
      {
        from: { address: '10.0.0.1' },
        to: { address: '10.0.0.2' },
        row: firstRow,
        count: 2,
        port: 443,
        protocol: 'tcp',
        seenAt: '2021-05-04T15:07:01.000Z',
      },
    ]);
    expect(inventory.skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [firstRow + 2, 'The connection was refused.'],
      [firstRow + 3, 'It does not say where the connection comes from.'],
    ]);
  });
});

describe('when a connection was seen', () => {
  const seenAt = async (header: string, cells: readonly string[]): Promise<readonly (string | undefined)[]> => {
    const rows = cells.map((cell, index) => `${cell},a,b,${index + 1}`).join('\n');
    const { connections = [] } = await inventoryOf({
      'c.csv': `${header},Source server name,Destination server name,Destination port\n${rows}\n`,
    });
    return connections.map((connection) => connection.seenAt);
  };

  test('is read from dates of every country that the column explains', async () => {
    expect(await seenAt('Date', ['1/07/2026', '13/07/2026'])).toEqual(['2026-07-01T00:00:00.000Z', '2026-07-13T00:00:00.000Z']);
    expect(await seenAt('Date', ['7/1/2026', '7/13/2026 5:00:00 PM'])).toEqual(['2026-07-01T00:00:00.000Z', '2026-07-13T17:00:00.000Z']);
  });

  test('stays unknown where it could be two days', async () => {
    expect(await seenAt('Date', ['1/07/2026', '2/07/2026'])).toEqual([undefined, undefined]);
  });

  test('is the end of a span', async () => {
    expect(await seenAt('Time slot', ['2026-08-21..2026-09-20'])).toEqual(['2026-09-20T00:00:00.000Z']);
  });
});

describe('connections in JSON', () => {
  test('as a list of records', async () => {
    const records = [
      { source: 'web01', destination: 'db01', port: 1433, protocol: 'TCP' },
      { source: 'web02', destination: 'db01', port: 1433, protocol: 'TCP' },
    ];
    const inventory = await inventoryOf({ 'calls.json': JSON.stringify(records) });
    expect([inventory.formatId, inventory.connections]).toEqual([
      'connection-list',
      [
        { from: { name: 'web01' }, to: { name: 'db01' }, row: 2, count: 1, port: 1433, protocol: 'tcp' },
        { from: { name: 'web02' }, to: { name: 'db01' }, row: 3, count: 1, port: 1433, protocol: 'tcp' },
      ],
    ]);
  });

  test.each([
    [
      'network security groups',
      {
        properties: {
          flows: [
            {
              rule: 'r',
              flows: [
                { mac: '0', flowTuples: ['1542110402,10.0.0.4,10.0.0.5,28746,443,T,O,A', '1542110403,10.0.0.9,10.0.0.5,28746,22,T,I,D'] },
              ],
            },
          ],
        },
      },
    ],
    [
      'virtual networks',
      {
        flowRecords: {
          flows: [
            {
              aclID: 'a',
              flowGroups: [
                {
                  rule: 'r',
                  flowTuples: [
                    '1542110402000,10.0.0.4,10.0.0.5,28746,443,6,O,B,NX,0,0,0,0',
                    '1542110403000,10.0.0.9,10.0.0.5,28746,22,6,I,D,NX,0,0,0,0',
                  ],
                },
              ],
            },
          ],
        },
      },
    ],
  ])('as flow logs of %s in Azure', async (_what, record) => {
    const inventory = await inventoryOf({ 'PT1H.json': JSON.stringify({ records: [record] }) });
    expect(inventory.connections).toEqual([
      {
        from: { address: '10.0.0.4' },
        to: { address: '10.0.0.5' },
        row: 2,
        count: 1,
        port: 443,
        protocol: 'tcp',
        seenAt: '2018-11-13T12:00:02.000Z',
      },
    ]);
    expect(inventory.skipped).toMatchObject([{ row: 3, reason: 'The connection was refused.' }]);
  });
});
