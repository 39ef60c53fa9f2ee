import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { awsAnswers } from '../../support/make-aws-answers.ts';
import { machinesSheet, workbookOf } from '../../support/make-bad-files.ts';
import { inventoryOf, readMadeFiles, refusalOf } from '../../support/read-made-files.ts';

const TAB = 'VM,CPUs,Memory,VM UUID\n';
const workbook = await workbookOf({ vInfo: machinesSheet(1) });
const answers = awsAnswers();
const { instances, volumes, subnets, groups } = Object.fromEntries(
  Object.entries(answers).map(([name, value]) => [name, JSON.stringify(value)]),
);

describe('files of one export', () => {
  test('are read as one, in any order: instances with volumes, subnets and security groups', async () => {
    const together = { 'v.json': volumes ?? '', 'i.json': instances ?? '', 'g.json': groups ?? '', 's.json': subnets ?? '' };
    for (const files of [together, Object.fromEntries(Object.entries(together).toReversed())]) {
      const { machines, warnings } = await inventoryOf(files);
      expect(warnings).toEqual([]);
      expect(machines.map(({ facts }) => facts)).toMatchObject([
        {
          name: 'web-a',
          disks: [
            { id: '/dev/xvda', sizeGiB: 30, diskType: 'gp3', isOsDisk: true, isShared: false },
            { id: '/dev/xvdb', sizeGiB: 200, diskType: 'io2', writeIops: 9000, isShared: true },
          ],
          nics: [{ subnet: 'subnet-1 (10.1.0.0/24)', securityGroups: ['web (in: tcp 443 from 0.0.0.0/0)'] }],
        },
        { name: 'web-b', disks: [{ sizeGiB: 50 }] },
      ]);
    }
    const alone = await inventoryOf({ 'i.json': instances ?? '' });
    expect(alone.machines[0]?.facts.nics?.[0]).toMatchObject({ subnet: 'subnet-1', securityGroups: ['web'] });
    expect(alone.warnings[0]).toMatch(/give the answer of describe-volumes beside this file/);
  });

  test('may hold tables that say nothing of machines, if they are of the same tool', async () => {
    const { formatId, machines } = await inventoryOf({
      'RVTools_tabvInfo.csv': `${TAB}a,2,4096,\n`,
      'RVTools_tabvLicense.csv': 'Name,Key\nvSphere,x\n',
      'RVTools_tabdvSwitch.csv': 'Switch,Ports\ns1,8\n',
    });
    expect([formatId, machines.length]).toEqual(['rvtools', 1]);
  });
});

describe('files that are no single export are refused with their names, because machines would be lost', () => {
  test('two of one kind', async () => {
    expect(await refusalOf({ 'vc1.xlsx': workbook, 'vc2.xlsx': workbook })).toBe(
      'vc1.xlsx and vc2.xlsx both hold a table “vInfo”: these are two exports. Import them one after another.',
    );
  });

  test('two folders in one archive', async () => {
    const zip = zipSync({
      'vc1/RVTools_tabvInfo.csv': strToU8(`${TAB}a,2,4096,\n`),
      'vc2/RVTools_tabvInfo.csv': strToU8(`${TAB}b,2,4096,\n`),
    });
    expect(await refusalOf({ 'both.zip': zip })).toMatch(/^both\.zip holds two tables “vInfo”: these are two exports in one file\./);
  });

  test.each([
    ['another tool', { 'rv.xlsx': workbook, 'i.json': instances ?? '' }, /i\.json is AWS EC2 instances \(JSON\)\./],
    ['a table of somebody', { 'rv.xlsx': workbook, 'cmdb.csv': 'Name,Owner\na,b\n' }, /cmdb\.csv is Table with column mapping\./],
    [
      'two tables of somebody',
      { 'a.csv': 'Name,Owner\na,b\n', 'b.csv': 'Name,OS\na,b\n' },
      /^a\.csv and b\.csv are tables with columns of their own\./,
    ],
    ['JSON of something else', { 'i.json': instances ?? '', 'x.json': '{"a":1}' }, /x\.json is nothing that belongs to it\./],
  ])('one export and %s', async (_what, files, sentence) => {
    const reply = await readMadeFiles(files);
    expect(reply).toMatchObject({ ok: false, failure: { code: 'conflict', detail: expect.stringMatching(sentence) as string } });
    expect(reply).toMatchObject({ failure: { detail: expect.stringMatching(/Import them one after another\.$/) as string } });
  });
});
