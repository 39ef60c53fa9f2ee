import { describe, expect, test } from 'vitest';

import { sideName } from '../../../../renderer/features/groups/group-list.ts';
import {
  readPorts,
  serviceIdFor,
  sharedRows,
  withMachine,
  withService,
  type Summary,
} from '../../../../renderer/features/groups/shared-services.ts';
import { DEFAULT_DEPENDENCY_RULES } from '../../../../shared/domain/dependency-rules.ts';

const DNS = { id: 'dns', title: 'DNS', ports: [53] };
const RULES: Summary['rules'] = {
  ...DEFAULT_DEPENDENCY_RULES,
  sharedServices: [{ id: 'ntp', title: 'Time', ports: [123] }, DNS],
  sharedMachineIds: ['m1'],
  ownMachineIds: ['m3'],
  cuts: [],
  together: [],
};

describe('shared services', () => {
  test('services with the most connections come first, then machines with how it is known', () => {
    const summary = {
      rules: RULES,
      foldedAway: [{ serviceId: 'dns', title: 'DNS', connections: 90, machines: 12 }],
      sharedMachines: [
        { id: 'm1', name: 'a', peers: 3, by: 'person' },
        { id: 'm2', name: 'b', peers: 40, by: 'many-peers' },
      ],
    } as unknown as Summary;
    expect(
      sharedRows(summary, (id) => id.toUpperCase()).map(({ title, kind, connections, machines }) => [title, kind, connections, machines]),
    ).toEqual([
      ['DNS', 'service', 90, 12],
      ['Time', 'service', 0, 0],
      ['M1', 'person', null, 3],
      ['M2', 'many-peers', null, 40],
      ['M3', 'own', null, null],
    ]);
  });

  test('ports are read as people write them, and what is none is named', () => {
    expect(readPorts('443, 80;80 8443')).toEqual({ ports: [80, 443, 8443] });
    expect(readPorts(' ')).toEqual({ problem: 'Give at least one port.' });
    expect(readPorts('53, http')).toMatchObject({ problem: expect.stringContaining('“http” is not a port') as unknown });
    expect(readPorts('70000')).toMatchObject({ problem: expect.stringContaining('70000') as unknown });
  });

  test('a service is added under an id of its own, changed in its place, and taken away', () => {
    expect(serviceIdFor('DNS', RULES.sharedServices)).toBe('dns-2');
    expect(serviceIdFor('Ünïcode!', [])).toBe('n-code');
    const changed = withService(RULES.sharedServices, 'dns', { ...DNS, ports: [53, 853] });
    expect(changed.map(({ id, ports }) => [id, ports])).toEqual([
      ['ntp', [123]],
      ['dns', [53, 853]],
    ]);
    expect(withService(changed, 'ntp', null).map(({ id }) => id)).toEqual(['dns']);
    expect(withService([], 'dns', DNS)).toEqual([DNS]);
  });

  test('a machine is shared, not shared, or undecided: never two of these', () => {
    expect(withMachine(RULES, 'm1', 'own')).toEqual({ sharedMachineIds: [], ownMachineIds: ['m3', 'm1'] });
    expect(withMachine(RULES, 'm3', 'shared')).toEqual({ sharedMachineIds: ['m1', 'm3'], ownMachineIds: [] });
    expect(withMachine(RULES, 'm3', 'nothing')).toEqual({ sharedMachineIds: ['m1'], ownMachineIds: [] });
  });
});

test('a side of a cut is named by its applications, else by its machines, and never endlessly', () => {
  const side = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `machine ${id}` }));
  expect(sideName(side, () => ['Shop', 'Billing'])).toBe('Shop, Billing');
  expect(sideName(side, () => [])).toBe('machine a, machine b, machine c and 1 more');
});
