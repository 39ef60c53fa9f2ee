import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { TaskView } from '../../../shared/contract/methods/readiness-methods.ts';
import type { MachineRow } from '../../../shared/contract/shapes.ts';
import type { TableExport } from '../../store/export-table.ts';
import { backlogText, TASK_STATE_WORDS } from '../../text/backlog.ts';
import { scenarioTitle } from '../../text/common-scenarios.ts';
import { SEVERITY_WORDS, VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { readinessText } from '../../text/readiness.ts';
import { rowsInOrder, type HeatSection } from './heat-table.ts';
import { seenWords } from './verdicts.ts';

type Table = Omit<TableExport, 'format'>;
type Cell = TableExport['rows'][number][number];

const text = (title: string) => ({ title, kind: 'text' as const });
const number = (title: string) => ({ title, kind: 'number' as const });

/** The heat table as it stands on the screen: same rows, same order, a pair of columns per scenario. */
export function heatTableExport(scenarios: readonly string[], sections: readonly HeatSection[]): Table {
  const { raisedColumn, unknownColumn, columns } = readinessText;
  return {
    title: readinessText.rulesTitle,
    columns: [
      text(columns.severity),
      text(columns.rule),
      text(columns.title),
      number(raisedColumn),
      number(unknownColumn),
      ...scenarios.flatMap((id) => [number(`${scenarioTitle(id)}: ${raisedColumn}`), number(`${scenarioTitle(id)}: ${unknownColumn}`)]),
      text(readinessText.why),
      text(readinessText.remedy),
      text(readinessText.source),
    ],
    rows: rowsInOrder(sections).map(({ rule, cells, raised, unknown }) => [
      SEVERITY_WORDS[rule.severity].title,
      rule.id,
      rule.title,
      raised,
      unknown,
      ...cells.flatMap((cell): Cell[] => (cell.applies ? [cell.raised, cell.unknown] : [null, null])),
      rule.why,
      rule.remedy,
      `${rule.source.title} (${rule.source.code}, ${rule.source.date}) ${rule.source.url}`,
    ]),
  };
}

export function machinesExport(rows: readonly MachineRow[]): Table {
  const { columns } = readinessText;
  return {
    title: readinessText.machinesTitle,
    columns: [
      text(columns.machine),
      text(columns.verdict),
      number(columns.blockers),
      number(columns.warnings),
      number(columns.unknown),
      text(columns.scenario),
      text(columns.application),
      text(columns.owner),
    ],
    rows: rows.map((row) => [
      row.name,
      VERDICT_WORDS[row.verdict].title,
      row.blockerCount,
      row.warningCount,
      row.unknownCount,
      scenarioTitle(row.scenario),
      row.application,
      row.owner,
    ]),
  };
}

export function backlogExport(tasks: readonly TaskView[]): Table {
  const { columns } = backlogText;
  return {
    title: backlogText.title,
    columns: [
      text(backlogText.weight),
      text(readinessText.columns.rule),
      text(columns.task),
      text(columns.machine),
      text(columns.owner),
      text(columns.due),
      text(columns.state),
      text(backlogText.note),
      text(backlogText.seen),
      text(backlogText.remedy),
    ],
    rows: tasks.map((task) => [
      SEVERITY_WORDS[task.severity].title,
      task.ruleId,
      task.title,
      task.machineName,
      task.owner,
      task.dueOn,
      TASK_STATE_WORDS[task.state].title,
      task.note,
      task.detail ?? seenWords(task.seen),
      task.remedy,
    ]),
  };
}

export function missingExport(facts: MethodOutput<'readiness.missing-facts'>): Table {
  const { missing } = readinessText;
  return {
    title: missing.title,
    columns: [text(missing.fieldColumn), number(missing.machinesColumn), number(missing.undecidedColumn), text(missing.rulesColumn)],
    rows: facts.map((fact) => [fact.title, fact.machineCount, fact.undecidedMachineCount, fact.ruleIds.join(', ')]),
  };
}
