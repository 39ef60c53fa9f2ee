import { success } from '../../../shared/contract/failure.ts';
import type { Disk, MachineFacts, Nic } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { fullNameOf, statedFacts } from '../fact-words.ts';
import type { Importer } from '../importer.ts';
import { oneListImport } from '../json-list.ts';
import { listAt, numberAt, textAt } from '../json-reader.ts';
import { createMachineCollector } from '../machine-collector.ts';
import { instancesOf, isAnswerOfInstances, isBesideInstances, pagesOf, recordsOf, wordAt } from './answers.ts';
import { awsScenarioOf } from './aws-words.ts';
import { securityGroupWords } from './security-groups.ts';

const SHEET = 'Instances';

/** What `aws ec2 describe-instances` answers; volumes and subnets are joined when their answers are given beside it. */
export const ec2Instances: Importer = {
  id: 'aws-ec2-instances',
  title: 'AWS EC2 instances (JSON)',
  recognises: ({ documents }) => documents.some(({ value }) => isAnswerOfInstances(value)),
  takesAlong: ({ documents, sheets }) => sheets.length === 0 && documents.every(({ value }) => isBesideInstances(value)),
  read({ documents }) {
    const answers = documents.flatMap(({ value }) => pagesOf(value));
    const items = answers.flatMap(instancesOf);
    const volumes = byId(recordsOf(answers, 'Volumes', 'VolumeId'), 'VolumeId');
    const subnets = byId(recordsOf(answers, 'Subnets', 'SubnetId'), 'SubnetId');
    const beside = {
      types: byId(recordsOf(answers, 'InstanceTypes', 'InstanceType'), 'InstanceType'),
      images: byId(recordsOf(answers, 'Images', 'ImageId'), 'ImageId'),
    };
    const groups = securityGroupWords(recordsOf(answers, 'SecurityGroups', 'GroupId'));
    const collector = createMachineCollector(SHEET);
    for (const [index, item] of items.entries()) {
      const place = { sheet: SHEET, row: index + 1 };
      const id = textAt(item, 'InstanceId');
      const name = tagOf(item, 'Name') ?? id;
      const state = wordAt(item, 'State', 'Name');
      if (id === undefined || name === undefined) {
        collector.skip(place, name ?? '', 'It has no instance id.');
        continue;
      }
      if (state === 'terminated' || state === 'shutting-down') {
        collector.skip(place, name, 'The instance was terminated.');
        continue;
      }
      if (collector.has(id)) {
        collector.skip(place, name, `It is the same instance as record ${collector.find(id)?.rows[SHEET] ?? 1}.`);
        continue;
      }
      const machine = collector.machine(id, name, place);
      machine.disks.push(...disksOf(item, volumes));
      machine.nics.push(...nicsOf(item, subnets, groups));
      const hint = awsScenarioOf(textAt(item, 'PlatformDetails') ?? textAt(item, 'Platform'), true);
      if (hint !== undefined) machine.scenarioHint = hint;
      collector.state(machine, factsOf(item, id, beside), SHEET);
    }
    const pages = answers.filter((answer) => instancesOf(answer).length > 0);
    const hasNext = pages.length > 0 && pages.every((answer) => textAt(answer, 'NextToken') !== undefined);
    return success(
      oneListImport({
        formatId: 'aws-ec2-instances',
        formatTitle: 'AWS EC2 instances',
        scenarioHint: 'aws-linux',
        sheet: SHEET,
        items,
        lists: [{ items, hasNext, total: null }],
        collector,
        warnings:
          volumes.size === 0 && items.length > 0
            ? ['Sizes of disks are unknown: give the answer of describe-volumes beside this file.']
            : [],
      }),
    );
  },
};

interface Beside {
  /** What `describe-instance-types` and `describe-images` answered, by type and by image. */
  readonly types: ReadonlyMap<string, unknown>;
  readonly images: ReadonlyMap<string, unknown>;
}

function factsOf(item: unknown, id: string, { types, images }: Beside): Partial<MachineFacts> {
  const platform = textAt(item, 'PlatformDetails') ?? (/windows/i.test(textAt(item, 'Platform') ?? '') ? 'Windows' : undefined);
  const instanceType = wordAt(item, 'InstanceType');
  const type = types.get(instanceType ?? '');
  const address = textAt(item, 'PrivateIpAddress');
  const virtualization = wordAt(item, 'VirtualizationType');
  const cores = numberAt(item, 'CpuOptions', 'CoreCount');
  const threads = numberAt(item, 'CpuOptions', 'ThreadsPerCore');
  const architecture = wordAt(item, 'Architecture');
  const state = wordAt(item, 'State', 'Name');
  return {
    ...systemFacts(platform, images.get(textAt(item, 'ImageId') ?? '')),
    ...statedFacts({
      ...(platform === undefined ? {} : { osFamily: /windows/i.test(platform) ? ('windows' as const) : ('linux' as const) }),
      instanceId: id,
      fqdn: chosenName(textAt(item, 'PrivateDnsName')),
      application: tagOf(item, 'Application') ?? tagOf(item, 'app') ?? tagOf(item, 'application'),
      environment: tagOf(item, 'Environment') ?? tagOf(item, 'env') ?? tagOf(item, 'environment'),
      owner: tagOf(item, 'Owner') ?? tagOf(item, 'owner'),
      instanceType,
      virtualizationType: virtualization === 'hvm' || virtualization === 'paravirtual' ? virtualization : undefined,
      hasNvmeDevices: textAt(item, 'Hypervisor') === 'nitro' ? true : undefined,
      isAutoScaling: tagOf(item, 'aws:autoscaling:groupName') === undefined ? undefined : true,
      tenancy: textAt(item, 'Placement', 'Tenancy'),
      zone: textAt(item, 'Placement', 'AvailabilityZone'),
      site: textAt(item, 'VpcId'),
      osLicence: textAt(item, 'UsageOperation'),
      firmware: bootModeOf(textAt(item, 'CurrentInstanceBootMode') ?? textAt(item, 'BootMode')),
      architecture: architecture === 'x86_64' ? 'x64' : architecture === 'arm64' ? 'arm64' : undefined,
      osBits: architecture === 'i386' ? 32 : architecture === undefined ? undefined : 64,
      cpuCount: cores === undefined ? numberAt(type, 'VCpuInfo', 'DefaultVCpus') : cores * (threads ?? 1),
      memoryMiB: numberAt(type, 'MemoryInfo', 'SizeInMiB'),
      ipAddresses: listAt(item, 'NetworkInterfaces').length > 0 || address === undefined ? undefined : [address],
      powerState: state === 'running' ? 'on' : state === 'stopped' ? 'off' : undefined,
      tags: listAt(item, 'Tags').flatMap((tag) => {
        const key = textAt(tag, 'Key');
        return key === undefined ? [] : [`${key}=${textAt(tag, 'Value') ?? ''}`.slice(0, 300)];
      }),
    }),
  };
}

/** The platform names a family of systems, the image often the system; what a query left out stays unknown. */
function systemFacts(platform: string | undefined, image: unknown): Partial<MachineFacts> {
  const words = [textAt(image, 'Description'), textAt(image, 'Name')].map((text) =>
    readOperatingSystemName((text ?? '').replaceAll(/[_-]/g, ' ')),
  );
  const known = words.find(({ osVersion }) => osVersion !== undefined);
  if (known !== undefined) return known;
  return platform === undefined ? {} : readOperatingSystemName(platform);
}

/** The name that AWS makes of the address is in every network where the address is, so it tells nothing apart. */
function chosenName(name: string | undefined): string | undefined {
  return /^ip-\d+-\d+-\d+-\d+\./i.test(name ?? '') ? undefined : fullNameOf(name);
}

function bootModeOf(mode: string | undefined): 'bios' | 'uefi' | undefined {
  if (mode === 'legacy-bios') return 'bios';
  return mode === 'uefi' ? 'uefi' : undefined;
}

function disksOf(item: unknown, volumes: ReadonlyMap<string, unknown>): Disk[] {
  const root = textAt(item, 'RootDeviceName');
  return listAt(item, 'BlockDeviceMappings').map((mapping, index) => {
    const device = textAt(mapping, 'DeviceName') ?? `Disk ${index + 1}`;
    const volume = volumes.get(textAt(mapping, 'Ebs', 'VolumeId') ?? '');
    const sizeGiB = numberAt(volume, 'Size');
    const diskType = textAt(volume, 'VolumeType');
    const writeIops = numberAt(volume, 'Iops');
    const attachments = listAt(volume, 'Attachments').length;
    return {
      id: device,
      isOsDisk: device === root,
      ...(sizeGiB === undefined ? {} : { sizeGiB }),
      ...(diskType === undefined ? {} : { diskType }),
      ...(writeIops === undefined ? {} : { writeIops }),
      ...(attachments === 0 ? {} : { isShared: attachments > 1 }),
    };
  });
}

function nicsOf(item: unknown, subnets: ReadonlyMap<string, unknown>, groups: ReadonlyMap<string, string>): Nic[] {
  return listAt(item, 'NetworkInterfaces').map((nic, index) => {
    const ip = [
      ...listAt(nic, 'PrivateIpAddresses').flatMap((address) => textAt(address, 'PrivateIpAddress') ?? []),
      ...listAt(nic, 'Ipv6Addresses').flatMap((address) => textAt(address, 'Ipv6Address') ?? []),
    ];
    const subnetId = textAt(nic, 'SubnetId');
    const range = textAt(subnets.get(subnetId ?? ''), 'CidrBlock');
    const mac = textAt(nic, 'MacAddress')?.toLowerCase();
    const network = textAt(nic, 'VpcId');
    const securityGroups = listAt(nic, 'Groups').flatMap(
      (group) => groups.get(textAt(group, 'GroupId') ?? '') ?? textAt(group, 'GroupName') ?? textAt(group, 'GroupId') ?? [],
    );
    return {
      id: textAt(nic, 'NetworkInterfaceId') ?? `Adapter ${index + 1}`,
      ...(ip.length === 0 ? {} : { ip }),
      ...(mac === undefined ? {} : { mac }),
      ...(network === undefined ? {} : { network }),
      ...(securityGroups.length === 0 ? {} : { securityGroups }),
      ...(subnetId === undefined ? {} : { subnet: range === undefined ? subnetId : `${subnetId} (${range})` }),
    };
  });
}

function tagOf(item: unknown, key: string): string | undefined {
  const tag = listAt(item, 'Tags').find((candidate) => textAt(candidate, 'Key') === key);
  return textAt(tag, 'Value');
}

function byId(items: readonly unknown[], idName: string): ReadonlyMap<string, unknown> {
  return new Map(
    items.flatMap((item) => {
      const id = textAt(item, idName);
      return id === undefined ? [] : [[id, item] as const];
    }),
  );
}
