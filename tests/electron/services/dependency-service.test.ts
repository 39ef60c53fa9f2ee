import { describe, expect, it } from 'vitest';

import { startSmallEstate, type SmallEstate } from '../../support/small-estate.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { upload } from '../../support/test-app.ts';

const newFolder = useTemporaryFolders();

/** The shop asks the database of billing; epsilon only reads over the web. Names are resolved by zeta. */
const CALLS = [
  'Source server name,Destination server name,Destination port,Count',
  'alpha,beta,8080,40',
  'beta,gamma,1433,7',
  'epsilon,alpha,443,3',
  'alpha,zeta,53,900',
  'epsilon,pay.example,443,2',
].join('\n');

async function startWithCalls(): Promise<SmallEstate> {
  const estate = await startSmallEstate(await newFolder());
  const { previewId } = await estate.ask('import.preview', { uploadId: await upload(estate, 'calls.csv', Buffer.from(CALLS)) });
  await estate.ask('import.confirm', { previewId });
  return estate;
}

async function groupsOf({
  ask,
}: SmallEstate): Promise<readonly { readonly id: string; readonly title: string; readonly machines: number }[]> {
  const snapshot = await ask('snapshot.get', {});
  return (snapshot?.groups ?? []).map(({ id, title, machineIds }) => ({ id, title, machines: machineIds.length }));
}

describe('move groups from connections', () => {
  it('are counted, drawn and listed with the same numbers; what belongs to a shared service ties nothing', async () => {
    const estate = await startWithCalls();
    const { ask, app, idOf } = estate;
    expect(await groupsOf(estate)).toEqual([
      { id: 'app:billing', title: 'Billing + Shop', machines: 5 },
      { id: `machine:${idOf('epsilon')}`, title: 'epsilon', machines: 1 },
    ]);
    expect(await ask('dependency.summary', {})).toMatchObject({
      connectionCount: 5,
      tieCount: 3,
      foldedAway: [{ serviceId: 'dns', connections: 1, machines: 2 }],
      unknownEnds: [{ name: 'pay.example', connections: 1, why: 'unknown' }],
    });
    expect(await ask('dependency.groups', {})).toEqual([
      { groupId: 'app:billing', tiesInside: 2, tiesOutside: 1, connectionsOutside: 3, latencySensitiveOutside: 0 },
      { groupId: `machine:${idOf('epsilon')}`, tiesInside: 0, tiesOutside: 1, connectionsOutside: 3, latencySensitiveOutside: 0 },
    ]);
    const drawn = await ask('dependency.graph', {});
    expect(drawn.nodes.map(({ title, kind, machines }) => `${kind} ${title} ${machines}`)).toEqual([
      'group Billing + Shop 5',
      'group epsilon 1',
    ]);
    expect(drawn.edges).toEqual([
      { from: `machine:${idOf('epsilon')}`, to: 'app:billing', connections: 3, ties: 1, latencySensitiveTies: 0 },
    ]);
    const opened = await ask('dependency.graph', { expanded: ['app:billing'] });
    expect(opened.nodes.filter(({ kind }) => kind === 'machine')).toHaveLength(5);
    expect(opened.edges[0]).toEqual({ from: idOf('beta'), to: idOf('gamma'), connections: 7, ties: 1, latencySensitiveTies: 1 });
    await app.close();
  });

  it('hold the nodes of a cluster that guest facts name, and say where that stands', async () => {
    const estate = await startWithCalls();
    const { ask, app, idOf } = estate;
    const facts = { name: 'epsilon', failoverCluster: 'SQLCL', failoverClusterNodes: ['EPSILON', 'zeta'] };
    const document = {
      format: 'landfall-guest-facts',
      version: 1,
      system: 'windows',
      collectedAt: '2026-11-01T08:00:00Z',
      isPrivileged: true,
      facts,
    };
    const { previewId } = await ask('import.preview', {
      uploadId: await upload(estate, 'facts.json', Buffer.from(JSON.stringify(document))),
    });
    await ask('import.confirm', { previewId });
    const { steps } = await ask('dependency.why', { from: idOf('zeta'), to: idOf('epsilon') });
    expect(steps).toMatchObject([
      {
        from: { name: 'zeta' },
        to: { name: 'epsilon' },
        reason: 'cluster',
        detail: 'SQLCL',
        sources: [{ source: 'facts.json', sheet: 'guest facts', row: 1 }],
      },
    ]);
    await app.close();
  });

  it('say why two machines move together, step by step with file and row', async () => {
    const { ask, app, idOf, failureOf } = await startWithCalls();
    const { steps, byHand, calls } = await ask('dependency.why', { from: idOf('alpha'), to: idOf('delta') });
    expect(steps.map(({ from, to, reason, detail }) => `${from.name} > ${to.name}: ${reason} ${detail}`)).toEqual([
      'alpha > beta: application Shop',
      'beta > gamma: latency port 1433',
      'gamma > delta: application Billing',
    ]);
    expect(steps[0]?.sources).toEqual([
      { source: 'list.csv', sheet: 'CSV', row: 2 },
      { source: 'list.csv', sheet: 'CSV', row: 3 },
    ]);
    expect(steps[1]?.sources).toEqual([{ source: 'calls.csv', sheet: null, row: 3 }]);
    expect([byHand, calls]).toEqual([null, []]);
    const apart = await ask('dependency.why', { from: idOf('epsilon'), to: idOf('alpha') });
    expect(apart.steps).toEqual([]);
    expect(apart.calls).toMatchObject([{ from: { name: 'epsilon' }, to: { name: 'alpha' }, ports: [443], source: 'calls.csv', row: 4 }]);
    expect(await failureOf('dependency.why', { from: 'nobody', to: idOf('alpha') })).toMatchObject({ code: 'not-found' });
    await app.close();
  });

  it('are split by the cheapest cut that a person accepts, and are whole again when that is undone', async () => {
    const estate = await startWithCalls();
    const { ask, app, idOf, entryCount } = estate;
    const { cuts } = await ask('dependency.cuts', { groupId: 'app:billing' });
    expect(cuts).toHaveLength(1);
    expect(cuts[0]).toMatchObject({ latencySensitiveTies: 1, connections: 7, isWithinLimit: true });
    expect(cuts[0]?.sideB.map(({ name }) => name)).toEqual(['alpha', 'beta']);
    const before = await entryCount();
    const accepted = cuts[0]?.ties.map(({ from, to }) => ({ a: from.id, b: to.id, reason: 'Accepted' })) ?? [];
    await ask('dependency.set-rules', { rules: { cuts: accepted }, what: 'Cut Shop off Billing' });
    expect((await groupsOf(estate)).map(({ title }) => title)).toEqual(['Billing', 'Shop', 'epsilon']);
    expect(await entryCount()).toBe(before + 1);
    expect((await ask('dependency.why', { from: idOf('alpha'), to: idOf('delta') })).steps).toEqual([]);
    await ask('journal.undo', {});
    expect((await groupsOf(estate)).map(({ title }) => title)).toEqual(['Billing + Shop', 'epsilon']);
    await app.close();
  });

  it('warn before an edit that cuts a call, also one that ties nothing by itself, and name it', async () => {
    const { ask, app, idOf } = await startWithCalls();
    const preview = await ask('group.preview-change', { machineIds: [idOf('alpha'), idOf('gamma')] });
    expect(preview.cutTies.map(({ from, to, row }) => `${from.name} > ${to.name}, row ${row}`)).toEqual([
      'beta > gamma, row 3',
      'alpha > beta, row 2',
    ]);
    expect(preview).toMatchObject({ cutTieCount: 2, splitGroups: [{ title: 'Billing + Shop' }] });
    // A call from another group is cut already.
    expect((await ask('group.preview-change', { machineIds: [idOf('epsilon')] })).cutTies).toEqual([]);
    const whole = ['alpha', 'beta', 'gamma', 'delta', 'zeta'].map(idOf);
    expect(await ask('group.preview-change', { machineIds: whole })).toEqual({ cutTies: [], cutTieCount: 0, splitGroups: [] });
    await app.close();
  });

  it('show what other rules would make of them before these are set', async () => {
    const { ask, app, idOf, failureOf } = await startWithCalls();
    const { sharedServices } = (await ask('dependency.summary', {})).rules;
    const without = sharedServices.filter(({ id }) => id !== 'dns');
    expect(await ask('dependency.preview-rules', { rules: { sharedServices: without } })).toEqual({
      now: { groups: 2, largestGroup: 5, largeGroups: 0, ties: 3, sharedConnections: 1, sharedMachines: 0 },
      then: { groups: 2, largestGroup: 5, largeGroups: 0, ties: 4, sharedConnections: 0, sharedMachines: 0 },
    });
    const together = [{ a: idOf('epsilon'), b: idOf('zeta'), reason: 'One licence dongle' }];
    expect((await ask('dependency.preview-rules', { rules: { together } })).then).toMatchObject({ groups: 1, largestGroup: 6 });
    const stranger = [{ a: 'nobody', b: idOf('zeta'), reason: '' }];
    expect(await failureOf('dependency.set-rules', { rules: { together: stranger }, what: 'x' })).toMatchObject({ code: 'not-found' });
    expect(await failureOf('dependency.set-rules', { rules: { sharedMachineIds: ['nobody'] }, what: 'x' })).toMatchObject({
      code: 'not-found',
    });
    await app.close();
  });

  it('list the ties of a machine, of a group, or between two of them, the dearest first', async () => {
    const { ask, app, idOf } = await startWithCalls();
    const rows = async (input: Parameters<typeof ask<'dependency.ties'>>[1]): Promise<number[]> =>
      (await ask('dependency.ties', input)).ties.map(({ row }) => row);
    expect(await rows({})).toEqual([3, 2, 4]);
    expect(await rows({ machineId: idOf('alpha') })).toEqual([2, 4]);
    expect(await rows({ machineId: idOf('alpha'), otherMachineId: idOf('epsilon') })).toEqual([4]);
    expect(await rows({ groupId: 'app:billing', otherGroupId: `machine:${idOf('epsilon')}` })).toEqual([4]);
    await app.close();
  });

  it('tell what a list of applications says that they need, and which groups that concerns', async () => {
    const estate = await startWithCalls();
    const { ask, app, idOf } = estate;
    const portfolio = [
      'Record Type,Application Name,Description,Dependency,Dependency Direction',
      '1,Shop,Sells,,',
      '1,Billing,Bills,,',
      '2,Shop,,billing,northbound',
      '2,Shop,,Loyalty,southbound',
    ].join('\n');
    const { previewId } = await ask('import.preview', { uploadId: await upload(estate, 'portfolio.csv', Buffer.from(portfolio)) });
    await ask('import.confirm', { previewId });
    // An import without machines ties nothing by itself.
    expect((await groupsOf(estate)).map(({ title }) => title)).toEqual(['Billing + Shop', 'epsilon']);
    const { links, total } = await ask('dependency.applications', { groupId: 'app:billing' });
    expect(total).toBe(2);
    expect(links).toEqual([
      { from: 'Billing', to: 'Shop', fromGroupIds: ['app:billing'], toGroupIds: ['app:billing'], source: 'portfolio.csv', row: 3 },
      { from: 'Shop', to: 'Loyalty', fromGroupIds: ['app:billing'], toGroupIds: [], source: 'portfolio.csv', row: 2 },
    ]);
    expect((await ask('dependency.applications', { groupId: `machine:${idOf('epsilon')}` })).total).toBe(0);
    await app.close();
  });
});
