import { failed } from '../../../shared/contract/failure.ts';
import type { Importer } from '../importer.ts';
import { numberAt } from '../json-reader.ts';

/** Summaries of an estate that some assessment tools share: counts and histograms, but no list of machines. */
export const aggregatedEstate: Importer = {
  id: 'aggregated-estate',
  title: 'Summary of an estate (JSON)',
  recognises: ({ documents }) => documents.some(({ value }) => totalOf(value) !== undefined),
  read({ documents, fileName }) {
    const [first] = documents;
    const total = totalOf(first?.value) ?? 0;
    return failed(
      'invalid-input',
      `${fileName} holds totals of an estate (${total} machines) and no list of them, so there is nothing to import. Export the machines themselves, for example with RVTools.`,
    );
  },
};

/** Newer summaries count for the whole vCenter and for each cluster again. */
const PLACES = [['inventory'], [], ['vcenter'], ['inventory', 'vcenter']] as const;

function totalOf(document: unknown): number | undefined {
  return PLACES.map((place) => numberAt(document, ...place, 'vms', 'total')).find((total) => total !== undefined);
}
