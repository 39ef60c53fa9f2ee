import { failed, success } from '../../../shared/contract/failure.ts';
import type { ImportedApplication } from '../../../shared/domain/connection.ts';
import type { MachineFacts } from '../../../shared/domain/machine.ts';
import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { fullNameOf, statedFacts } from '../fact-words.ts';
import type { Importer } from '../importer.ts';
import { oneListImport } from '../json-list.ts';
import { isRecord, listAt, textAt, valueAt } from '../json-reader.ts';
import { createMachineCollector } from '../machine-collector.ts';
import { systemWords } from './aws-words.ts';

const SHEET = 'servers';

/**
 * Records of Cloud Migration Factory as its database exports them (`{ "S": "text" }`). Servers are machines; applications and
 * waves beside them give names to the ids.
 */
export const factoryRecords: Importer = {
  id: 'aws-factory-records',
  title: 'Cloud Migration Factory records (JSON)',
  recognises: ({ documents }) => documents.some(({ value }) => recordsOf(value).some((record) => isWireRecord(record))),
  read({ documents, fileName }) {
    const records = documents.flatMap(({ value }) => recordsOf(value));
    const servers = records.filter((record) => wireText(record, 'server_name') !== undefined);
    const apps = records.filter((record) => wireText(record, 'app_name') !== undefined && wireText(record, 'server_name') === undefined);
    if (servers.length === 0 && apps.length === 0)
      return failed(
        'invalid-input',
        `${fileName} holds records of Cloud Migration Factory, but neither servers nor applications. Import its servers.`,
      );
    const appNames = names(records, 'app_id', 'app_name');
    const waveNames = names(records, 'wave_id', 'wave_name');
    const waveOfApp = names(
      records.filter((record) => wireText(record, 'app_name') !== undefined),
      'app_id',
      'wave_id',
    );
    const collector = createMachineCollector(SHEET);
    for (const [index, server] of servers.entries()) {
      const name = wireText(server, 'server_name') ?? '';
      const appId = wireText(server, 'app_id') ?? '';
      const machine = collector.machine(wireText(server, 'server_id') ?? name, name, { sheet: SHEET, row: index + 1 });
      for (const [place, size] of volumeSizes(server).entries())
        machine.disks.push({ id: `Volume ${place + 1}`, sizeGiB: size, isOsDisk: place === 0 });
      collector.state(
        machine,
        {
          ...factsOf(server),
          ...statedFacts({ application: appNames.get(appId), plannedWave: waveNames.get(waveOfApp.get(appId) ?? '') }),
        },
        SHEET,
      );
    }
    const result = oneListImport({
      formatId: 'aws-factory-records',
      formatTitle: 'Cloud Migration Factory records',
      scenarioHint: 'physical',
      sheet: SHEET,
      items: servers.length > 0 ? servers : apps,
      lists: [],
      collector,
      warnings:
        servers.length > 0 && appNames.size === 0
          ? ['Names of applications are unknown: give the records of applications beside this file.']
          : [],
    });
    return success({ ...result, inventory: { ...result.inventory, applications: apps.map(applicationOf) } });
  },
};

function recordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return listAt(value, 'Items');
}

function isWireRecord(record: unknown): boolean {
  return (
    isRecord(record) &&
    ['server_id', 'app_id', 'wave_id', 'task_id', 'pipeline_id', 'pipeline_template_id'].some(
      (name) => isRecord(record[name]) && 'S' in record[name],
    )
  );
}

function wireText(record: unknown, name: string): string | undefined {
  return textAt(record, name, 'S') ?? textAt(record, name, 'N');
}

function names(records: readonly unknown[], idName: string, textName: string): ReadonlyMap<string, string> {
  return new Map(
    records.flatMap((record) => {
      const id = wireText(record, idName);
      const text = wireText(record, textName);
      return id === undefined || text === undefined ? [] : [[id, text] as const];
    }),
  );
}

function factsOf(server: unknown): Partial<MachineFacts> {
  const family = wireText(server, 'server_os_family');
  const system = systemWords(family, wireText(server, 'server_os_version'));
  const tags = listAt(server, 'tags', 'L').flatMap((tag) => {
    const key = textAt(valueAt(tag, 'M', 'key'), 'S');
    return key === undefined ? [] : [`${key}=${textAt(valueAt(tag, 'M', 'value'), 'S') ?? ''}`];
  });
  return {
    ...(system === undefined ? {} : readOperatingSystemName(system)),
    ...statedFacts({
      fqdn: fullNameOf(wireText(server, 'server_fqdn')),
      osFamily: family === 'windows' || family === 'linux' ? family : undefined,
      environment: wireText(server, 'server_environment'),
      tier: wireText(server, 'server_tier'),
      migrationStrategy: wireText(server, 'r_type'),
      tags: tags.length === 0 ? undefined : tags,
    }),
  };
}

function volumeSizes(server: unknown): number[] {
  const root = Number(wireText(server, 'root_vol_size'));
  const others = listAt(server, 'add_vols_size', 'L').map((size) => Number(textAt(size, 'S') ?? textAt(size, 'N')));
  return Number.isFinite(root) ? [root, ...others.filter((size) => Number.isFinite(size))] : [];
}

function applicationOf(record: unknown, index: number): ImportedApplication {
  const description = wireText(record, 'description');
  return { name: wireText(record, 'app_name') ?? '', dependsOn: [], row: index + 1, ...(description === undefined ? {} : { description }) };
}
