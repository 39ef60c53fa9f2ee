import type { MachineFacts } from '../../domain/machine.ts';
import { rule } from '../define-rule.ts';
import { lackOf, missing, raised, whenStated, type Check } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AWS, AWS_LINUX, AWS_WINDOWS } from '../scenario-groups.ts';

const LACKS_VIRTUALIZATION = missing('virtualizationType');
const LACKS_DISTRO = missing('osDistro');
const LACKS_DRIVER = missing('pvDriver');
const LACKS_LICENCE = missing('osLicence');
const lackOfScaling = lackOf('isAutoScaling', 'hasInstanceStore');
const lackOfHardware = lackOf('tenancy', 'instanceType');

/** Bare metal, GPU, inference, FPGA, video, high performance and high memory instances. */
const SPECIAL_HARDWARE = /\.metal|^(?:p\d|g\d|inf|trn|f\d|vt\d|dl\d|hpc|mac|u-)/i;

/** Codes of AWS for a usage that needs no licence of AWS: Linux, and Windows with a licence brought along. */
const OWN_USAGE: ReadonlySet<string> = new Set(['runinstances', 'runinstances:0800', 'own', 'none']);

function checkHardware(facts: MachineFacts): ReturnType<Check> {
  const { tenancy, instanceType } = facts;
  const isHost = tenancy === 'host';
  const isSpecial = instanceType !== undefined && SPECIAL_HARDWARE.test(instanceType);
  if (!isHost && !isSpecial) return lackOfHardware(facts);
  return raised({ ...(isHost ? { tenancy } : {}), ...(isSpecial ? { instanceType } : {}) });
}

export const awsRules: readonly Rule[] = [
  rule({
    id: 'R-AW-01',
    scenarios: AWS,
    severity: 'blocker',
    fields: ['virtualizationType'],
    sources: ['AWS-18', 'AWS-19'],
    title: 'The instance is paravirtual',
    why: 'Only HVM instances are described; a paravirtual one may not start in Azure.',
    remedy: 'Build the instance anew as HVM.',
    check: ({ virtualizationType }) => {
      if (virtualizationType === undefined) return LACKS_VIRTUALIZATION;
      return virtualizationType === 'paravirtual' ? raised({ virtualizationType }) : null;
    },
  }),
  rule({
    id: 'R-AW-02',
    scenarios: AWS_LINUX,
    severity: 'blocker',
    fields: ['osDistro'],
    sources: ['AWS-MIG'],
    title: 'Amazon Linux cannot be migrated',
    why: 'It is not supported in Azure.',
    remedy: 'Move the workload to a listed distribution.',
    check: ({ osDistro }) => {
      if (osDistro === undefined) return LACKS_DISTRO;
      return osDistro === 'amazon' ? raised({ osDistro }) : null;
    },
  }),
  rule({
    id: 'R-AW-03',
    scenarios: AWS,
    severity: 'blocker',
    fields: ['pvDriver'],
    sources: ['AWS-18', 'AWS-19'],
    title: 'RedHat paravirtual drivers',
    why: 'The text of 2018 allows Windows Server 2008 R2 with Citrix or AWS drivers only; that of 2019 ties the same exclusion to Red Hat Linux.',
    remedy: 'On Windows upgrade to the AWS drivers; on Linux confirm it by a test.',
    check: ({ pvDriver }) => {
      if (pvDriver === undefined) return LACKS_DRIVER;
      return pvDriver === 'redHatPv' ? raised({ pvDriver }) : null;
    },
  }),
  rule({
    id: 'R-AW-04',
    scenarios: AWS_LINUX,
    severity: 'warning',
    fields: ['hasNvmeDevices'],
    sources: ['VM-SM', 'AWS-MIG'],
    title: 'A Linux instance with NVMe devices',
    why: 'The matrix restricts NVMe to Windows, yet Azure Migrate describes Linux instances with the same agent. By the letter nearly every instance would be out.',
    remedy: 'Prove one machine of each instance family before planning a wave; else use another tool.',
    check: whenStated('hasNvmeDevices', true),
  }),
  rule({
    id: 'R-AW-05',
    scenarios: AWS_WINDOWS,
    severity: 'info',
    fields: ['hasNvmeDevices'],
    sources: ['VM-SM'],
    title: 'A Windows instance with NVMe devices',
    why: 'NVMe devices of Windows machines are supported.',
    remedy: 'Nothing to do.',
    check: whenStated('hasNvmeDevices', true),
  }),
  rule({
    id: 'R-AW-06',
    scenarios: AWS_LINUX,
    severity: 'warning',
    fields: ['cloudInitEnabled'],
    sources: ['AWS-MIG'],
    title: 'cloud-init is enabled',
    why: 'It may block the first start in Azure or reset the network.',
    remedy: 'Disable cloud-init before the cutover.',
    check: whenStated('cloudInitEnabled', true),
  }),
  rule({
    id: 'R-AW-07',
    scenarios: AWS,
    severity: 'warning',
    fields: ['isAutoScaling', 'hasInstanceStore'],
    sources: ['product'],
    title: 'Instance store or a scaling group',
    why: 'Data of the instance store and the scaling group do not become part of a migrated machine (our inference).',
    remedy: 'Build the group anew as a scale set, and leave the instance store out.',
    check: (facts) => {
      const { isAutoScaling, hasInstanceStore } = facts;
      if (isAutoScaling !== true && hasInstanceStore !== true) return lackOfScaling(facts);
      return raised({
        ...(isAutoScaling === true ? { isAutoScaling } : {}),
        ...(hasInstanceStore === true ? { hasInstanceStore } : {}),
      });
    },
  }),
  rule({
    id: 'R-AW-08',
    scenarios: AWS,
    severity: 'warning',
    fields: ['osLicence'],
    sources: ['product'],
    title: 'The licence of the system belongs to AWS',
    why: 'Subscriptions for Windows, Red Hat or SUSE that come with the instance stay behind (our inference).',
    remedy: 'Plan the licence in Azure.',
    check: ({ osLicence }) => {
      if (osLicence === undefined) return LACKS_LICENCE;
      return OWN_USAGE.has(osLicence.toLowerCase()) ? null : raised({ osLicence });
    },
  }),
  rule({
    id: 'R-AW-09',
    scenarios: AWS,
    severity: 'warning',
    fields: ['tenancy', 'instanceType'],
    sources: ['product'],
    title: 'Dedicated host or special hardware',
    why: 'There is no Azure size that is the same one to one (our inference).',
    remedy: 'Choose the size by hand.',
    check: checkHardware,
  }),
  rule({
    id: 'R-AW-10',
    scenarios: AWS_LINUX,
    severity: 'warning',
    fields: ['hasParavirtualStorage'],
    sources: ['VM-SM', 'AWS-19'],
    title: 'Disks come through a paravirtual driver',
    why: 'The matrix excludes disks that a paravirtual driver exports (names such as xvda); the articles on AWS accept HVM instances nevertheless.',
    remedy: 'Prove one machine of each instance family before planning a wave; else use another tool.',
    check: whenStated('hasParavirtualStorage', true),
  }),
];
