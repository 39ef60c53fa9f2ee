import { writeXlsx } from 'hucre/xlsx';

import { seededRandom, wholeNumber } from '../support/seeded-random.ts';

type Cell = string | number | boolean | null;

export interface GeneratedSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

const SYSTEMS = [
  'Microsoft Windows Server 2019 (64-bit)',
  'Microsoft Windows Server 2022 (64-bit)',
  'Microsoft Windows Server 2012 R2 (64-bit)',
  'Red Hat Enterprise Linux 8 (64-bit)',
  'Red Hat Enterprise Linux 9 (64-bit)',
  'Ubuntu Linux (64-bit)',
  'SUSE Linux Enterprise 15 (64-bit)',
  'Debian GNU/Linux 11 (64-bit)',
];
const MACHINES_PER_APPLICATION = 6;

interface Identity {
  readonly name: string;
  readonly id: string;
  readonly uuid: string;
}

function identityOf(index: number): Identity {
  const number = String(index).padStart(12, '0');
  return { name: `srv-${String(index).padStart(5, '0')}`, id: `vm-${10_000 + index}`, uuid: `4211cd00-1111-4000-8000-${number}` };
}

const INFO = [
  'VM',
  'Powerstate',
  'Template',
  'SRM Placeholder',
  'CPUs',
  'Memory',
  'NICs',
  'Disks',
  'DNS Name',
  'Primary IP Address',
  'Provisioned MiB',
  'In Use MiB',
  'Annotation',
  'Application',
  'Environment',
  'Owner',
  'HW version',
  'Firmware',
  'EFI Secure boot',
  'Folder',
  'Datacenter',
  'Cluster',
  'Host',
  'OS according to the configuration file',
  'OS according to the VMware Tools',
  'VM ID',
  'VM UUID',
  'VI SDK Server',
];
const DISK = [
  'VM',
  'Disk',
  'Disk Key',
  'Disk Path',
  'Capacity MiB',
  'Raw',
  'Disk Mode',
  'Sharing mode',
  'Thin',
  'Controller',
  'Label',
  'VM ID',
  'VM UUID',
];
const PARTITION = ['VM', 'Disk', 'Capacity MiB', 'Consumed MiB', 'Free MiB', 'Free %', 'VM ID', 'VM UUID'];
const NETWORK = ['VM', 'NIC label', 'Adapter', 'Network', 'Connected', 'Mac Address', 'IPv4 Address', 'VM ID', 'VM UUID'];
const TOOLS = ['VM', 'Tools', 'Tools Version', 'Required Version', 'VM ID', 'VM UUID'];

/** Sheets as an RVTools export has them, for so many machines. Same count, same sheets. */
export function generateSheets(machineCount: number): readonly GeneratedSheet[] {
  const random = seededRandom(10_000);
  const sheets: Record<'vInfo' | 'vDisk' | 'vPartition' | 'vNetwork' | 'vTools', Cell[][]> = {
    vInfo: [INFO],
    vDisk: [DISK],
    vPartition: [PARTITION],
    vNetwork: [NETWORK],
    vTools: [TOOLS],
  };
  for (let index = 1; index <= machineCount; index += 1) {
    const { name, id, uuid } = identityOf(index);
    const address = `10.${Math.floor(index / 65_536)}.${Math.floor(index / 256) % 256}.${index % 256}`;
    const diskCount = 1 + wholeNumber(random, 3);
    const system = SYSTEMS[wholeNumber(random, SYSTEMS.length)] ?? '';
    const sizes = Array.from({ length: diskCount }, () => (20 + wholeNumber(random, 40) * 10) * 1024);
    const provisioned = sizes.reduce((sum, size) => sum + size, 0);
    const application = `Application ${Math.ceil(index / MACHINES_PER_APPLICATION)}`;
    const isOff = random() < 0.03;
    sheets.vInfo.push([
      name,
      isOff ? 'poweredOff' : 'poweredOn',
      false,
      false,
      1 + wholeNumber(random, 8),
      (2 + wholeNumber(random, 15) * 2) * 1024,
      1,
      diskCount,
      `${name}.estate.example`,
      address,
      provisioned,
      Math.round(provisioned * (0.3 + random() * 0.5)),
      `Generated machine ${index}`,
      application,
      index % 5 === 0 ? 'Test' : 'Production',
      `Team ${1 + (index % 40)}`,
      13 + wholeNumber(random, 8),
      random() < 0.6 ? 'efi' : 'bios',
      random() < 0.05,
      `/Site ${index % 4}`,
      `Site ${index % 4}`,
      `Cluster ${index % 20}`,
      `esx-${index % 200}.estate.example`,
      system,
      isOff ? null : system,
      id,
      uuid,
      'vcenter.estate.example',
    ]);
    for (const [disk, size] of sizes.entries()) {
      sheets.vDisk.push([
        name,
        `Hard disk ${disk + 1}`,
        2000 + disk,
        `[store-${index % 30}] ${name}/${name}_${disk}.vmdk`,
        size,
        false,
        'persistent',
        'sharingNone',
        true,
        'VMware paravirtual SCSI',
        'SCSI controller 0',
        id,
        uuid,
      ]);
      sheets.vPartition.push([
        name,
        system.includes('Windows') ? `${String.fromCharCode(67 + disk)}:\\` : `/data${disk}`,
        size - 500,
        Math.round(size * 0.6),
        Math.round(size * 0.4) - 500,
        39,
        id,
        uuid,
      ]);
    }
    sheets.vNetwork.push([
      name,
      'Network adapter 1',
      'Vmxnet3',
      `net-${index % 50}`,
      !isOff,
      `00:50:56:${[16, 8, 0].map((shift) => ((index >> shift) & 255).toString(16).padStart(2, '0')).join(':')}`,
      address,
      id,
      uuid,
    ]);
    sheets.vTools.push([name, isOff ? 'toolsNotRunning' : 'toolsOk', '12352', '12352', id, uuid]);
  }
  const meta: Cell[][] = [
    ['RVTools major version', 'RVTools version', 'xlsx creation datetime', 'Server'],
    ['4.6', '4.6.1.0', '2026-11-02 06:00:00', 'vcenter.estate.example'],
  ];
  return [...Object.entries(sheets).map(([name, rows]) => ({ name, rows })), { name: 'vMetaData', rows: meta }];
}

export async function writeSheets(sheets: readonly GeneratedSheet[]): Promise<Uint8Array> {
  return await writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => [...row]) })) });
}
