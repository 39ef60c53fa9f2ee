import { describe, expect, it } from 'vitest';

import type { ChecklistFacts } from '../../../shared/checklist/checklist-index.ts';
import { printChecklist, type ChecklistSheet } from '../../../shared/reports/print-checklist.ts';
import type { ReportBlock, ReportSection } from '../../../shared/reports/report.ts';
import { factsOf, M1, markOf, SMALL, WHOLE, withMarks } from '../checklist/checklist-world.ts';

function print(facts: ChecklistFacts, sheet: Partial<ChecklistSheet> = {}): ReportSection[] {
  const slices = printChecklist(facts, { role: null, waveId: null, ...sheet });
  for (;;) {
    const { done, value } = slices.next();
    if (done === true) return value;
  }
}

function headings(section: ReportSection | undefined): string[] {
  return (section?.blocks ?? []).flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
}

function tableAfter(section: ReportSection | undefined, heading: string): Extract<ReportBlock, { kind: 'table' }>['table'] | undefined {
  const blocks = section?.blocks ?? [];
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text.includes(heading));
  const found = blocks.slice(start).find((block) => block.kind === 'table');
  return found?.kind === 'table' ? found.table : undefined;
}

describe('the checklist on paper', () => {
  it('has a section per role that has a step, in the order of the roles', () => {
    expect(print(factsOf(SMALL)).map((section) => section.title)).toEqual([
      'Migration consultant',
      'Azure administrator',
      'Entra administrator',
      'Network team',
      'Owner of the machine',
      'Virtualization administrator',
      'AWS administrator',
      'Licence manager',
      'Security team',
    ]);
    const [only, ...others] = print(factsOf(SMALL), { role: 'licence-manager' });
    expect([only?.title, others.length]).toEqual(['Licence manager', 0]);
    expect(headings(only)).toEqual(['☐ Decide on Windows and SQL licences in Azure', '☐ Apply Hybrid Benefit']);
  });

  it('ticks what is closed and shows item by item who did it and what shows it', () => {
    const facts = withMarks(factsOf({ ...SMALL, verdicts: { m2: 'blocked' } }), [
      markOf('choose-tool-route', WHOLE),
      markOf('run-test-failover', M1, 'not-applicable'),
    ]);
    const [section] = print(facts, { role: 'migration-consultant' });
    expect(headings(section)[0]).toBe('☑ Decide the route: Site Recovery, Azure Migrate or Resource Mover (critical)');
    expect(tableAfter(section, 'Decide the route')?.rows).toEqual([['Whole engagement', 'Done', 'Test Person', 'Seen.', null]]);
    expect(tableAfter(section, 'Run the test failover')?.rows[0]).toEqual([
      'm1',
      'Not applicable',
      'Test Person',
      'It does not apply.',
      null,
    ]);
    expect(tableAfter(section, 'Run the readiness rules')?.rows[1]).toEqual([
      'm2',
      'Open',
      null,
      'A blocker is open: clear it, override it, or take the machine out of scope.',
      null,
    ]);
  });

  it('prints one wave with its machines only', () => {
    const [section] = print(factsOf(SMALL), { role: 'migration-consultant', waveId: 'w2' });
    expect(headings(section)).not.toContain('☐ Decide the route: Site Recovery, Azure Migrate or Resource Mover (critical)');
    expect(tableAfter(section, 'Run the test failover')?.rows.map(([name]) => name)).toEqual(['m3']);
  });

  it('counts what is too much to print one by one', () => {
    const machines = Array.from({ length: 130 }, (_, index) => ({ id: `m${index}`, wave: 1 }));
    const [section] = print(factsOf({ ...SMALL, machines }), { role: 'migration-consultant' });
    expect(tableAfter(section, 'Run the test failover')).toMatchObject({ title: '130 items' });
    expect(tableAfter(section, 'Run the test failover')?.rows.length).toBe(100);
    expect(section?.blocks).toContainEqual({
      kind: 'note',
      tone: 'warning',
      text: '100 of 130 items are printed. Print wave by wave to have them all.',
    });
  });
});
