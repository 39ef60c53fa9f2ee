import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { writeXlsx } from 'hucre/xlsx';

import { sampleApplications } from './sample-estate.data.ts';
import { machinesOf, macOf, uuidOf, type SampleMachine } from './sample-machines.ts';

/**
 * Writes the workbook behind the sample engagement, in the layout of an RVTools export.
 * Run it after changing the data: `node tests/samples/make-sample-estate.ts`. Same data, same bytes.
 */
type Row = Record<string, string | number | boolean | null>;
type Sheets = Record<'vInfo' | 'vDisk' | 'vPartition' | 'vNetwork' | 'vSnapshot' | 'vUSB' | 'vTools' | 'vHost' | 'vMetaData', Row[]>;

const EXPORTED_AT = '2026-10-05 07:30:00';
const HOSTS = ['esx-01.ferry.example', 'esx-02.ferry.example', 'esx-03.ferry.example', 'esx-04.ferry.example'];

function toolsStatus(machine: SampleMachine): string {
  if (machine.quirk === 'off') return 'toolsNotRunning';
  return machine.quirk === 'no-tools' ? 'toolsNotInstalled' : 'toolsOk';
}

function addInfo(sheets: Sheets, machine: SampleMachine): void {
  const { application, tier, number } = machine;
  const provisionedMib = tier.disksGiB.reduce((sum, size) => sum + size, 0) * 1024;
  const isOn = machine.quirk !== 'off';
  sheets.vInfo.push({
    VM: machine.name,
    Powerstate: isOn ? 'poweredOn' : 'poweredOff',
    Template: false,
    'Guest state': isOn && machine.quirk !== 'no-tools' ? 'running' : 'notRunning',
    'Consolidation Needed': false,
    CPUs: tier.cpu,
    Memory: tier.memoryGiB * 1024,
    NICs: 1,
    Disks: tier.disksGiB.length,
    'DNS Name': isOn ? `${machine.name}.ferry.example` : null,
    'Primary IP Address': isOn ? `10.20.${Math.floor(number / 200)}.${(number % 200) + 20}` : null,
    'FT State': 'notConfigured',
    'Provisioned MiB': provisionedMib,
    'In Use MiB': Math.round(provisionedMib * (0.35 + (number % 7) * 0.07)),
    Annotation: '',
    Application: application.name || null,
    Environment: application.environment,
    Owner: application.owner || null,
    Criticality: application.criticality,
    'HW version': tier.firmware === 'efi' ? 19 : 13,
    Firmware: tier.firmware ?? 'bios',
    'EFI Secure boot': machine.quirk === 'secure-boot',
    Folder: `/${application.environment}`,
    Datacenter: 'Harbour',
    Cluster: application.environment === 'Test' ? 'Cluster-B' : 'Cluster-A',
    Host: HOSTS[number % HOSTS.length] ?? null,
    'OS according to the configuration file': tier.os,
    'OS according to the VMware Tools': isOn ? tier.os : null,
    'VM ID': `vm-${1000 + number}`,
    'VM UUID': uuidOf(number),
    'VI SDK Server': 'vcenter.ferry.example',
    'VI SDK Server type': 'VMware vCenter Server 7.0.3 build-21477706',
  });
}

function addDisks(sheets: Sheets, machine: SampleMachine): void {
  const { tier, quirk } = machine;
  for (const [index, sizeGiB] of tier.disksGiB.entries()) {
    const isLast = index === tier.disksGiB.length - 1;
    const isRaw = quirk === 'rdm' && isLast;
    sheets.vDisk.push({
      VM: machine.name,
      Disk: `Hard disk ${index + 1}`,
      'Disk Key': 2000 + index,
      'Disk Path': `[vsan-01] ${machine.name}/${machine.name}${index === 0 ? '' : `_${index}`}.vmdk`,
      'Capacity MiB': sizeGiB * 1024,
      Raw: isRaw,
      'Raw Comp. Mode': isRaw ? 'physicalMode' : null,
      'Disk Mode': 'persistent',
      'Sharing mode': quirk === 'shared-disk' && isLast ? 'sharingMultiWriter' : 'sharingNone',
      Thin: true,
      Controller: 'VMware paravirtual SCSI',
      Label: 'SCSI controller 0',
      'Unit #': index,
      'Shared Bus': quirk === 'shared-disk' && isLast ? 'physicalSharing' : 'noSharing',
      'VM ID': `vm-${1000 + machine.number}`,
      'VM UUID': uuidOf(machine.number),
    });
  }
}

function addPartitions(sheets: Sheets, machine: SampleMachine): void {
  const isWindows = machine.tier.os.includes('Windows');
  if (machine.quirk === 'off' || machine.quirk === 'no-tools') return;
  for (const [index, sizeGiB] of machine.tier.disksGiB.entries()) {
    const linuxName = index === 0 ? '/' : `/data${index}`;
    const capacityMib = sizeGiB * 1024 - 512;
    const freeMib = machine.quirk === 'full' && index === 0 ? 300 : Math.round(capacityMib * (0.3 + (machine.number % 5) * 0.08));
    sheets.vPartition.push({
      VM: machine.name,
      'Disk Key': 2000 + index,
      Disk: isWindows ? `${String.fromCharCode(67 + index)}:\\` : linuxName,
      'Capacity MiB': capacityMib,
      'Consumed MiB': capacityMib - freeMib,
      'Free MiB': freeMib,
      'Free %': Math.round((freeMib / capacityMib) * 100),
      'VM ID': `vm-${1000 + machine.number}`,
      'VM UUID': uuidOf(machine.number),
    });
  }
}

function addTheRest(sheets: Sheets, machine: SampleMachine): void {
  const identity = { 'VM ID': `vm-${1000 + machine.number}`, 'VM UUID': uuidOf(machine.number) };
  const address = `10.20.${Math.floor(machine.number / 200)}.${(machine.number % 200) + 20}`;
  sheets.vNetwork.push({
    VM: machine.name,
    'NIC label': 'Network adapter 1',
    Adapter: 'Vmxnet3',
    Network: machine.application.environment === 'Test' ? 'test-net' : 'server-net',
    Connected: machine.quirk !== 'off',
    'Starts Connected': true,
    'Mac Address': macOf(machine.number),
    'IPv4 Address': machine.quirk === 'off' ? null : address,
    'IPv6 Address': machine.quirk === 'ipv6' ? `2001:db8::${machine.number}` : null,
    ...identity,
  });
  sheets.vTools.push({ VM: machine.name, Tools: toolsStatus(machine), 'Tools Version': '12325', 'Required Version': '12325', ...identity });
  if (machine.quirk === 'snapshot') {
    sheets.vSnapshot.push({
      VM: machine.name,
      Name: 'before update',
      Description: '',
      'Date / time': '2026-08-14 21:00:00',
      'Size MiB (total)': 18_432,
      ...identity,
    });
  }
  if (machine.quirk === 'usb') {
    sheets.vUSB.push({ VM: machine.name, 'Device Type': 'USB licence key', Connected: true, ...identity });
  }
}

export async function makeSampleEstate(): Promise<Uint8Array> {
  const sheets: Sheets = {
    vInfo: [],
    vDisk: [],
    vPartition: [],
    vNetwork: [],
    vSnapshot: [],
    vUSB: [],
    vTools: [],
    vHost: [],
    vMetaData: [],
  };
  for (const machine of machinesOf(sampleApplications)) {
    addInfo(sheets, machine);
    addDisks(sheets, machine);
    addPartitions(sheets, machine);
    addTheRest(sheets, machine);
  }
  for (const host of HOSTS) {
    sheets.vHost.push({
      Host: host,
      Datacenter: 'Harbour',
      Cluster: 'Cluster-A',
      '# CPU': 2,
      '# Cores': 32,
      '# Memory': 786_432,
      'ESX Version': 'VMware ESXi 7.0.3 build-21313628',
    });
  }
  sheets.vMetaData.push({
    'RVTools major version': '4.6',
    'RVTools version': '4.6.1.0',
    'xlsx creation datetime': EXPORTED_AT,
    Server: 'vcenter.ferry.example',
  });
  const bytes = await writeXlsx({
    properties: { title: 'Fictional sample estate', created: new Date(0), modified: new Date(0) },
    sheets: Object.entries(sheets).map(([name, rows]) => {
      const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return { name, rows: [headers, ...rows.map((row) => headers.map((header) => row[header] ?? null))] };
    }),
  });
  return bytes;
}

if (process.argv[1] === import.meta.filename) {
  await writeFile(path.join(import.meta.dirname, '../../resources/sample/sample-estate.xlsx'), await makeSampleEstate());
}
