import { readOperatingSystemName } from '../../../shared/domain/operating-system-name.ts';
import { fullNameOf, statedFacts } from '../fact-words.ts';
import { createTableImporter } from '../table-importer.ts';
import { awsScenarioOf, systemWords } from './aws-words.ts';

/** Intake form and server list of Cloud Migration Factory, as CSV or workbook. */
export const factoryTable = createTableImporter({
  id: 'aws-factory-intake',
  title: 'Cloud Migration Factory intake',
  needs: ['server_name', 'server_os_family', 'app_name'],
  scenarioHint: 'physical',
  name: (row) => row.text('server_name'),
  facts: (row) => {
    const system = systemWords(row.text('server_os_family'), row.text('server_os_version'));
    const family = row.text('server_os_family')?.toLowerCase();
    return {
      ...(system === undefined ? {} : readOperatingSystemName(system)),
      ...statedFacts({
        fqdn: fullNameOf(row.text('server_fqdn')),
        osFamily: family === 'windows' || family === 'linux' ? family : undefined,
        application: row.text('app_name'),
        environment: row.text('server_environment'),
        tier: row.text('server_tier'),
        plannedWave: row.text('wave_name'),
        migrationStrategy: row.text('r_type'),
        tags: tagList(row.text('tags')),
      }),
    };
  },
  warnings: ['Regions, subnets and security groups in this form describe a move to AWS; they are not taken as facts of the source.'],
});

/** The import table of AWS Application Migration Service: column names carry the area before a colon. */
export const mgnTable = createTableImporter({
  id: 'aws-mgn',
  title: 'AWS MGN import table',
  needs: ['mgn:server:user-provided-id'],
  scenarioHint: 'physical',
  name: (row) => row.text('mgn:server:tag:Name', 'mgn:server:fqdn-for-action-framework', 'mgn:server:user-provided-id'),
  identity: (row) => row.text('mgn:server:user-provided-id'),
  facts: (row, name) => {
    const platform = row.text('mgn:server:platform');
    const system = platform === undefined ? undefined : systemWords(platform, undefined);
    return {
      ...(system === undefined ? {} : readOperatingSystemName(system)),
      ...statedFacts({
        fqdn: fullNameOf(row.text('mgn:server:fqdn-for-action-framework') ?? name),
        application: row.text('mgn:app:name'),
        plannedWave: row.text('mgn:wave:name'),
        description: row.text('mgn:app:description'),
      }),
    };
  },
  scenarioOf: (row) => awsScenarioOf(row.text('mgn:server:platform'), false),
  warnings: ['Launch settings in this table describe a move to AWS; they are not taken as facts of the source.'],
});

function tagList(text: string | undefined): string[] | undefined {
  const tags = text
    ?.split(/[;|]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return tags === undefined || tags.length === 0 ? undefined : tags;
}
