import { isRecord, listAt, textAt, valueAt } from '../json-reader.ts';

/**
 * Answers of AWS come whole (`{ "Reservations": [...] }`), cut to what was asked for (`--query 'Reservations[].Instances[]'`, a bare
 * list), nested by reservation, as several pages in one list, or through PowerShell, where words are objects with a `Value`.
 */
export function pagesOf(document: unknown): readonly unknown[] {
  return Array.isArray(document) && document.some((page) => isRecord(page) && Array.isArray(page['Reservations'])) ? document : [document];
}

/** The instances of one answer. */
export function instancesOf(answer: unknown): readonly unknown[] {
  if (isInstance(answer)) return [answer];
  if (Array.isArray(answer)) return answer.flatMap(instancesOf);
  return [...listAt(answer, 'Reservations').flatMap(instancesOf), ...listAt(answer, 'Instances').filter(isRecord)];
}

export function isAnswerOfInstances(document: unknown): boolean {
  return pagesOf(document).some((page) => Array.isArray(valueAt(page, 'Reservations')) || instancesOf(page).some(isInstance));
}

function isInstance(value: unknown): boolean {
  return textAt(value, 'InstanceId') !== undefined && (textAt(value, 'InstanceType') ?? valueAt(value, 'State')) !== undefined;
}

/** Records of another answer beside the instances, e.g. volumes; also as a bare list. */
export function recordsOf(answers: readonly unknown[], listName: string, idName: string): readonly unknown[] {
  return answers.flatMap((answer) => {
    const named = listAt(answer, listName);
    if (named.length > 0 || !Array.isArray(answer)) return named;
    const items: readonly unknown[] = answer.flat();
    return items.filter((item) => textAt(item, idName) !== undefined && textAt(item, 'InstanceId') === undefined);
  });
}

/** A word, also where PowerShell wrote it as an object. */
export function wordAt(value: unknown, ...path: readonly string[]): string | undefined {
  return textAt(value, ...path) ?? textAt(value, ...path, 'Value');
}

const BESIDE = ['Volumes', 'Subnets', 'SecurityGroups', 'NetworkInterfaces', 'Vpcs', 'Addresses', 'Images', 'InstanceTypes'] as const;
const BESIDE_IDS = ['VolumeId', 'SubnetId', 'GroupId', 'VpcId', 'NetworkInterfaceId', 'ImageId', 'InstanceType'] as const;

/** Whether an answer is worth something beside the instances only. */
export function isBesideInstances(document: unknown): boolean {
  if (BESIDE.some((list) => Array.isArray(valueAt(document, list)))) return true;
  const items: readonly unknown[] = Array.isArray(document) ? document.flat() : [];
  return items.length > 0 && items.every((item) => BESIDE_IDS.some((id) => textAt(item, id) !== undefined));
}
