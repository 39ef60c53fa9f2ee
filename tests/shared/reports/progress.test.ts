import { expect, test } from 'vitest';

import type { ChecklistView } from '../../../shared/contract/shapes.ts';
import { runToEnd } from '../../../shared/domain/run-to-end.ts';
import { buildReport } from '../../../shared/reports/build-report.ts';
import { tablesOf } from '../../../shared/reports/report.ts';
import type { Engines } from '../../../shared/snapshot/derive.ts';
import { madeUpEngagement, reportSource } from '../../support/made-up-engagement.ts';
import { madeUpEngines } from '../../support/made-up-engines.ts';

/** The made-up checklist with some steps of the product's scenarios, each done for so many machines. */
function enginesWith(done: Readonly<Record<string, number>>): Engines {
  return {
    ...madeUpEngines,
    *deriveChecklist(facts): Generator<void, ChecklistView, void> {
      const view = yield* madeUpEngines.deriveChecklist(facts);
      const [first] = view.steps;
      if (first === undefined) throw new Error('the made-up checklist has no step');
      const more = Object.entries(done).map(([id, doneCount]) => ({ ...first, id, title: id, per: 'machine', doneCount, totalCount: 5 }));
      return { ...view, steps: [...view.steps, ...more] };
    },
  };
}

test('shows from found to retired only the stages that the checklist has, with the machines that are that far', () => {
  const engines = enginesWith({ 'enable-replication': 4, 'validate-test-vm': 3, 'run-failover': 1 });
  const source = reportSource('completion', madeUpEngagement({ engines }), engines);
  const table = tablesOf(runToEnd(buildReport(source))).find(({ id }) => id === 'progress');
  expect(table?.rows.map(([, title, machines]) => [title, machines])).toEqual([
    ['Found', 6],
    ['In scope', 5],
    ['Can move', 2],
    ['In a wave', 5],
    ['Replication enabled', 4],
    ['Tested', 3],
    ['Failed over', 1],
  ]);
});
