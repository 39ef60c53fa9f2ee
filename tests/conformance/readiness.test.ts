import path from 'node:path';

import { describe, expect, test } from 'vitest';

import type { ReadInventory } from '../../electron/importers/importer.ts';
import { readInventoryFile } from '../../electron/importers/read-inventory.ts';
import type { Machine } from '../../shared/domain/machine.ts';
import { readinessEngine } from '../../shared/readiness/index.ts';
import type { MachineAssessment, RuleContext, Verdict } from '../../shared/readiness/rule.ts';
import { EMPTY_CONTEXT } from '../shared/readiness/context.ts';
import { fixture, hasFixtures } from './fixtures.ts';
import { checkedByHand } from './hand-checked-machines.data.ts';
import { harmlessEngagement, harmlessMachine } from './harmless.data.ts';

/** Machines that are ready, ready with warnings, blocked, undecided. */
type Summary = readonly [ready: number, withWarnings: number, blocked: number, undecided: number];

interface Expected {
  readonly file: string;
  readonly also?: readonly string[];
  /** The source alone, in an engagement where the route is decided and nothing else. */
  readonly bare: Summary;
  /** What the source leaves open is stated to be harmless: only its own facts speak against a machine. */
  readonly answered: Summary;
}

/** Stored verdicts. A changed rule, table or importer shows here; whoever changes them looks at the machines that moved. */
const expectations: readonly Expected[] = [
  { file: 'rvtools/kubev2v-example1.xlsx', bare: [0, 0, 7, 2], answered: [0, 0, 7, 2] },
  { file: 'rvtools/SizingWorkshop-RVTools.xlsx', bare: [0, 0, 166, 639], answered: [0, 617, 166, 22] },
  { file: 'rvtools/rvtools-small-complete.xlsx', bare: [0, 0, 1, 2], answered: [0, 1, 1, 1] },
  { file: 'vmware/azure-migrate-VMwareMachines_ListBySite.json', bare: [0, 0, 1, 0], answered: [0, 0, 1, 0] },
  { file: 'hyperv/azure-migrate-HyperVMachines_ListBySite.json', bare: [0, 0, 7, 36], answered: [0, 25, 7, 11] },
  { file: 'hyperv/hyperv-inventory-derived.csv', bare: [0, 0, 6, 37], answered: [0, 26, 6, 11] },
  { file: 'azure-migrate/assessment-export-perf-payg.xlsx', bare: [0, 0, 77, 470], answered: [4, 381, 83, 79] },
  { file: 'azure-migrate/assessment-export-as-is-payg.xlsx', bare: [0, 0, 77, 470], answered: [0, 385, 83, 79] },
  { file: 'azure-migrate/application-inventory-export.xlsx', bare: [0, 0, 54, 365], answered: [0, 0, 54, 365] },
  { file: 'azure-migrate/AzureMigrate_Discovery_Report.xlsx', bare: [0, 0, 65, 229], answered: [0, 56, 65, 173] },
  { file: 'azure-migrate/AzureMigrate_Assessment_Core_Report.xlsx', bare: [0, 0, 30, 264], answered: [0, 142, 78, 74] },
  { file: 'azure-migrate/AzureMigrateimporttemplate.csv', bare: [0, 0, 10, 0], answered: [0, 0, 10, 0] },
  { file: 'azure-migrate/agentless-at-scale-input.csv', bare: [0, 0, 0, 1], answered: [0, 0, 0, 1] },
  { file: 'site-recovery/asr-ReplicationProtectedItems_List.json', bare: [0, 0, 0, 1], answered: [0, 0, 0, 1] },
  { file: 'site-recovery/asr-ReplicationProtectableItems_List.json', bare: [0, 0, 0, 2], answered: [0, 0, 0, 2] },
  {
    file: 'aws/cloudmapper-demo-ec2-describe-instances.json',
    also: ['aws/cloudmapper-demo-ec2-describe-subnets.json'],
    bare: [0, 0, 0, 3],
    answered: [0, 0, 0, 3],
  },
  { file: 'aws/cmf-intake-test_valid.csv', bare: [0, 0, 0, 1], answered: [0, 0, 0, 1] },
  { file: 'aws/cmf-intake-test_valid.xlsx', bare: [0, 0, 0, 1], answered: [0, 0, 0, 1] },
  { file: 'aws/cmf-server-list.csv', bare: [0, 0, 0, 8], answered: [0, 8, 0, 0] },
  {
    file: 'aws/cmf-sample-servers.json',
    also: ['aws/cmf-sample-apps.json', 'aws/cmf-sample-waves.json'],
    bare: [0, 0, 3, 0],
    answered: [0, 0, 3, 0],
  },
  { file: 'azure/compute-VirtualMachine_List_MaximumSet_Gen.json', bare: [0, 0, 1, 0], answered: [0, 0, 1, 0] },
  { file: 'azure/arg-virtualmachine-rewritten.json', bare: [0, 0, 0, 1], answered: [0, 0, 1, 0] },
];

async function machinesIn(file: string, also: readonly string[] = []): Promise<Machine[]> {
  const asFile = (name: string) => ({ filePath: fixture('inventories', name), fileName: path.basename(name) });
  const read = await readInventoryFile({ ...asFile(file), alsoFiles: also.map(asFile), mapping: null }, () => undefined);
  if (!read.ok) throw new Error(read.failure.detail);
  return asMachines(read.value.inventory);
}

function asMachines(inventory: ReadInventory): Machine[] {
  return inventory.machines.map(({ facts, scenarioHint }, index) => ({
    id: `m${index}`,
    scenario: scenarioHint ?? inventory.scenarioHint ?? 'vmware',
    isInScope: true,
    facts,
    statements: [],
    personValues: {},
  }));
}

const BARE: RuleContext = { ...EMPTY_CONTEXT, isRouteDecided: true };
const ANSWERED: RuleContext = {
  ...BARE,
  targetRegion: 'westeurope',
  vaultRegion: 'westeurope',
  siteLinkMbps: 1000,
  shared: harmlessEngagement,
};

function assess(machine: Machine, context: RuleContext): MachineAssessment {
  const { scenario } = machine;
  return readinessEngine.assessMachine(machine, { ...context, scenario }, readinessEngine.rulesFor(scenario));
}

function summaryOf(assessments: readonly MachineAssessment[]): Summary {
  const count = (verdict: Verdict): number => assessments.filter((assessment) => assessment.verdict === verdict).length;
  return [count('ready'), count('ready-with-warnings'), count('blocked'), count('undecided')];
}

/** Raised for every machine whose source says nothing of agents and guests; what is special about a machine stands beside them. */
const USUAL: ReadonlySet<string> = new Set(['R-LI-05', 'R-CH-08', 'R-OS-29', 'R-BT-22', 'R-PL-03']);

/** Workbooks of RVTools are one format, as are both shapes of the intake form; every other file is of a format of its own. */
function formatOf(file: string): string {
  if (file.startsWith('rvtools/')) return 'rvtools';
  return file.startsWith('aws/cmf-intake') ? 'cmf-intake' : file;
}

describe.skipIf(!hasFixtures)('readiness of public inventories', () => {
  test.for(expectations)('$file', { timeout: 60_000 }, async ({ file, also, bare, answered }) => {
    const machines = await machinesIn(file, also);
    expect(summaryOf(machines.map((machine) => assess(machine, BARE)))).toEqual(bare);
    const filled = machines.map((machine) => ({ ...machine, facts: { ...harmlessMachine, ...machine.facts } }));
    expect(summaryOf(filled.map((machine) => assess(machine, ANSWERED)))).toEqual(answered);
  });

  test('of every format ten machines are checked by hand, or all of them where the files hold fewer', () => {
    for (const [format, files] of Map.groupBy(expectations, ({ file }) => formatOf(file))) {
      const total = files.reduce((sum, { bare }) => sum + bare.reduce((ofFile, count) => ofFile + count, 0), 0);
      const checked = checkedByHand.filter(({ file }) => formatOf(file) === format).reduce((sum, { machines }) => sum + machines.length, 0);
      expect({ format, isEnough: checked >= Math.min(10, total) }).toEqual({ format, isEnough: true });
    }
  });

  test.for(checkedByHand)('$file: machines checked by hand', { timeout: 60_000 }, async ({ file, also, machines: checked }) => {
    const machines = await machinesIn(file, also);
    const found = checked.map(({ name }) => {
      const machine = machines.find((one) => one.facts.name === name);
      if (machine === undefined) return { name, verdict: 'not found', raised: [] };
      const { verdict, findings } = assess(machine, BARE);
      const raised = findings
        .filter((finding) => finding.outcome === 'raised' && !USUAL.has(finding.ruleId))
        .map((finding) => finding.ruleId);
      return { name, verdict, raised };
    });
    expect(found).toEqual(checked.map(({ name, verdict, raised }) => ({ name, verdict, raised })));
  });
});
