import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../../../electron/importers/importer.ts';
import { awsAnswers } from '../../../support/make-aws-answers.ts';
import { inventoryOf } from '../../../support/read-made-files.ts';

const json = (value: unknown): string => JSON.stringify(value);
const factsOf = ({ machines }: ReadInventory) => machines.map(({ facts }) => facts);
const namesOf = (inventory: ReadInventory): string[] => factsOf(inventory).map(({ name }) => name);
const isIncomplete = ({ warnings }: ReadInventory): boolean =>
  warnings.some((warning) => warning.startsWith('This is one page of a longer answer'));

describe('instances of AWS', () => {
  const { instances } = awsAnswers() as { instances: { Reservations: { Instances: object[] }[] } };
  const [first, second] = instances.Reservations;
  const page = (reservation: unknown, next?: string): object => ({
    Reservations: [reservation],
    ...(next === undefined ? {} : { NextToken: next }),
  });

  test.each([
    ['a bare list', json(instances.Reservations.flatMap((reservation) => reservation.Instances))],
    ['lists in a list', json(instances.Reservations.map((reservation) => reservation.Instances))],
    ['a list of reservations', json(instances.Reservations)],
    ['pages in a list', json([page(first, 'x'), page(second)])],
    ['pages one after another', `${json(page(first, 'x'))}\n${json(page(second))}\n`],
    ['one instance a line', instances.Reservations.flatMap(({ Instances }) => Instances.map(json)).join('\n')],
  ])('as %s are all there', async (_what, text) => {
    const inventory = await inventoryOf({ 'ec2.json': text });
    expect([inventory.formatId, namesOf(inventory), isIncomplete(inventory)]).toEqual(['aws-ec2-instances', ['web-a', 'web-b'], false]);
  });

  test('of one page of many are said to be incomplete, in whatever order pages come', async () => {
    expect(isIncomplete(await inventoryOf({ 'p1.json': json(page(first, 'x')) }))).toBe(true);
    expect(isIncomplete(await inventoryOf({ 'p2.json': json(page(second)), 'p1.json': json(page(first, 'x')) }))).toBe(false);
  });

  test('written by PowerShell are read too', async () => {
    const [one] = first?.Instances ?? [];
    const inventory = await inventoryOf({
      'ps.json': json([{ Instances: [{ ...one, State: { Code: 16, Name: { Value: 'running' } }, InstanceType: { Value: 'm5.large' } }] }]),
    });
    expect(factsOf(inventory)).toMatchObject([{ name: 'web-a', powerState: 'on', instanceType: 'm5.large' }]);
  });
});

describe('instances of AWS with what other commands answer', () => {
  const instance = {
    InstanceId: 'i-1',
    InstanceType: 'm5.large',
    ImageId: 'ami-1',
    PrivateIpAddress: '10.1.2.3',
    State: { Name: 'running' },
  };

  test('take processors and memory from the types, the system from the image', async () => {
    const inventory = await inventoryOf({
      'instances.json': json({ Reservations: [{ Instances: [{ ...instance, PlatformDetails: 'Windows' }] }] }),
      'types.json': json({ InstanceTypes: [{ InstanceType: 'm5.large', VCpuInfo: { DefaultVCpus: 2 }, MemoryInfo: { SizeInMiB: 8192 } }] }),
      'images.json': json({ Images: [{ ImageId: 'ami-1', Name: 'Windows_Server-2016-English-Full-Base-2024.01.01' }] }),
    });
    expect(factsOf(inventory)).toMatchObject([{ cpuCount: 2, memoryMiB: 8192, osVersion: '2016', ipAddresses: ['10.1.2.3'] }]);
  });

  test('do not take the name that AWS makes of an address for a full name', async () => {
    const names = ['ip-10-1-2-3.ec2.internal', 'db.corp.example'].map((PrivateDnsName, index) => ({
      ...instance,
      InstanceId: `i-${index}`,
      PrivateDnsName,
    }));
    expect(factsOf(await inventoryOf({ 'i.json': json(names) })).map(({ fqdn }) => fqdn)).toEqual([undefined, 'db.corp.example']);
  });

  test('as a query made lists in a list of them, are a table whose machines without a name go by their id', async () => {
    const lists = [[{ InstanceId: 'i-1', Name: 'web', PrivateIp: '10.0.0.1' }], [{ InstanceId: 'i-2', Name: null, PrivateIp: '10.0.0.2' }]];
    expect(factsOf(await inventoryOf({ 'q.json': json(lists) }))).toMatchObject([
      { name: 'web', instanceId: 'i-1', ipAddresses: ['10.0.0.1'] },
      { name: 'i-2', instanceId: 'i-2' },
    ]);
  });
});
