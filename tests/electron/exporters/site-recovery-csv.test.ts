import Papa from 'papaparse';
import { expect, test } from 'vitest';

import { exporters } from '../../../electron/exporters/index.ts';
import { siteRecoveryFiles } from '../../../electron/exporters/site-recovery-csv.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { buildReport } from '../../../shared/reports/build-report.ts';
import { madeUpEngagement, reportSource } from '../../support/made-up-engagement.ts';

function read(bytes: Uint8Array): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true }).data;
}

test('one file per wave with the 24 columns of the scripts; what is not known stays empty', () => {
  const report = runToEnd(buildReport(reportSource('wave-plan')));
  const files = siteRecoveryFiles(report);
  expect(files.map(({ name }) => name)).toEqual(['SiteRecovery_wave-001.csv', 'SiteRecovery_wave-002.csv', 'SiteRecovery_wave-003.csv']);
  const rows = files.map(({ bytes }) => read(bytes));
  expect(rows.flat().map((row) => Object.keys(row).length)).toEqual([24, 24, 24, 24, 24]);
  expect(rows.map((wave) => wave.map(({ SOURCE_MACHINE_NAME }) => SOURCE_MACHINE_NAME))).toEqual([
    ['file-01'],
    ['shop-db-01', 'shop-web-01'],
    ['test-01', 'mystery'],
  ]);
  const web = rows[1]?.[1];
  const filled = Object.fromEntries(Object.entries(web ?? {}).filter(([, value]) => value !== ''));
  expect(filled).toEqual({ SOURCE_MACHINE_NAME: 'shop-web-01', TARGET_MACHINE_NAME: 'shop-web-01', MACHINE_SIZE: 'Standard_D4s_v5' });
});

test('goes out with the text tables, and only where machines stand in waves', async () => {
  const namesOf = async (preset: 'assessment' | 'wave-plan', hasPlan: boolean): Promise<string[]> => {
    const report = runToEnd(buildReport(reportSource(preset, madeUpEngagement({ hasPlan }))));
    const files = await exporters.csv.write({ report, baseName: 'x' });
    return files.map(({ name }) => name).filter((name) => name.includes('SiteRecovery'));
  };
  expect(await namesOf('wave-plan', true)).toHaveLength(3);
  expect(await namesOf('wave-plan', false)).toEqual([]);
  expect(await namesOf('assessment', true)).toEqual([]);
});
