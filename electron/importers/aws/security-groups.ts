import { listAt, numberAt, textAt } from '../json-reader.ts';

const MOST_RULES = 20;

/** Group id -> its name and what it lets in: `web (in: tcp 443 from 0.0.0.0/0)`. A network security group has to say the same. */
export function securityGroupWords(securityGroups: readonly unknown[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const group of securityGroups) {
    const id = textAt(group, 'GroupId');
    if (id === undefined) continue;
    const rules = listAt(group, 'IpPermissions').map(ruleWords);
    const shown = rules.length > MOST_RULES ? [...rules.slice(0, MOST_RULES), `${rules.length - MOST_RULES} more`] : rules;
    words.set(id, `${textAt(group, 'GroupName') ?? id} (in: ${shown.length === 0 ? 'nothing' : shown.join(', ')})`);
  }
  return words;
}

function ruleWords(rule: unknown): string {
  const protocol = textAt(rule, 'IpProtocol');
  const from = numberAt(rule, 'FromPort');
  const to = numberAt(rule, 'ToPort');
  const ports = from === undefined || from < 0 ? '' : from === to ? ` ${from}` : ` ${from}-${to ?? ''}`;
  const sources = [
    ...listAt(rule, 'IpRanges').map((range) => textAt(range, 'CidrIp')),
    ...listAt(rule, 'Ipv6Ranges').map((range) => textAt(range, 'CidrIpv6')),
    ...listAt(rule, 'UserIdGroupPairs').map((pair) => textAt(pair, 'GroupId')),
    ...listAt(rule, 'PrefixListIds').map((prefix) => textAt(prefix, 'PrefixListId')),
  ].filter((source) => source !== undefined);
  return `${protocol === '-1' ? 'all' : (protocol ?? 'any')}${ports} from ${sources.length === 0 ? 'nowhere' : sources.join(' and ')}`;
}
