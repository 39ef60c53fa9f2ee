import { seededRandom, wholeNumber } from './seeded-random.ts';

const MACHINES_PER_APPLICATION = 6;
const INFRASTRUCTURE = [53, 123, 389, 514, 9100];

const nameOf = (index: number): string => `srv-${String(index).padStart(5, '0')}`;

/** A list of machines, most of them in applications of six. */
export function makeMachines(count: number): string {
  const lines = ['Name,Application,Operating system,vCPU,Memory (GB),IP address'];
  for (let index = 0; index < count; index += 1) {
    const application = index % 10 === 9 ? '' : `Application ${Math.floor(index / MACHINES_PER_APPLICATION)}`;
    lines.push(`${nameOf(index)},${application},Ubuntu 22.04,4,16,10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`);
  }
  return `${lines.join('\n')}\n`;
}

/**
 * Who calls whom, as a dependency analysis of a grown estate sees it: most calls within applications, many of shared services,
 * some one way between applications, few of a neighbour's database, which tie applications into larger groups. Machines are numbered
 * from `firstNumber`.
 */
export function makeConnections(machines: number, connections: number, firstNumber = 0): string {
  const random = seededRandom(11);
  const lines = ['Source server name,Destination server name,Destination port,Count'];
  const pick = (below: number): number => wholeNumber(random, below);
  for (let index = 0; index < connections; index += 1) {
    const from = pick(machines);
    const first = from - (from % MACHINES_PER_APPLICATION);
    const share = random();
    let to = Math.min(machines - 1, first + pick(MACHINES_PER_APPLICATION));
    let port = 8000 + pick(40);
    if (share > 0.55 && share <= 0.8) [to, port] = [pick(20), INFRASTRUCTURE[pick(INFRASTRUCTURE.length)] ?? 53];
    else if (share > 0.8 && share <= 0.996) [to, port] = [Math.min(machines - 1, from + 6 + pick(600)), 443];
    else if (share > 0.996) [to, port] = [Math.min(machines - 1, first + 6 + pick(6)), 1433];
    lines.push(`${nameOf(from + firstNumber)},${nameOf(to + firstNumber)},${port},${1 + pick(90)}`);
  }
  return `${lines.join('\n')}\n`;
}
