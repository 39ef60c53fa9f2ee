import { array, assert, constant, constantFrom, double, nat, oneof, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { SCENARIO_IDS } from '../../../shared/domain/scenario-ids.ts';
import { diskChurnLimit } from '../../../shared/readiness/change-rate.ts';
import { readinessEngine, ruleById } from '../../../shared/readiness/index.ts';
import { mostDisks } from '../../../shared/readiness/logical-volumes.ts';
import { agentSystems, crossRegionSystems } from '../../../shared/readiness/operating-systems.data.ts';
import { listingOf } from '../../../shared/readiness/operating-systems.ts';
import { overLimit } from '../../../shared/readiness/outcomes.ts';
import { reservedPart } from '../../../shared/readiness/rules/names.ts';
import { compareVersions } from '../../../shared/readiness/versions.ts';
import { EMPTY_CONTEXT } from './context.ts';

describe('operating systems', () => {
  it.each([
    ['Red Hat Enterprise Linux 8 (64-bit)', 'listed'],
    ['Red Hat Enterprise Linux 9 (64-bit)', 'needs-version'],
    ['Red Hat Enterprise Linux 6 (64-bit)', 'needs-version'],
    ['Red Hat Enterprise Linux 5.1', 'not-listed'],
    ['Microsoft Windows Server 2016 (64-bit)', 'listed'],
    ['Microsoft Windows Server 2016 or later (64-bit)', 'needs-version'],
    ['Microsoft Windows Server 2008 R2 (64-bit)', 'needs-service-pack'],
    ['Microsoft Windows Server 2003 (32-bit)', 'not-listed'],
    ['Microsoft Windows 11 (64-bit)', 'not-listed'],
    ['Ubuntu 22.04.3 LTS', 'listed'],
    ['Ubuntu Linux (64-bit)', 'needs-version'],
    ['Debian GNU/Linux 11 (64-bit)', 'listed'],
    ['SUSE Linux Enterprise Server 12 SP5', 'listed'],
    ['SUSE Linux Enterprise 12 (64-bit)', 'needs-service-pack'],
    ['CentOS 7 (64-bit)', 'not-listed'],
    ['Oracle Solaris 11 (64-bit)', 'not-listed'],
    ['Other 3.x or later Linux (64-bit)', 'needs-distro'],
    ['Other (64-bit)', 'needs-distro'],
    ['Rocky Linux 8.10', 'not-listed'],
  ])('the agent and %s: %s', (name, listing) => {
    expect(listingOf(agentSystems, readOperatingSystemName(name))).toBe(listing);
  });

  it('differ between the agent and the extension between Azure regions', () => {
    const windows11 = readOperatingSystemName('Windows 11 Enterprise');
    expect([listingOf(agentSystems, windows11), listingOf(crossRegionSystems, windows11)]).toEqual(['not-listed', 'listed']);
  });

  it('compare versions by number, kernels included', () => {
    expect(compareVersions('8.10', '8.9')).toBeGreaterThan(0);
    expect(compareVersions('4.18.0-305.25.1.el8_4', '4.18.0-305.30.1.el8_4')).toBeLessThan(0);
    expect(compareVersions('9.20', '9.20.0')).toBe(0);
  });
});

describe('change rate', () => {
  const limit = (targetDiskType: string | undefined, sizeGiB: number, ioSizeKB?: number, churnOption: 'normal' | 'high' = 'normal') => {
    const { least, most } = diskChurnLimit(
      { id: 'd', sizeGiB, ...(ioSizeKB === undefined ? {} : { ioSizeKB }) },
      { targetDiskType, churnOption },
    );
    return [least, most];
  };

  it('follows the rows of the support matrices', () => {
    expect(limit('Standard_LRS', 500, 64)).toEqual([2, 2]);
    expect([8, 16, 32].map((io) => limit('Premium_LRS', 200, io)[0])).toEqual([2, 4, 8]);
    expect([8, 16, 64].map((io) => limit('P30', 1000, io)[0])).toEqual([5, 20, 20]);
    expect([8, 16, 24, 32].map((io) => limit('Premium_LRS', 600, io, 'high')[0])).toEqual([10, 20, 30, 30]);
    expect([8, 16, 24, 32].map((io) => limit('Premium_LRS', 1024, io, 'high')[0])).toEqual([20, 35, 50, 50]);
  });

  it('spans what is not known', () => {
    expect(limit('Premium_LRS', 1000)).toEqual([5, 20]);
    expect(limit(undefined, 1000)).toEqual([2, 20]);
  });
});

describe('words and names', () => {
  it('shows both units within 1 % of a limit', () => {
    expect(overLimit(2050, 2048)).toBe(
      '2,050 GiB (2,201.2 GB); the limit is 2,048 GiB (2,199 GB). It is within 1 % of the limit: check the exact size.',
    );
    expect(overLimit(3000, 2048)).toBe('3,000 GiB; the limit is 2,048 GiB.');
  });

  it('knows reserved names as whole words, anywhere, and at the start', () => {
    expect(['skype', 'my-azure-01', 'windowsbox', 'loginserver', 'azureus', 'relogin', 'web01'].map(reservedPart)).toEqual([
      'SKYPE',
      'AZURE',
      'WINDOWS',
      'LOGIN',
      null,
      null,
      null,
    ]);
  });

  it('computes the limit on logical volumes as the article does', () => {
    expect([1, 10, 30, 100].map(mostDisks)).toEqual([818, 173, 63, 19]);
  });
});

describe('rules that surely do not apply', () => {
  it.each([
    ['R-OS-25', { osFamily: 'windows' }],
    ['R-BT-10', { osFamily: 'linux' }],
    ['R-BT-02', { firmware: 'bios' }],
    ['R-DK-34', { osFamily: 'windows' }],
    ['R-OS-14', { osFamily: 'windows', osDistro: 'windows-server', osVersion: '2019' }],
    ['R-DK-12', { disks: [{ id: 'a', maxShares: 1 }] }],
  ] as const)('%s has nothing to say, also when other fields are missing', (id, facts) => {
    expect(ruleById(id)?.check({ name: 'web01', ...facts }, EMPTY_CONTEXT)).toBeNull();
  });
});

it('never throws and never calls an unknown machine ready', () => {
  const facts = record(
    {
      osFamily: constantFrom('windows' as const, 'linux' as const, 'other' as const),
      osDistro: constantFrom('rhel', 'windows-server', 'sles', 'ubuntu', 'other'),
      osVersion: oneof(string(), constantFrom('8', '8.4', '2019', '12', '2008 R2')),
      kernelVersion: string(),
      agentVersion: string(),
      firmware: constantFrom('bios' as const, 'uefi' as const),
      targetVmSize: oneof(string(), constant('Standard_D4s_v5')),
      diskCount: nat(70),
      disks: array(record({ id: string(), sizeGiB: double({ min: 0, max: 50_000, noNaN: true }), bus: constant('scsi' as const) }), {
        maxLength: 5,
      }),
      integrationServices: string(),
      hostOsVersion: string(),
      licenseType: string(),
    },
    { requiredKeys: [] },
  );
  assert(
    property(facts, constantFrom(...SCENARIO_IDS), (some, scenario) => {
      const machine = { id: 'm', scenario, isInScope: true, facts: { name: 'm', ...some }, statements: [], personValues: {} };
      const context = { ...EMPTY_CONTEXT, scenario, isRouteDecided: true };
      const { verdict, findings } = readinessEngine.assessMachine(machine, context, readinessEngine.rulesFor(scenario));
      // So few facts never decide all blocker rules.
      expect(['blocked', 'undecided']).toContain(verdict);
      expect(findings.some((finding) => finding.outcome === 'unknown')).toBe(true);
    }),
    { numRuns: 300 },
  );
});
