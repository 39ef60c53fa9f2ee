import type { MachineRow } from '../../../shared/contract/shapes.ts';
import { formatNumber, UNKNOWN } from '../../text/common-format.ts';
import { scenarioTitle } from '../../text/common-scenarios.ts';
import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { readinessText } from '../../text/readiness.ts';
import { RowGrid, type GridColumn, type GridSort } from '../../ui/row-grid.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';

function machineColumns(): readonly GridColumn<MachineRow>[] {
  const { columns } = readinessText;
  const count = (value: number): string => (value === 0 ? '' : formatNumber(value));
  return [
    { id: 'name', title: columns.machine, width: 'minmax(160px, 2fr)', cell: (row) => row.name, hint: (row) => row.name },
    {
      id: 'verdict',
      title: columns.verdict,
      width: 'minmax(180px, 1fr)',
      cell: (row) => <ToneMark tone={VERDICT_WORDS[row.verdict].tone}>{VERDICT_WORDS[row.verdict].title}</ToneMark>,
    },
    { id: 'blockers', title: columns.blockers, width: '88px', isNumber: true, cell: (row) => count(row.blockerCount) },
    { id: 'warnings', title: columns.warnings, width: '92px', isNumber: true, cell: (row) => count(row.warningCount) },
    { id: 'unknown', title: columns.unknown, width: '96px', isNumber: true, cell: (row) => count(row.unknownCount) },
    {
      id: 'application',
      title: columns.application,
      width: 'minmax(120px, 1fr)',
      cell: (row) => row.application ?? UNKNOWN,
      hint: (row) => row.application ?? '',
    },
    { id: 'owner', title: columns.owner, width: 'minmax(120px, 1fr)', cell: (row) => row.owner ?? UNKNOWN, hint: (row) => row.owner ?? '' },
    {
      id: 'scenario',
      title: columns.scenario,
      width: 'minmax(140px, 1fr)',
      cell: (row) => scenarioTitle(row.scenario),
      hint: (row) => scenarioTitle(row.scenario),
    },
  ];
}

const COLUMNS = machineColumns();

interface MachineGridProps {
  readonly rows: readonly MachineRow[];
  readonly selectedId: string | null;
  readonly sort: GridSort;
  readonly onSort: (sort: GridSort) => void;
  readonly onSelect: (machineId: string) => void;
  readonly onOpen: (machineId: string) => void;
}

/** Verdict of each machine in scope. */
export function MachineGrid({ rows, selectedId, sort, onSort, onSelect, onOpen }: MachineGridProps) {
  return (
    <RowGrid
      label={readinessText.machinesLabel}
      columns={COLUMNS}
      rows={rows}
      keyOf={(row) => row.id}
      selectedKey={selectedId}
      onSelect={(row) => onSelect(row.id)}
      onOpen={(row) => onOpen(row.id)}
      sort={sort}
      onSort={onSort}
    />
  );
}
