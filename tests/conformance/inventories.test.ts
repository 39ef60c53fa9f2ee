import { readdirSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, test } from 'vitest';

import { readInventoryFile } from '../../electron/importers/read-inventory.ts';
import { fixture, fixturesFolder, hasFixtures } from './fixtures.ts';

/** What the read-me beside the files says of each: format, machines, rows left out; or the words of the refusal. */
interface Expected {
  readonly file: string;
  readonly format?: string;
  readonly machines?: number;
  readonly skipped?: number;
  readonly connections?: number;
  readonly applications?: number;
  readonly also?: readonly string[];
  readonly refused?: RegExp;
}

const expectations: readonly Expected[] = [
  { file: 'rvtools/kubev2v-example1.xlsx', format: 'rvtools', machines: 9 },
  { file: 'rvtools/SizingWorkshop-RVTools.xlsx', format: 'rvtools', machines: 805 },
  { file: 'rvtools/rvtools-small-complete.xlsx', format: 'rvtools', machines: 3 },
  { file: 'vmware/azure-migrate-VMwareMachines_ListBySite.json', format: 'azure-migrate-discovery', machines: 1 },
  { file: 'vmware/kubev2v-inventory-summary.json', refused: /holds totals of an estate \(10 machines\) and no list of them/ },
  { file: 'hyperv/azure-migrate-HyperVMachines_ListBySite.json', format: 'azure-migrate-discovery', machines: 43 },
  { file: 'hyperv/hyperv-inventory-derived.csv', format: 'hyper-v-table', machines: 43 },
  { file: 'azure-migrate/assessment-export-perf-payg.xlsx', format: 'azure-migrate-workbook', machines: 547, skipped: 2 },
  { file: 'azure-migrate/assessment-export-as-is-payg.xlsx', format: 'azure-migrate-workbook', machines: 547, skipped: 2 },
  { file: 'azure-migrate/application-inventory-export.xlsx', format: 'azure-migrate-software', machines: 419 },
  { file: 'azure-migrate/AzureMigrate_Discovery_Report.xlsx', format: 'azure-migrate-workbook', machines: 294 },
  { file: 'azure-migrate/AzureMigrate_Assessment_Core_Report.xlsx', format: 'azure-migrate-workbook', machines: 294 },
  { file: 'azure-migrate/AzureMigrateimporttemplate.csv', format: 'azure-migrate-import-template', machines: 10 },
  { file: 'azure-migrate/agentless-at-scale-input.csv', format: 'azure-migrate-agentless', machines: 1 },
  { file: 'site-recovery/migrate-at-scale-input_template.csv', format: 'site-recovery-at-scale', machines: 0, skipped: 2 },
  { file: 'site-recovery/asr-ReplicationProtectedItems_List.json', format: 'site-recovery-items', machines: 1 },
  { file: 'site-recovery/asr-ReplicationProtectableItems_List.json', format: 'site-recovery-items', machines: 2 },
  { file: 'site-recovery/asr-ReplicationRecoveryPlans_List.json', refused: /lists no machines/ },
  { file: 'site-recovery/asr-ReplicationJobs_List.json', refused: /lists no machines/ },
  {
    file: 'aws/cloudmapper-demo-ec2-describe-instances.json',
    format: 'aws-ec2-instances',
    machines: 3,
    also: [
      'aws/cloudmapper-demo-ec2-describe-subnets.json',
      'aws/cloudmapper-demo-ec2-describe-security-groups.json',
      'aws/cloudmapper-demo-ec2-describe-network-interfaces.json',
      'aws/cloudmapper-demo-ec2-describe-vpcs.json',
    ],
  },
  { file: 'aws/cloudmapper-demo-ec2-describe-network-interfaces.json', refused: /none of the exports that Landfall knows/ },
  { file: 'aws/cloudmapper-demo-ec2-describe-security-groups.json', refused: /none of the exports that Landfall knows/ },
  { file: 'aws/cloudmapper-demo-ec2-describe-subnets.json', refused: /none of the exports that Landfall knows/ },
  { file: 'aws/cloudmapper-demo-ec2-describe-vpcs.json', refused: /none of the exports that Landfall knows/ },
  { file: 'aws/cmf-intake-test_valid.csv', format: 'aws-factory-intake', machines: 1 },
  { file: 'aws/cmf-intake-test_valid.xlsx', format: 'aws-factory-intake', machines: 1 },
  { file: 'aws/cmf-server-list.csv', format: 'aws-factory-intake', machines: 8 },
  {
    file: 'aws/cmf-sample-servers.json',
    format: 'aws-factory-records',
    machines: 3,
    applications: 2,
    also: ['aws/cmf-sample-apps.json', 'aws/cmf-sample-waves.json'],
  },
  { file: 'aws/cmf-sample-apps.json', format: 'aws-factory-records', machines: 0, applications: 2 },
  { file: 'aws/cmf-sample-waves.json', refused: /neither servers nor applications/ },
  { file: 'aws/cmf-sample-tasks.json', refused: /neither servers nor applications/ },
  { file: 'aws/cmf-sample-pipelines.json', refused: /neither servers nor applications/ },
  { file: 'aws/cmf-sample-pipeline_templates.json', refused: /neither servers nor applications/ },
  { file: 'aws/cmf-sample-pipeline_template_tasks.json', refused: /neither servers nor applications/ },
  { file: 'azure/compute-VirtualMachine_List_MaximumSet_Gen.json', format: 'azure-virtual-machines', machines: 1, skipped: 1 },
  { file: 'azure/arg-ResourcesBasicQuery.json', format: 'azure-virtual-machines', machines: 0, skipped: 3 },
  { file: 'azure/arg-virtualmachine-rewritten.json', format: 'azure-virtual-machines', machines: 1 },
  { file: 'dependencies/azure-migrate-dependency-export-sample.csv', format: 'connection-list', machines: 0, connections: 5 },
  { file: 'portfolio/konveyor-sample-applications.csv', format: 'application-portfolio', machines: 0, applications: 3 },
  { file: 'portfolio/konveyor-template_application_import.csv', format: 'application-portfolio', machines: 0, applications: 3 },
];

const read = async (file: string, also: readonly string[] = []) =>
  await readInventoryFile(
    {
      filePath: fixture('inventories', file),
      fileName: path.basename(file),
      alsoFiles: also.map((other) => ({ filePath: fixture('inventories', other), fileName: path.basename(other) })),
      mapping: null,
    },
    () => undefined,
  );

const summaryOf = async ({ file, also }: Expected): Promise<Omit<Expected, 'file' | 'also' | 'refused'>> => {
  const result = await read(file, also);
  if (!result.ok) throw new Error(result.failure.detail);
  const { inventory } = result.value;
  const isOdd = inventory.machines.some(({ facts, rows }) => facts.name === '' || Object.values(rows).some((row) => row < 1));
  const isUnexplained = inventory.skipped.some(({ reason }) => !/\w.*\.$/.test(reason));
  if (isOdd || isUnexplained) throw new Error('a machine without name or row, or a row left out without reason');
  return {
    format: inventory.formatId,
    machines: inventory.machines.length,
    skipped: inventory.skipped.length,
    connections: inventory.connections?.length ?? 0,
    applications: inventory.applications?.length ?? 0,
  };
};

describe.skipIf(!hasFixtures)('public inventories', () => {
  test.for(expectations.filter(({ refused }) => refused === undefined))('reads $file', { timeout: 60_000 }, async (expected) => {
    const { file: _file, also: _also, ...counts } = expected;
    expect(await summaryOf(expected)).toEqual({ skipped: 0, connections: 0, applications: 0, ...counts });
  });

  test.for(expectations.filter(({ refused }) => refused !== undefined))('refuses $file', async ({ file, refused = /./ }) => {
    await expect(read(file)).resolves.toMatchObject({ ok: false, failure: { detail: expect.stringMatching(refused) as string } });
  });

  test('joins the security groups of instances, with what they let in', async () => {
    const reply = await read('aws/cloudmapper-demo-ec2-describe-instances.json', [
      'aws/cloudmapper-demo-ec2-describe-security-groups.json',
    ]);
    const groups = reply.ok
      ? reply.value.inventory.machines.flatMap(({ facts }) => facts.nics?.flatMap((nic) => nic.securityGroups ?? []) ?? [])
      : [];
    expect(groups.length).toBeGreaterThan(0);
    expect(groups.every((group) => /\(in: .+\)$/.test(group))).toBe(true);
  });

  test.for([
    ['asr-migrate-input_template.csv', 'site-recovery-at-scale'],
    ['asr-migrate-input_template-2019-23-columns.csv', 'site-recovery-at-scale'],
    ['agentless-vmware-Input.csv', 'azure-migrate-agentless'],
  ] as const)('takes no placeholder of at-scale-csv/%s for a machine', async ([file, format]) => {
    const reply = await readInventoryFile({ filePath: fixture('at-scale-csv', file), fileName: file, mapping: null }, () => undefined);
    const inventory = reply.ok ? reply.value.inventory : null;
    expect([inventory?.formatId, inventory?.machines.filter(({ facts }) => /[<>]/.test(facts.name))]).toEqual([format, []]);
  });

  test('names every file of the folder', () => {
    const files = readdirSync(path.join(fixturesFolder, 'inventories'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'README.md')
      .map((entry) => path.relative(path.join(fixturesFolder, 'inventories'), path.join(entry.parentPath, entry.name)));
    expect(files.toSorted()).toEqual(expectations.map(({ file }) => file).toSorted());
  });
});
