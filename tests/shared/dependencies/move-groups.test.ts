import { describe, expect, test } from 'vitest';

import { deriveTies } from '../../../shared/dependencies/derive-ties.ts';
import { explainPath } from '../../../shared/dependencies/explain-path.ts';
import type { Ties } from '../../../shared/dependencies/tie.ts';
import { deriveMoveGroups, deriveWelds, type Weld } from '../../../shared/dependencies/weld-groups.ts';
import type { ImportedConnection } from '../../../shared/domain/connection.ts';
import { DEFAULT_DEPENDENCY_RULES, type DependencyRules } from '../../../shared/domain/dependency-rules.ts';
import type { Engagement, ImportRecord } from '../../../shared/domain/engagement.ts';
import type { Machine, MachineFacts } from '../../../shared/domain/machine.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';

function machine(id: string, facts: Partial<MachineFacts> = {}): Machine {
  return { id, scenario: 'vmware', isInScope: true, facts: { name: id, ...facts }, statements: [], personValues: {} };
}

const call = (from: string, to: string, port?: number): ImportedConnection => ({
  from: { name: from },
  to: { name: to },
  row: 2,
  ...(port === undefined ? {} : { port }),
});

function estate(machines: readonly Machine[], connections: readonly ImportedConnection[], rules: Partial<DependencyRules> = {}) {
  const inventory = { formatId: 'c', formatTitle: '', sheets: [], fieldSheets: {}, machines: [], connections, skipped: [], warnings: [] };
  const record = { id: 'i', fileName: 'calls.csv', inventory } as unknown as ImportRecord;
  return {
    machines: new Map(machines.map((each) => [each.id, each])),
    imports: [record],
    groupEdits: [] as Engagement['groupEdits'],
    dependencyRules: { ...DEFAULT_DEPENDENCY_RULES, ...rules },
  };
}

function tiesOf(engagement: ReturnType<typeof estate>): Ties {
  return runToEnd(deriveTies(engagement));
}

function weldsOf(engagement: ReturnType<typeof estate>): readonly Weld[] {
  return runToEnd(deriveWelds(engagement, tiesOf(engagement).ties));
}

const groupsOf = (engagement: ReturnType<typeof estate>): string[] =>
  runToEnd(deriveMoveGroups(engagement, weldsOf(engagement))).map(({ machineIds }) => machineIds.toSorted().join('+'));

describe('move groups', () => {
  test('weld mutual calls, calls of databases, one application and what a person tied; nothing else', () => {
    const machines = ['web', 'api', 'db', 'batch', 'lone', 'x', 'y'].map((id) => machine(id));
    const shop = [machine('s1', { application: 'Shop' }), machine('s2', { application: 'shop ' })];
    const engagement = estate(
      [...machines, ...shop],
      [call('web', 'api', 8080), call('api', 'web', 8081), call('batch', 'db', 1433), call('lone', 'web', 443)],
      { together: [{ a: 'x', b: 'y', reason: 'same licence dongle' }] },
    );
    expect(groupsOf(engagement).toSorted()).toEqual(['api+web', 'batch+db', 'lone', 's1+s2', 'x+y']);
  });

  test('shared services do not weld the estate together, and the list can be edited', () => {
    const machines = Array.from({ length: 8 }, (_, index) => machine(`m${index}`));
    const calls = machines.flatMap(({ id }) => [call(id, 'm0', 53), call('m0', id, 53)]);
    const engagement = estate(machines, calls);
    expect(groupsOf(engagement)).toHaveLength(8);
    expect(tiesOf(engagement).foldedAway).toEqual([{ serviceId: 'dns', title: 'Name resolution (DNS)', connections: 16, machines: 8 }]);
    expect(groupsOf(estate(machines, calls, { sharedServices: [] }))).toEqual(['m0+m1+m2+m3+m4+m5+m6+m7']);
  });

  test('a machine that serves very many is taken as shared, unless a person says it is not', () => {
    const machines = Array.from({ length: 40 }, (_, index) => machine(`m${index}`));
    const calls = machines.flatMap(({ id }) => [call(id, 'm0', 7777), call('m0', id, 7778)]);
    expect(tiesOf(estate(machines, calls)).sharedMachineIds).toEqual([{ machineId: 'm0', peers: 39, by: 'many-peers' }]);
    expect(groupsOf(estate(machines, calls))).toHaveLength(40);
    expect(groupsOf(estate(machines, calls, { ownMachineIds: ['m0'] }))).toHaveLength(1);
  });

  test('a cut tie welds nothing', () => {
    const machines = [machine('web'), machine('db')];
    const calls = [call('web', 'db', 1433)];
    expect(groupsOf(estate(machines, calls))).toEqual(['db+web']);
    expect(groupsOf(estate(machines, calls, { cuts: [{ a: 'db', b: 'web', reason: 'accepted' }] })).toSorted()).toEqual(['db', 'web']);
    expect(groupsOf(estate(machines, calls, { weldsLatencySensitive: false })).toSorted()).toEqual(['db', 'web']);
  });

  test('ends are found by full name, short name and address; what fits none or two is named', () => {
    const machines = [
      machine('a', { name: 'app.corp.example', ipAddresses: ['10.0.0.1'] }),
      machine('b', { name: 'DB', ipAddresses: ['10.0.0.2'] }),
      machine('t1', { name: 'twin' }),
      machine('t2', { name: 'twin' }),
    ];
    const connections: ImportedConnection[] = [
      call('APP', 'db.corp.example', 1521),
      { from: { address: '10.0.0.1' }, to: { name: 'nobody', address: '10.0.0.2' }, port: 1521, row: 3 },
      call('app', 'outside.example', 443),
      call('app', 'twin', 443),
    ];
    const ties = tiesOf(estate(machines, connections));
    expect(ties.ties).toEqual([
      { from: 'a', to: 'b', ports: [1521], count: 2, isLatencySensitive: true, seenAt: null, importId: 'i', row: 2 },
    ]);
    expect(ties.unknownEnds).toEqual([
      { name: 'outside.example', connections: 1, why: 'unknown' },
      { name: 'twin', connections: 1, why: 'ambiguous' },
    ]);
  });

  test('nodes of one cluster move together, found by the nodes that one of them lists, by name or address', () => {
    const machines = [
      machine('db1', { failoverCluster: 'SQLCL', failoverClusterNodes: ['DB1', 'db2.corp.example', '10.0.0.3', 'gone'] }),
      machine('db2'),
      machine('db3', { ipAddresses: ['10.0.0.3'] }),
      machine('db4'),
    ];
    const engagement = estate(machines, []);
    const groups = runToEnd(deriveMoveGroups(engagement, weldsOf(engagement)));
    expect(groups.map(({ machineIds, reason }) => [machineIds.join('+'), reason])).toEqual([
      ['db1+db2+db3', 'connections'],
      ['db4', 'single'],
    ]);
    expect(runToEnd(explainPath(weldsOf(engagement), 'db2', 'db3'))).toEqual([
      { from: 'db2', to: 'db3', reason: 'cluster', detail: 'SQLCL' },
    ]);
  });

  test('a group of nothing but nodes of one cluster is called by it', () => {
    const nodes = { failoverCluster: 'SQLCL', failoverClusterNodes: ['db1', 'db2'] };
    const engagement = estate([machine('db1', nodes), machine('db2'), machine('x')], []);
    expect(runToEnd(deriveMoveGroups(engagement, weldsOf(engagement)))[0]).toEqual({
      id: 'cluster:db1',
      title: 'SQLCL',
      machineIds: ['db1', 'db2'],
      reason: 'cluster',
    });
    const called = estate([machine('db1', nodes), machine('db2'), machine('x')], [call('x', 'db1', 1433)]);
    expect(runToEnd(deriveMoveGroups(called, weldsOf(called)))[0]).toMatchObject({ reason: 'connections', title: 'db1 and 2 more' });
  });

  test('clusters of one name are two where their nodes are others; without nodes the name decides', () => {
    const pair = (a: string, b: string): Machine[] =>
      [a, b].map((id) => machine(id, { failoverCluster: 'hacluster', failoverClusterNodes: [a, b] }));
    expect(groupsOf(estate([...pair('a1', 'a2'), ...pair('b1', 'b2')], []))).toEqual(['a1+a2', 'b1+b2']);
    const named = ['c1', 'c2'].map((id, index) => machine(id, { failoverCluster: index === 0 ? 'FileCL' : 'filecl' }));
    expect(groupsOf(estate([...named, machine('c3')], []))).toEqual(['c1+c2', 'c3']);
  });

  test('a node out of scope ties nobody', () => {
    const nodes = { failoverCluster: 'SQLCL', failoverClusterNodes: ['db1', 'db2', 'db3'] };
    const out = { ...machine('db2', nodes), isInScope: false };
    expect(groupsOf(estate([machine('db1', nodes), out, machine('db3', nodes)], []))).toEqual(['db1+db3']);
  });

  test('the path says in steps why two machines move together', () => {
    const machines = [machine('s1', { application: 'Shop' }), machine('s2', { application: 'Shop' }), machine('db'), machine('far')];
    const engagement = estate(machines, [call('s2', 'db', 1433), call('db', 'far', 443)]);
    const welds = weldsOf(engagement);
    expect(runToEnd(explainPath(welds, 's1', 'db'))).toEqual([
      { from: 's1', to: 's2', reason: 'application', detail: 'Shop' },
      { from: 's2', to: 'db', reason: 'latency', detail: 'port 1433' },
    ]);
    expect(runToEnd(explainPath(welds, 's1', 'far'))).toBeNull();
  });

  test('two machines of one application are one step apart, whichever machine the application was found on first', () => {
    const welds = weldsOf(
      estate(
        ['s1', 's2', 's3'].map((id) => machine(id, { application: 'Shop' })),
        [],
      ),
    );
    expect(runToEnd(explainPath(welds, 's2', 's3'))).toEqual([{ from: 's2', to: 's3', reason: 'application', detail: 'Shop' }]);
  });

  test('every machine of the scope is in exactly one group, and a group made by hand stays', () => {
    const machines = ['a', 'b', 'c', 'd'].map((id) => machine(id));
    const engagement = {
      ...estate(machines, [call('a', 'b', 1433), call('c', 'd', 1433)]),
      groupEdits: [{ groupId: 'hand:1', title: 'Pilot', machineIds: ['a', 'gone'] }],
    };
    expect(runToEnd(deriveMoveGroups(engagement, weldsOf(engagement)))).toEqual([
      { id: 'calls:c', title: 'c and 1 more', machineIds: ['c', 'd'], reason: 'connections' },
      { id: 'hand:1', title: 'Pilot', machineIds: ['a'], reason: 'person' },
      { id: 'machine:b', title: 'b', machineIds: ['b'], reason: 'single' },
    ]);
  });
});
