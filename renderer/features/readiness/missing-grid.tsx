import { formatNumber } from '../../text/common-format.ts';
import { readinessText } from '../../text/readiness.ts';
import { RowGrid, type GridColumn } from '../../ui/row-grid.tsx';
import type { MissingFactView } from './missing-details.tsx';

function missingColumns(): readonly GridColumn<MissingFactView>[] {
  const { missing } = readinessText;
  return [
    {
      id: 'field',
      title: missing.fieldColumn,
      width: 'minmax(180px, 2fr)',
      cell: (fact) => fact.title,
      hint: (fact) => fact.title,
    },
    {
      id: 'undecided',
      title: missing.undecidedColumn,
      width: '128px',
      isNumber: true,
      cell: (fact) => formatNumber(fact.undecidedMachineCount),
      hint: () => missing.undecidedHint,
    },
    { id: 'machines', title: missing.machinesColumn, width: '104px', isNumber: true, cell: (fact) => formatNumber(fact.machineCount) },
    {
      id: 'rules',
      title: missing.rulesColumn,
      width: 'minmax(200px, 3fr)',
      cell: (fact) => fact.ruleIds.join(', '),
      hint: (fact) => fact.ruleIds.join(', '),
    },
  ];
}

const COLUMNS = missingColumns();

interface MissingGridProps {
  readonly facts: readonly MissingFactView[];
  readonly selectedField: string | null;
  readonly onSelect: (field: string) => void;
}

/** Facts that no source states, the most harmful first. */
export function MissingGrid({ facts, selectedField, onSelect }: MissingGridProps) {
  return (
    <RowGrid
      label={readinessText.missing.tableLabel}
      columns={COLUMNS}
      rows={facts}
      keyOf={(fact) => fact.field}
      selectedKey={selectedField}
      onSelect={(fact) => onSelect(fact.field)}
    />
  );
}
