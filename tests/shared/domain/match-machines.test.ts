import { describe, expect, test } from 'vitest';

import type { Machine, MachineFacts } from '../../../shared/domain/machine.ts';
import { matchMachines, type Match } from '../../../shared/domain/match-machines.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';

const UUID = '42100001-0002-0003-8000-000000000001';
const OTHER_UUID = '4210ffff-0002-0003-8000-00000000ffff';

function machine(id: string, facts: MachineFacts): Machine {
  return { id, scenario: 'vmware', isInScope: true, facts, statements: [], personValues: {} };
}

function run(statements: readonly MachineFacts[], machines: readonly Machine[]): readonly Match[] {
  return runToEnd(matchMachines(statements, machines));
}

const short = (matches: readonly Match[]): string[] =>
  matches.map((match) => {
    if (match.kind === 'known') return `${match.candidate.machine.id} by ${match.candidate.by}`;
    return match.kind === 'new'
      ? 'new'
      : `doubtful: ${match.candidates.map(({ machine: { id }, by, against }) => `${id} by ${by} against ${against.join('+')}`).join(', ')}`;
  });

describe('recognising machines across sources', () => {
  const web = machine('web', {
    name: 'WEB01',
    fqdn: 'web01.corp.example',
    biosId: UUID,
    nics: [{ id: '1', mac: '00:50:56:aa:00:01' }],
    ipAddresses: ['10.0.0.1'],
  });

  test.for<[string, MachineFacts, string]>([
    ['BIOS id, renamed', { name: 'frontend', biosId: UUID.toUpperCase() }, 'web by bios-id'],
    ['BIOS id with its first bytes turned round', { name: 'x', biosId: '01001042-0200-0300-8000-000000000001' }, 'web by bios-id'],
    ['MAC, in another notation', { name: 'x', nics: [{ id: '1', mac: '0050.56AA.0001' }] }, 'web by mac'],
    ['full name', { name: 'web01.corp.example' }, 'web by full-name'],
    ['short name', { name: 'web01' }, 'web by name'],
    ['same address, other name', { name: 'db07', ipAddresses: ['10.0.0.1'] }, 'doubtful: web by address against name'],
    ['same short name in another domain', { name: 'web01.lab.example' }, 'doubtful: web by name against full-name'],
    [
      'same MAC, other BIOS id',
      { name: 'x', biosId: OTHER_UUID, nics: [{ id: '1', mac: '00:50:56:aa:00:01' }] },
      'doubtful: web by mac against bios-id',
    ],
    ['same name, other BIOS id: two machines', { name: 'web01', biosId: OTHER_UUID }, 'new'],
    ['nothing in common', { name: 'sql01', ipAddresses: ['10.0.0.9'] }, 'new'],
    ['a link-local address is no identity', { name: 'sql01', ipAddresses: ['169.254.1.1'] }, 'new'],
  ])('%s', ([, facts, expected]) => {
    expect(short(run([facts], [web, machine('other', { name: 'other', ipAddresses: ['169.254.1.1'] })]))).toEqual([expected]);
  });

  test('gives a machine out once, to the row with the strongest sign, whatever the order of rows', () => {
    const rows: MachineFacts[] = [{ name: 'web01' }, { name: 'renamed', biosId: UUID }];
    expect(short(run(rows, [web]))).toEqual(['new', 'web by bios-id']);
    expect(short(run(rows.toReversed(), [web]))).toEqual(['web by bios-id', 'new']);
  });

  test('asks when a name fits two machines', () => {
    const twins = [machine('a', { name: 'app', biosId: UUID }), machine('b', { name: 'app', biosId: OTHER_UUID })];
    expect(run([{ name: 'app' }], twins)).toMatchObject([
      { kind: 'doubtful', candidates: [{ machine: { id: 'a' } }, { machine: { id: 'b' } }] },
    ]);
  });

  test('a BIOS id that makers leave at its default tells nothing', () => {
    const blank = machine('a', { name: 'a', biosId: '00000000-0000-0000-0000-000000000000' });
    expect(short(run([{ name: 'b', biosId: '00000000-0000-0000-0000-000000000000' }], [blank]))).toEqual(['new']);
  });
});
