import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { sharedText } from '../../text/groups-rules.ts';

export type Summary = MethodOutput<'dependency.summary'>;
export type Service = Summary['rules']['sharedServices'][number];

/** A line of the list: a service known by its ports, or a machine that serves everybody or was said not to. */
export interface SharedRow {
  readonly key: string;
  readonly kind: 'service' | 'person' | 'many-peers' | 'own';
  readonly title: string;
  readonly ports: readonly number[];
  readonly connections: number | null;
  readonly machines: number | null;
  readonly target: { readonly serviceId: string } | { readonly machineId: string };
}

export function sharedRows(summary: Summary, nameOf: (machineId: string) => string): readonly SharedRow[] {
  const folded = new Map(summary.foldedAway.map((each) => [each.serviceId, each]));
  const services = summary.rules.sharedServices.map((service): SharedRow => ({
    key: `service:${service.id}`,
    kind: 'service',
    title: service.title,
    ports: service.ports,
    connections: folded.get(service.id)?.connections ?? 0,
    machines: folded.get(service.id)?.machines ?? 0,
    target: { serviceId: service.id },
  }));
  const machine = (id: string, kind: SharedRow['kind'], peers: number | null): SharedRow => ({
    key: `machine:${id}`,
    kind,
    title: nameOf(id),
    ports: [],
    connections: null,
    machines: peers,
    target: { machineId: id },
  });
  return [
    ...services.toSorted((a, b) => (b.connections ?? 0) - (a.connections ?? 0) || a.title.localeCompare(b.title, 'en')),
    ...summary.sharedMachines.map(({ id, peers, by }) => machine(id, by, peers)),
    ...summary.rules.ownMachineIds.map((id) => machine(id, 'own', null)),
  ];
}

/** Ports as people write them, or what is wrong with the text. */
export function readPorts(text: string): { readonly ports: number[] } | { readonly problem: string } {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  if (parts.length === 0) return { problem: sharedText.portsMissing };
  const wrong = parts.find((part) => !/^\d{1,5}$/.test(part) || Number(part) > 65_535);
  if (wrong !== undefined) return { problem: sharedText.portsWrong(wrong) };
  return { ports: [...new Set(parts.map(Number))].toSorted((a, b) => a - b) };
}

/** The list with a service changed, added or, with `null`, taken away. */
export function withService(services: readonly Service[], id: string, service: Service | null): Service[] {
  if (service === null) return services.filter((known) => known.id !== id);
  return services.some((known) => known.id === id) ? services.map((known) => (known.id === id ? service : known)) : [...services, service];
}

/** An id nobody else has, made from the title. */
export function serviceIdFor(title: string, services: readonly Service[]): string {
  const base =
    title
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 50) || 'service';
  const taken = new Set(services.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}

type Rules = Summary['rules'];

/** Whether a machine is shared, as a person says: shared, not shared, or no decision. */
export function withMachine(
  rules: Rules,
  machineId: string,
  say: 'shared' | 'own' | 'nothing',
): Pick<Rules, 'sharedMachineIds' | 'ownMachineIds'> {
  const without = (ids: readonly string[]): string[] => ids.filter((id) => id !== machineId);
  const sharedMachineIds = without(rules.sharedMachineIds);
  const ownMachineIds = without(rules.ownMachineIds);
  if (say === 'shared') sharedMachineIds.push(machineId);
  if (say === 'own') ownMachineIds.push(machineId);
  return { sharedMachineIds, ownMachineIds };
}
