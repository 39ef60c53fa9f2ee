import { performance } from 'node:perf_hooks';

import type { Machine, MachineFacts } from '../../shared/domain/machine.ts';
import { SCENARIO_IDS } from '../../shared/domain/scenario-ids.ts';
import { readinessEngine } from '../../shared/readiness/index.ts';
import { EMPTY_CONTEXT } from '../shared/readiness/context.ts';

/**
 * Assessing generated machines by all rules of their scenarios, half of them as a hypervisor export knows them and half with
 * what a guest script adds. Aim: 10,000 machines under 500 ms, and time per machine independent of their number.
 */
const SIZES = [1000, 10_000, 100_000] as const;
const RUNS = 5;

function coarseFacts(index: number): MachineFacts {
  const isLinux = index % 3 === 0;
  return {
    name: `machine-${index}`,
    biosId: `4203-${index}`,
    osFamily: isLinux ? 'linux' : 'windows',
    osName: isLinux ? 'Red Hat Enterprise Linux 8 (64-bit)' : 'Microsoft Windows Server 2019 (64-bit)',
    osDistro: isLinux ? 'rhel' : 'windows-server',
    osVersion: isLinux ? '8' : '2019',
    osBits: 64,
    firmware: index % 2 === 0 ? 'uefi' : 'bios',
    isSecureBootOn: index % 50 === 0,
    cpuCount: 4,
    memoryMiB: 16_384,
    powerState: index % 40 === 0 ? 'off' : 'on',
    vmwareToolsStatus: 'running',
    esxiVersion: '7.0.3',
    vmHardwareVersion: '19',
    snapshotCount: index % 10 === 0 ? 1 : 0,
    disks: [0, 1, 2].map((disk) => ({
      id: `Hard disk ${disk + 1}`,
      isOsDisk: disk === 0,
      sizeGiB: 100 + ((index * 37 + disk * 211) % 900),
      bus: 'scsi',
      isShared: index % 200 === 0 && disk === 2,
    })),
    nics: [{ id: 'Network adapter 1', ip: [`10.${index % 250}.${Math.floor(index / 250) % 250}.4`] }],
    volumes: [{ mountPoint: isLinux ? '/' : 'C:\\', freeMiB: 1000 + (index % 5000), fileSystem: isLinux ? 'xfs' : 'NTFS' }],
  };
}

function fullFacts(index: number): MachineFacts {
  const coarse = coarseFacts(index);
  return {
    ...coarse,
    osVersion: coarse.osFamily === 'linux' ? '8.6' : '2019',
    kernelVersion: '4.18.0-372.9.1.el8',
    kernelFlavour: 'stock',
    isFipsOn: false,
    pythonVersion: '3.6.8',
    agentVersion: '9.66.7000.1',
    machinePeakChurnMBps: index % 70,
    churnProfileDays: 31,
    targetVmSize: 'Standard_D4s_v5',
    targetDiskType: 'Premium_LRS',
    hasEncryptedVolumes: index % 90 === 0,
    hasOtherReplicationAgent: false,
    freeMemoryShare: 0.3,
    guestMountKinds: [],
    licenseType: 'WindowsServer',
  };
}

function estate(count: number): Machine[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `m${index}`,
    scenario: SCENARIO_IDS[index % SCENARIO_IDS.length] ?? 'vmware',
    isInScope: true,
    facts: index % 2 === 0 ? coarseFacts(index) : fullFacts(index),
    statements: [],
    personValues: {},
  }));
}

interface Measurement {
  readonly machines: number;
  readonly milliseconds: number;
  readonly microsecondsPerMachine: number;
  readonly findings: number;
}

function measure(machines: readonly Machine[]): Measurement {
  let best = Number.POSITIVE_INFINITY;
  let findings = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    findings = 0;
    for (const machine of machines) {
      const { scenario } = machine;
      const context = { ...EMPTY_CONTEXT, scenario, targetRegion: 'westeurope', isRouteDecided: true };
      findings += readinessEngine.assessMachine(machine, context, readinessEngine.rulesFor(scenario)).findings.length;
    }
    best = Math.min(best, performance.now() - startedAt);
  }
  return { machines: machines.length, milliseconds: best, microsecondsPerMachine: (best * 1000) / machines.length, findings };
}

export function benchAssess(): readonly Measurement[] {
  return SIZES.map((count) => measure(estate(count)));
}

if (import.meta.filename === process.argv[1]) {
  process.stdout.write(`assessing by ${readinessEngine.ruleSet.rules.length} rules, best of ${RUNS}\n`);
  for (const { machines, milliseconds, microsecondsPerMachine, findings } of benchAssess())
    process.stdout.write(
      `${machines.toLocaleString('en').padStart(9)} machines ${milliseconds.toFixed(0).padStart(7)} ms ${microsecondsPerMachine.toFixed(1).padStart(7)} µs each ${findings.toLocaleString('en').padStart(11)} findings\n`,
    );
}
