/**
 * Machines of public inventories, judged by hand against the readiness facts (document state September 2026) from what their
 * source says, before the product was asked. The engagement has its route decided and nothing else, so that a machine without
 * a raised blocker is always undecided: no hypervisor export says whether FIPS, BitLocker or another agent is in the guest.
 * Left out are the findings that every such machine has: missing facts (R-LI-05), no change-rate profile (R-CH-08), antivirus
 * exclusions not confirmed (R-OS-29), hydration expected (R-BT-22), hardware version without a limit (R-PL-03).
 */
export interface CheckedMachine {
  readonly name: string;
  readonly verdict: 'blocked' | 'undecided';
  readonly raised: readonly string[];
  readonly because: string;
}

export interface CheckedFile {
  readonly file: string;
  readonly also?: readonly string[];
  readonly machines: readonly CheckedMachine[];
}

function blocked(name: string, raised: readonly string[], because: string): CheckedMachine {
  return { name, verdict: 'blocked', raised, because };
}

function undecided(name: string, raised: readonly string[], because: string): CheckedMachine {
  return { name, verdict: 'undecided', raised, because };
}

export const checkedByHand: readonly CheckedFile[] = [
  {
    file: 'rvtools/kubev2v-example1.xlsx',
    machines: [
      blocked(
        'vm-1',
        ['R-BT-23', 'R-OS-01', 'R-OS-17', 'R-PL-02', 'R-PL-04'],
        'Amazon Linux 2 is in no list of the agent (R-OS-01) nor of hydration (R-BT-23) and its support ended in June 2026 (R-OS-17). Powered off (R-PL-04), tools not running (R-PL-02). UEFI with Secure Boot off is fine.',
      ),
      blocked(
        'vm-2',
        ['R-BT-23', 'R-DK-54', 'R-OS-01', 'R-OS-05', 'R-PL-02', 'R-PL-04'],
        'Fedora is in no list, also where its name begins with Red Hat; 32-bit (R-OS-05); no disk at all (R-DK-54); off, tools not running. Its root has 2,288 MiB free, 240 more than the agent needs, so R-OS-20 says nothing.',
      ),
      undecided(
        'vm-3',
        ['R-OS-17'],
        'Debian 9: 9.1 to 9.13 are listed, 9.0 is excluded, and the name does not say which (R-OS-01 and R-OS-28 open). Support ended in 2022. Hydration knows Debian 7 to 9. BIOS, so R-BT-01 does not apply.',
      ),
      blocked(
        'vm-4',
        ['R-BT-01', 'R-PL-02', 'R-PL-04'],
        'Secure Boot is on (R-BT-01); off and tools not running. Red Hat 9 is listed to 9.7 only, so the bare “9” leaves R-OS-01 open; hydration knows Red Hat 9.',
      ),
      blocked(
        'vm-5',
        ['R-BT-01', 'R-OS-17', 'R-PL-02', 'R-PL-04'],
        'Debian 7 is listed as a whole, and its support ended in 2018; Secure Boot is on; off and tools not running.',
      ),
      blocked(
        'vm-8',
        ['R-BT-01'],
        'Red Hat 8 is listed as a whole (8.0 to 8.10) and still supported; tools run; two disks of 100 GiB. Secure Boot alone blocks it.',
      ),
      undecided('vm-9', [], 'Nothing is known but disks and size; running. Nothing is raised, and nothing can be decided.'),
    ],
  },
  {
    file: 'rvtools/rvtools-small-complete.xlsx',
    machines: [
      undecided('sample-web-01', [], 'Ubuntu without a version; 40,960 MiB free on /; BIOS; on. No snapshot.'),
      undecided(
        'sample-db-01',
        ['R-DK-37'],
        'Windows Server 2022 is listed; C: has 30 GiB free; one snapshot, which is worth knowing (R-DK-37); IPv4 only.',
      ),
      blocked('sample-archive-01', ['R-PL-04'], 'Like sample-web-01, but powered off.'),
    ],
  },
  {
    file: 'rvtools/SizingWorkshop-RVTools.xlsx',
    machines: [
      undecided(
        'wadfs1',
        ['R-OS-17'],
        '2008 R2: listed from SP1 on, and the name does not say (R-OS-01 open); support ended in 2020; 40,406 MiB free on C:.',
      ),
      blocked(
        'AO-PROXY',
        ['R-BT-23', 'R-OS-01', 'R-OS-13'],
        'CentOS of any version was taken out of the list (R-OS-01, R-OS-13) and is not hydrated (R-BT-23). “4/5/6/7” leaves the version open, so R-OS-17 stays open too.',
      ),
      undecided(
        'apporbit01-vm',
        ['R-OS-08', 'R-OS-17'],
        'Windows 7 is a client (R-OS-08), listed with SP1, which the name does not say; support ended in 2020.',
      ),
      blocked(
        'wab10js01_old',
        ['R-NM-01', 'R-OS-17', 'R-PL-04'],
        'The underscore is not allowed in an Azure name (R-NM-01); off; Windows Server 2012 is listed, its support ended in 2023. 13 characters are within 15.',
      ),
      blocked('wdbsox02', ['R-OS-17', 'R-OS-21'], '32 MiB free on C:, 500 are needed (R-OS-21); 2008 R2 out of support.'),
      blocked(
        'BOWEWIMSDEVL02_DND',
        ['R-NM-01', 'R-NM-03', 'R-OS-17', 'R-PL-04'],
        'Underscore (R-NM-01) and 18 characters on Windows (R-NM-03); off; Windows Server 2012.',
      ),
      blocked(
        'Aster Queen',
        ['R-BT-23', 'R-NM-01', 'R-OS-17', 'R-PL-01'],
        'A blank in the name; ESXi 6.0 is not listed (R-PL-01); SUSE 11 is not hydrated (12 and 15 are) and out of support; SP3 or SP4 would be listed, the name does not say.',
      ),
      blocked(
        'bolvcspa01',
        ['R-BT-23', 'R-OS-17', 'R-OS-20', 'R-PL-01'],
        '1,754 MiB free on /, 2,048 are needed (R-OS-20); SUSE 11 and ESXi 6.0 as before.',
      ),
    ],
  },
  {
    file: 'vmware/azure-migrate-VMwareMachines_ListBySite.json',
    machines: [
      blocked(
        'FPLWIN8R264-03',
        ['R-NW-06', 'R-OS-17', 'R-PL-01', 'R-PL-02'],
        'ESXi 6.0.0 is not listed; tools not installed; 2008 R2 out of support and without a service pack in its name; a static address (R-NW-06, news). 14 characters are within 15.',
      ),
    ],
  },
  {
    file: 'hyperv/azure-migrate-HyperVMachines_ListBySite.json',
    machines: [
      undecided(
        'TestDeDe',
        [],
        'Windows Server 2016 is a guest that Azure supports; generation 1 with a system disk of 40 GiB; IPv6 matters only with VMM (R-NW-03).',
      ),
      undecided('hv-vm-002', [], 'Like TestDeDe, with one disk; DHCP; no address of 169.254.'),
      blocked('NoVHD', ['R-DK-06'], 'Its disk has a size of 0, which is below 1 GiB (R-DK-06). Power does not matter for Hyper-V.'),
      undecided('hv-vm-004', [], 'Off and without a system name: nothing is raised, the system is open.'),
      undecided(
        '2008R2x64onRS1',
        ['R-OS-17'],
        'Windows Web Server 2008 R2: supported as a guest by release, out of support by its vendor.',
      ),
      undecided('2019Gen2', [], 'Generation 2 with Windows Server 2019 and 25 GiB: within 4,095 GiB; R-BT-07 is about Linux only.'),
      undecided('hv-vm-013', [], '“Windows Server Datacenter” names no version: R-OS-03 is open.'),
      blocked(
        'WS2012 R21',
        ['R-DK-06', 'R-NM-01'],
        'A blank in the name (R-NM-01) and a disk of size 0 (R-DK-06). The machine name is no system name: the system is open.',
      ),
      undecided('ClusterNode1', [], 'Generation 2, disks of 201 and 128 GiB; whether a disk is shared is not stated (R-DK-11 open).'),
      undecided('WSEssential', [], 'Essentials is an edition of Windows Server 2016, not Nano Server (R-OS-04).'),
    ],
  },
  {
    file: 'hyperv/hyperv-inventory-derived.csv',
    machines: [
      undecided('TestDeDe', [], 'As in the JSON; the sizes of its two disks are not told apart.'),
      undecided('hv-vm-002', [], 'As in the JSON.'),
      blocked('NoVHD', ['R-DK-06'], 'Size 0, below 1 GiB.'),
      undecided('hv-vm-004', [], 'As in the JSON.'),
      undecided('2008R2x64onRS1', ['R-OS-17'], 'Out of support.'),
      undecided('2019Gen2', [], 'Generation 2 Windows.'),
      undecided('hv-vm-013', [], 'No version in the name.'),
      blocked(
        'WS2012 R21',
        ['R-NM-01'],
        'A blank in the name. The sum of two disks is 4 GiB, so no size of 0 can be seen here (R-DK-06 open).',
      ),
      undecided('ClusterNode1', [], 'Sharing is not stated.'),
      undecided('WSEssential', [], 'Windows Server 2016.'),
    ],
  },
  {
    file: 'azure-migrate/assessment-export-perf-payg.xlsx',
    machines: [
      blocked(
        'VM020.WORKGROUP',
        ['R-NM-01'],
        'A dot in the name. Windows Server 2016, listed; link-local IPv6 alone is no finding (R-NW-02).',
      ),
      undecided(
        'el39-SL11Sp3-1',
        ['R-BT-23', 'R-NW-02', 'R-OS-17'],
        'SUSE 11: out of support, not hydrated; a global IPv6 address (R-NW-02). Size A1_v2 takes 2 data disks, the machine has 2.',
      ),
      undecided('el42-r5w12r2-9', ['R-NW-02', 'R-OS-17'], 'Windows Server 2012 out of support; a global IPv6 address.'),
      undecided(
        'el29-r5rhl69-18',
        ['R-NW-02', 'R-OS-17'],
        'Red Hat 6 is hydrated and out of support; 6.0 is not listed, so R-OS-01 is open.',
      ),
      undecided('MAMApp', ['R-NW-02'], 'Windows Server 2016 is still supported; BIOS, so the generation of the size does not matter.'),
      undecided('el39-orcl7u6-3', ['R-NW-02', 'R-OS-17'], 'Oracle Linux 7 is listed as a whole and hydrated; its support ended in 2024.'),
      blocked('a924-cent5u10-1', ['R-BT-23', 'R-OS-01', 'R-OS-13'], 'CentOS; “4/5 or later” leaves the version open (R-OS-17 open).'),
      undecided('FPLV2A-MNIC-MT1', [], 'Ubuntu without a version; IPv4 only; size A4_v2 takes 8 data disks.'),
      blocked(
        'MicrosoftAzureMigrate-user15',
        ['R-NM-02', 'R-NM-03', 'R-NW-02'],
        'MICROSOFT anywhere in a name is reserved (R-NM-02); 28 characters on Windows (R-NM-03).',
      ),
      blocked('v2r1cent7u6-1', ['R-BT-23', 'R-NW-02', 'R-OS-01', 'R-OS-13', 'R-OS-17'], 'CentOS 6: not listed, out of support.'),
    ],
  },
  {
    file: 'azure-migrate/assessment-export-as-is-payg.xlsx',
    machines: [
      blocked('VM020.WORKGROUP', ['R-NM-01'], 'A dot in the name; listed and supported; link-local IPv6 alone is no finding (R-NW-02).'),
      undecided(
        'FPL-SL11SP4-FS1',
        ['R-BT-23', 'R-NW-02', 'R-OS-17'],
        'SUSE 11 is listed as SP3 and SP4 only, and the SP4 stands in the name of the machine and not of its system: R-OS-01 is open. Not hydrated, out of support, a global IPv6 address. A2_v2 takes 4 data disks, the machine has 3.',
      ),
      undecided('FW12DCSQ16-14', ['R-NW-02', 'R-OS-17'], 'Windows Server 2012 is listed and out of support; a global IPv6 address.'),
      undecided(
        'FPL-RH5u11-CVS2',
        ['R-BT-23', 'R-OS-17'],
        'Red Hat 5 is listed from 5.2 to 5.11, so the bare “5” leaves R-OS-01 open; hydration begins with 6; out of support. Four data disks on A2_v2, which takes four.',
      ),
      blocked(
        'WIN7_32_01',
        ['R-NM-01', 'R-NW-02', 'R-OS-05', 'R-OS-08', 'R-OS-17'],
        'Underscores in the name; 32-bit, and only Windows Server 2008 may be; a client system, out of support. Whether it has service pack 1 is not said, so R-OS-01 is open.',
      ),
      blocked(
        'Win98',
        ['R-OS-01', 'R-OS-05', 'R-OS-17'],
        'The name means nothing: it is Windows Server 2003 in 32 bits, not listed, not an exception, out of support. WIN alone is no reserved word.',
      ),
      blocked('AgentlessDep_6hrs', ['R-NM-01', 'R-NM-03'], 'An underscore, and 17 characters on Windows. Windows Server 2016 is fine.'),
      blocked(
        'a923_cent7u5-3',
        ['R-BT-23', 'R-NM-01', 'R-NW-02', 'R-OS-01', 'R-OS-13', 'R-OS-17'],
        'An underscore; CentOS: not listed, not hydrated, out of support since June 2024; a global IPv6 address.',
      ),
      undecided(
        'BCDR-EWLAB-33-W2012R2-Template',
        ['R-NM-03', 'R-OS-17'],
        '30 characters on Windows; out of support. Without an address R-NW-02 is open.',
      ),
      undecided('AzMigV2App8May', [], 'Windows Server 2016, 14 characters, one disk, BIOS: nothing is known against it.'),
    ],
  },
  {
    file: 'azure-migrate/AzureMigrate_Discovery_Report.xlsx',
    machines: [
      blocked('DEVSQLVM13', ['R-OS-17', 'R-PL-04'], 'Windows Server 2012 is listed, out of support, and the machine is off. BIOS.'),
      undecided('SQLAGVM11', ['R-NW-02'], 'Windows Server 2019 is listed and supported; on; two global IPv6 addresses beside an IPv4 one.'),
      blocked(
        'Airsonic-MySQL',
        ['R-BT-23', 'R-NW-02', 'R-OS-01', 'R-OS-13', 'R-OS-17'],
        'CentOS 7: taken from the list, not hydrated, out of support; IPv6.',
      ),
      undecided(
        'ODA-Selfhost-Appliance15',
        ['R-NM-03', 'R-NW-02'],
        '24 characters on Windows; “2016 or later” names no release, so R-OS-01 and R-OS-17 are open. UEFI is fine where Secure Boot is off, which is not said (R-BT-01 open).',
      ),
      blocked('Oracle Appliance5', ['R-NM-01', 'R-NM-03', 'R-PL-04'], 'A blank in the name, 17 characters on Windows, off.'),
      blocked(
        'ODA-Selfhost-Linux12',
        ['R-PL-04'],
        'Off. Ubuntu without a version: R-OS-01, R-OS-17 and R-BT-23 are open; R-NM-03 is about Windows.',
      ),
      blocked(
        'Oracle10g2',
        ['R-OS-01', 'R-OS-17', 'R-PL-04'],
        'Windows Server 2003 is not listed, 64-bit is no remedy; out of support; off.',
      ),
      blocked(
        'Contoso-Vcenter7.0',
        ['R-BT-23', 'R-NM-01', 'R-OS-01'],
        'A dot in the name; Photon OS is in no list. Its 17 disks are below 64, and its support is in no table of ours (R-OS-17).',
      ),
      blocked(
        'Oracle21c-windows',
        ['R-NM-02', 'R-NM-03', 'R-NW-02'],
        'WINDOWS anywhere in a name is reserved, in small letters too; 17 characters; IPv6.',
      ),
      undecided(
        'TESTSQLVM12',
        ['R-OS-17'],
        'Windows Server 2008 R2 is listed with service pack 1, which is not said (R-OS-01 open), as are its updates (R-OS-15). BIOS, so R-OS-14 does not apply.',
      ),
      undecided('user05-clone-winser16', ['R-NM-03'], '21 characters. An address of 169.254 is refused for Hyper-V guests only (R-NW-05).'),
    ],
  },
  {
    file: 'azure-migrate/AzureMigrate_Assessment_Core_Report.xlsx',
    machines: [
      undecided('SQLAGVM09', ['R-NW-02'], 'This report knows the release that the discovery did not: 2019, supported. IPv6.'),
      undecided('SQL-DEMOVM14-user04', ['R-NM-03', 'R-NW-02'], '19 characters on Windows; IPv6; Windows Server 2019.'),
      undecided('DEVSQLVM13', ['R-OS-17'], 'Out of support. The report has no power state, so R-PL-04 is open here.'),
      undecided('HRSQLVM08', ['R-NW-02', 'R-OS-17'], 'Windows Server 2012 R2 is listed; support ended in October 2023; IPv6.'),
      blocked(
        'Oracle Appliance5',
        ['R-NM-01', 'R-NM-03'],
        'A blank, 17 characters; D4as_v5 takes generation 2, so its UEFI is fine (R-BT-02).',
      ),
      undecided('ODA-Selfhost-Linux12', [], 'Ubuntu without a version, BIOS, no address: everything that could speak against it is open.'),
      blocked('Linux-Oracle Test', ['R-NM-01'], 'A blank. Red Hat 8 is listed as a whole and hydrated; supported.'),
      blocked(
        'PG-DEMOVM5',
        ['R-BT-23', 'R-NW-02', 'R-OS-01', 'R-OS-13'],
        'CentOS 9 is as little listed as the others; no end of its support is in the table.',
      ),
      blocked(
        'Depp OracleLinuxVM03',
        ['R-BT-23', 'R-NM-01', 'R-NW-02', 'R-OS-01', 'R-OS-13', 'R-OS-17'],
        'Named after Oracle Linux, but CentOS 7; a blank in the name. R-NM-03 is about Windows.',
      ),
      blocked(
        'user08-OS10',
        ['R-BT-02', 'R-OS-08', 'R-OS-17'],
        'UEFI becomes generation 2, which D1_v2 is not; Windows 10 is a listed client, its support ended in October 2025.',
      ),
    ],
  },
  {
    file: 'azure-migrate/application-inventory-export.xlsx',
    machines: [
      ...['PayrollDB01', 'FPL-SLES-12PS1', 'FPL-W12-6', 'FPL-RHEL-R8U1', 'WMT-801', 'FW12R2DSSP16-02', 'PayrollApp01', 'CCProxy1'].map(
        (name) => undecided(name, [], 'Only the name is known, and Azure takes it; a name that hints at a system proves none.'),
      ),
      blocked('Virtual Machine', ['R-NM-01'], 'A blank in the name.'),
      blocked('windowsvm-B', ['R-NM-02'], 'WINDOWS anywhere in a name is reserved.'),
    ],
  },
  {
    file: 'azure-migrate/AzureMigrateimporttemplate.csv',
    machines: [
      ...['VM001', 'VM002', 'VM003', 'VM004', 'VM005', 'VM006', 'VM007', 'VM008'].map((name) =>
        blocked(
          `${name}.corp.contoso.com`,
          ['R-NM-01', 'R-NM-03'],
          'Dots in the name, and 22 characters on Windows. Windows Server 2016 is listed; 299 writes per second are below 840.',
        ),
      ),
      blocked(
        'VM009.corp.contoso.com',
        ['R-NM-01', 'R-OS-17'],
        'Dots in the name; Red Hat 7.1 is listed and hydrated, its support ended in 2024.',
      ),
      blocked(
        'VM010.corp.contoso.com',
        ['R-NM-01', 'R-OS-17'],
        'Dots in the name; Oracle Linux 7 with BIOS; link-local IPv6 is no finding.',
      ),
    ],
  },
  {
    file: 'azure-migrate/agentless-at-scale-input.csv',
    machines: [undecided('user50-cs-01', [], 'The target name testvm-sv-x1 is allowed; NoLicenseType wants no benefit (R-LI-02).')],
  },
  {
    file: 'site-recovery/asr-ReplicationProtectedItems_List.json',
    machines: [undecided('vm1', [], 'Only the name and the id are known.')],
  },
  {
    file: 'site-recovery/asr-ReplicationProtectableItems_List.json',
    machines: [undecided('vm1', [], 'Only the name and the id are known.'), undecided('vm2', [], 'Only the name and the id are known.')],
  },
  {
    file: 'aws/cloudmapper-demo-ec2-describe-instances.json',
    also: ['aws/cloudmapper-demo-ec2-describe-subnets.json'],
    machines: ['Bastion', 'Web1', 'Web2'].map((name) =>
      undecided(
        name,
        [],
        'HVM (R-AW-01), t2.micro is no special hardware and default tenancy no host (R-AW-09), x64 (R-OS-18), IPv4 only.',
      ),
    ),
  },
  {
    file: 'aws/cmf-server-list.csv',
    machines: [
      undecided('Server1', ['R-OS-17'], 'Windows Server 2012 R2 is listed; support ended in 2023.'),
      undecided('Server2', ['R-OS-17'], 'As Server1.'),
      ...['Server3', 'Server4', 'Server5', 'Server6'].map((name) => undecided(name, [], 'Windows Server 2016: listed and supported.')),
      undecided('Server7', ['R-OS-17'], 'Red Hat 7 is listed as a whole and hydrated; support ended in 2024.'),
      undecided('Server8', ['R-OS-17'], 'As Server7.'),
    ],
  },
  {
    file: 'aws/cmf-intake-test_valid.csv',
    machines: [undecided('unittest1', [], 'Red Hat without a version: R-OS-01, R-OS-17 and R-BT-23 are open.')],
  },
  {
    file: 'aws/cmf-intake-test_valid.xlsx',
    machines: [undecided('unittest1-NEW', [], 'The same as a workbook, under another name.')],
  },
  {
    file: 'aws/cmf-sample-servers.json',
    also: ['aws/cmf-sample-apps.json', 'aws/cmf-sample-waves.json'],
    machines: ['wordpress-web.onpremsim.env', 'wordpress-db.onpremsim.env', 'ofbiz-web.onpremsim.env'].map((name) =>
      blocked(name, ['R-NM-01'], 'Dots in the name. Ubuntu without a version; R-NM-03 is about Windows only.'),
    ),
  },
  {
    file: 'azure/compute-VirtualMachine_List_MaximumSet_Gen.json',
    machines: [
      blocked(
        '{virtualMachineName}',
        ['R-AZ-08', 'R-DK-46', 'R-DK-48', 'R-LI-02', 'R-NM-01', 'R-NM-03', 'R-OS-17'],
        'Braces in the name (R-NM-01), 20 characters on Windows (R-NM-03); on a dedicated host (R-AZ-08); write accelerator (R-DK-46); a temporary disk (R-DK-48); a licence type without a proof (R-LI-02); 2012 R2 out of support. Trusted launch on Windows is fine (R-BT-17 is about Linux), 7 cores are enough (R-AZ-01), provisioned (R-AZ-10 open for the agent).',
      ),
    ],
  },
  {
    file: 'azure/arg-virtualmachine-rewritten.json',
    machines: [
      undecided(
        'test-vm-instance',
        [],
        'Ubuntu 22.04 is listed between regions; managed disks (R-DK-44), no Ultra or Premium SSD v2 (R-DK-45), caching on a small disk (R-DK-50); provisioned.',
      ),
    ],
  },
];
