import type { QuestionId } from '../domain/ids.ts';
import type { Answers, ConditionMachine } from './scenario.ts';

type Decided = boolean | 'unknown';

/** Whether one of the values was answered; unknown as long as the question is open. */
export function answered(answers: Answers, question: QuestionId, ...values: readonly string[]): Decided {
  const given = answers.get(question);
  return given === undefined ? 'unknown' : given.some((value) => values.includes(value));
}

/** True when one is true, unknown when one may be, else false. */
export function either(a: Decided, b: Decided): Decided {
  if (a === true || b === true) return true;
  return a === 'unknown' || b === 'unknown' ? 'unknown' : false;
}

/** False when one is false, unknown when one may be, else true. */
export function both(a: Decided, b: Decided): Decided {
  if (a === false || b === false) return false;
  return a === 'unknown' || b === 'unknown' ? 'unknown' : true;
}

export function isWindows({ facts }: ConditionMachine): Decided {
  return facts.osFamily === undefined ? 'unknown' : facts.osFamily === 'windows';
}

export function isLinux({ facts }: ConditionMachine): Decided {
  return facts.osFamily === undefined ? 'unknown' : facts.osFamily === 'linux';
}

/**
 * Encrypted inside the machine, as R-DK-17 judges it: one disk said to be encrypted suffices; else what is said of the machine
 * as a whole counts; else it is unencrypted only when every disk is known not to be.
 */
export function hasGuestEncryption({ facts }: ConditionMachine): Decided {
  const { disks = [], hasEncryptedVolumes } = facts;
  if (disks.some((disk) => disk.isEncrypted === true)) return true;
  if (hasEncryptedVolumes !== undefined) return hasEncryptedVolumes;
  return disks.length > 0 && disks.every((disk) => disk.isEncrypted === false) ? false : 'unknown';
}

/** Machines of a classic vault may be VMware or physical; elsewhere the scenario says which. */
export function isVmware({ facts, traits }: ConditionMachine, answers: Answers): Decided {
  if (!traits.has('classic')) return traits.has('vmware');
  if (facts.esxiVersion !== undefined || facts.vcenterVersion !== undefined || facts.vmHardwareVersion !== undefined) return true;
  const isOnlyVmware = answered(answers, 'classic-machines', 'vmware');
  const isOnlyPhysical = answered(answers, 'classic-machines', 'physical');
  if (isOnlyVmware === true) return true;
  return isOnlyPhysical === true ? false : 'unknown';
}

export function isPhysical(machine: ConditionMachine, answers: Answers): Decided {
  if (!machine.traits.has('classic')) return machine.traits.has('physical') || machine.traits.has('aws');
  const vmware = isVmware(machine, answers);
  return vmware === 'unknown' ? 'unknown' : !vmware;
}

export function lacksCompliantDrivers(machine: ConditionMachine): Decided {
  const { hasCompliantBootDrivers, dhcpServiceAutomatic } = machine.facts;
  if (hasCompliantBootDrivers === true && dhcpServiceAutomatic === true) return false;
  return isWindows(machine);
}
