import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { sampleApplications } from './sample-estate.data.ts';
import { machinesOf, type SampleMachine } from './sample-machines.ts';

/**
 * Writes what a dependency analysis would have seen in a month: calls within applications, between them, of shared services, and of
 * addresses that are no machine of the estate. The fourth source of the sample engagement. Run it after changing the data:
 * `node tests/samples/make-sample-connections.ts`.
 */
const HEADER = ['Time slot', 'Source server name', 'Destination server name', 'Destination port', 'Count'];
const SEEN_AT = '2026-10-04 18:00';

interface Call {
  readonly from: string;
  readonly to: string;
  readonly port: number;
  readonly count: number;
}

const machines = machinesOf(sampleApplications);
const isOn = ({ quirk }: SampleMachine): boolean => quirk !== 'off' && quirk !== 'no-tools';
const of = (short: string, role: string): readonly SampleMachine[] =>
  machines.filter((machine) => machine.application.short === short && machine.tier.role === role && isOn(machine));

/** Every caller to every target, so often in a month. */
function calls(from: readonly SampleMachine[], to: readonly SampleMachine[], port: number, perDay: number): Call[] {
  return from.flatMap((caller) =>
    to.map((target) => ({ from: caller.name, to: target.name, port, count: perDay * 30 + (caller.number % 7) })),
  );
}

const first = (list: readonly SampleMachine[]): readonly SampleMachine[] => list.slice(0, 1);

function insideApplications(): Call[] {
  return [
    ...calls(of('tick', 'web'), of('tick', 'app'), 8080, 900),
    ...calls(of('tick', 'app'), of('tick', 'sql'), 1433, 2400),
    ...calls(of('tickt', 'web'), of('tickt', 'sql'), 1433, 30),
    ...calls(of('frt', 'web'), of('frt', 'app'), 8443, 400),
    ...calls(of('frt', 'app'), of('frt', 'db'), 5432, 1100),
    ...calls(of('frtt', 'web'), of('frtt', 'db'), 5432, 12),
    ...calls(of('crew', 'app'), of('crew', 'sql'), 1433, 310),
    ...calls(of('gate', 'ctl'), of('gate', 'cam'), 8554, 260),
    ...calls(of('gate', 'ctl'), of('gate', 'lic'), 5093, 24),
    ...calls(of('fin', 'app'), of('fin', 'hdb'), 30015, 700),
    ...calls(of('intra', 'web'), of('intra', 'db'), 3306, 150),
    ...calls(of('dwh', 'etl'), of('dwh', 'sql'), 1433, 90),
    ...calls(of('dwh', 'rep'), of('dwh', 'sql'), 1433, 140),
    ...calls(of('mnt', 'app'), of('mnt', 'ora'), 1521, 520),
    ...calls(of('shop', 'pos'), of('shop', 'sync'), 8883, 75),
    ...calls(of('wx', 'api'), of('wx', 'calc'), 9090, 60),
    ...calls(of('vdi', 'host'), of('vdi', 'brk'), 8100, 20),
    ...calls(of('bld', 'agent'), of('bld', 'main'), 8085, 200),
  ];
}

function betweenApplications(): Call[] {
  return [
    // Gates and shops ask the tickets' database itself: what ties three applications into one group.
    ...calls(of('gate', 'ctl').slice(0, 2), first(of('tick', 'sql')), 1433, 40),
    ...calls(of('shop', 'sync'), first(of('tick', 'sql')), 1433, 3),
    // Rosters and routes call each other.
    ...calls(of('crew', 'app').slice(0, 2), first(of('wx', 'api')), 8446, 18),
    ...calls(first(of('wx', 'api')), first(of('crew', 'app')), 8447, 6),
    // One way only: these may move apart.
    ...calls(of('frt', 'app').slice(0, 2), first(of('fin', 'app')), 8444, 35),
    ...calls(of('dwh', 'etl'), first(of('fin', 'app')), 8444, 4),
    ...calls(of('dwh', 'etl'), first(of('frt', 'app')), 8443, 4),
    ...calls(of('mnt', 'app').slice(0, 1), of('doc', 'app'), 443, 22),
    ...calls(of('fin', 'app'), first(of('doc', 'app')), 443, 9),
    ...calls(of('intra', 'web'), first(of('file', 'srv')), 445, 14),
    ...calls(of('vdi', 'host').slice(0, 5), of('file', 'srv'), 445, 60),
    ...calls(of('wx', 'calc').slice(0, 1), first(of('frt', 'web')), 443, 2),
    ...calls(of('misc', 'scan'), first(of('doc', 'app')), 443, 5),
  ];
}

/** What nearly every machine talks to, and what talks to every machine. */
function sharedServices(): Call[] {
  const names = of('dc', 'ad');
  const logs = of('mon', 'log');
  return machines.filter(isOn).flatMap((machine): Call[] => {
    const server = names[machine.number % names.length];
    const log = logs[machine.number % logs.length];
    const time = of('misc', 'time')[machine.number % 2];
    const call = (to: SampleMachine | undefined, port: number, count: number): Call[] =>
      to === undefined || to.name === machine.name ? [] : [{ from: machine.name, to: to.name, port, count }];
    const watched = of('mon', 'core')[machine.number % 2];
    return [
      ...call(server, 53, 5200),
      ...(machine.tier.os.includes('Windows') ? call(server, 389, 900) : []),
      ...call(time, 123, 1440),
      ...call(log, 514, 3000),
      ...(watched === undefined || watched.name === machine.name
        ? []
        : [{ from: watched.name, to: machine.name, port: machine.tier.os.includes('Windows') ? 9182 : 9100, count: 43_200 }]),
    ];
  });
}

/** Ends that no source of the estate knows. */
const ELSEWHERE: readonly Call[] = [
  { from: 'tick-app-01', to: 'cards.payments.example', port: 443, count: 61_200 },
  { from: 'frt-app-02', to: 'customs.gateway.example', port: 443, count: 8400 },
  { from: 'wx-calc-02', to: 'forecast.weather.example', port: 443, count: 1440 },
  { from: 'gate-ctl-03', to: '10.99.4.17', port: 4840, count: 86_400 },
];

function cellsOf({ from, to, port, count }: Call): readonly string[] {
  return [SEEN_AT, from, to, String(port), String(count)];
}

export function makeSampleConnections(): string {
  const all = [...insideApplications(), ...betweenApplications(), ...sharedServices(), ...ELSEWHERE];
  return [HEADER, ...all.map(cellsOf)].map((cells) => `${cells.join(',')}\r\n`).join('');
}

if (process.argv[1] === import.meta.filename) {
  await writeFile(path.join(import.meta.dirname, '../../resources/sample/sample-connections.csv'), makeSampleConnections());
}
