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
import { hasGuestEncryption } from '../../../shared/scenarios/conditions.ts';
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

describe('slips that were found once', () => {
  const outcome = (ruleId: string, facts: object, scenario: string) =>
    ruleById(ruleId)?.check({ name: 'web01', ...facts }, { ...EMPTY_CONTEXT, scenario });
  const windows11 = { osFamily: 'windows', osDistro: 'windows-client', osVersion: '11' };

  it.each([
    [{ agentVersion: '9.55.6621.1' }, 'raised'],
    [{ agentVersion: '9.56' }, null],
    [{}, 'unknown'],
    // The extension that comes with the first replication is the current one.
    [{ mobilityServiceInstalled: false }, null],
  ])('Windows 11 between regions with %j: %s', (facts, expected) => {
    expect(outcome('R-OS-02', { ...windows11, ...facts }, 'cross-region')?.outcome ?? null).toBe(expected);
  });

  it.each([
    ['3.5.21022', true],
    ['3.5.21022.08', true],
    ['v3.5', true],
    ['2.0.50727', true],
    ['3.5.30729', false],
    ['3.5.30729.01', false],
    ['3.5 SP1', false],
    ['3.5.1', false],
    ['4.0.30319', false],
  ])('.NET %s is too old for Windows Server 2008: %s', (dotNetVersion, isTooOld) => {
    const server = { osFamily: 'windows', osDistro: 'windows-server', osVersion: '2008', osServicePack: 'SP2' };
    const rest = { isServerCore: false, agentVersion: '9.60', hasStorageFilterDriver: true };
    expect(outcome('R-OS-16', { ...server, ...rest, dotNetVersion }, 'vmware')?.outcome === 'raised').toBe(isTooOld);
  });

  it.each(['NotProtected', 'Not Protected', 'not-protected', 'not_protected', 'Unprotected', 'None'])('%s is no protection', (state) => {
    expect(outcome('R-PL-17', { protectionState: state }, 'classic-vault')).toBeNull();
    expect(outcome('R-LI-04', { protectionState: state }, 'vmware')).toBeNull();
  });

  it.each([
    // Nobody says that it replicates, so there is nothing to test yet.
    [{}, 'vmware', null],
    // A classic vault replicates already.
    [{}, 'classic-vault', ['lastTestResult']],
    [{ testFailoverAgeDays: 3 }, 'vmware', ['lastTestResult']],
    [{ lastTestResult: 'succeeded' }, 'vmware', ['testFailoverAgeDays']],
    [{ lastTestResult: 'succeeded', testFailoverAgeDays: 3 }, 'vmware', ['settingsChangeAgeDays']],
    [{ lastTestResult: 'succeeded', testFailoverAgeDays: 3, settingsChangeAgeDays: 3 }, 'vmware', null],
  ])('a test of which is known %j in %s lacks %j', (facts, scenario, missing) => {
    const found = outcome('R-LI-04', facts, scenario) ?? null;
    expect(found).toEqual(missing === null ? null : { outcome: 'unknown', missing });
  });

  it.each([
    [{ osDistro: 'windows-server', osVersion: '2003' }, undefined],
    // No article of ours names these: a person may override.
    [{ osDistro: 'windows-client', osVersion: 'XP' }, 'blocker'],
    [{ osDistro: 'rhel', osVersion: '5.11' }, 'blocker'],
    [{ osDistro: 'freebsd', osVersion: '13' }, 'blocker'],
    [{ osFamily: 'other' }, 'blocker'],
  ])('a Hyper-V guest %j is refused only where an article says so', (facts, severity) => {
    const found = outcome('R-OS-03', facts, 'hyper-v');
    expect(found?.outcome === 'raised' ? found.severity : 'not raised').toBe(severity);
  });

  it.each([
    [{ disks: [] }, 'unknown'],
    [{ hasEncryptedVolumes: true }, true],
    [{ hasEncryptedVolumes: false }, false],
    [{ disks: [{ id: 'a' }], hasEncryptedVolumes: false }, false],
    [{ disks: [{ id: 'a', isEncrypted: true }], hasEncryptedVolumes: false }, true],
    [{ disks: [{ id: 'a', isEncrypted: false }] }, false],
    [{ disks: [{ id: 'a', isEncrypted: false }, { id: 'b' }] }, 'unknown'],
  ])('the step that turns encryption off and its rule agree on %j: %s', (facts, expected) => {
    const found = outcome('R-DK-17', facts, 'vmware')?.outcome;
    expect(found === undefined ? false : found === 'raised' || found).toBe(expected);
    expect(hasGuestEncryption({ facts: { name: 'web01', ...facts }, traits: new Set() })).toBe(expected);
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
