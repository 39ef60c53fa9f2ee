import { failed } from '../../shared/contract/failure.ts';
import type { Handlers } from '../host/handlers.ts';

/** Temporary: answers until the report writers are there. */
export function createReportService() {
  const notReady = () => failed('not-ready', 'Reports are not there yet.');
  return { 'report.preview': notReady, 'report.export': notReady, 'table.export': notReady } satisfies Partial<Handlers>;
}
