import { useMemo } from 'react';

import { useAppState } from '../../store/app-context.tsx';
import { whyText } from '../../text/groups-panels.ts';
import { SuggestField } from '../../ui/suggest-field.tsx';

interface MachinePickerProps {
  readonly label: string;
  readonly value: string;
  /** Machines that cannot be picked. */
  readonly without?: readonly string[];
  readonly onPick: (machineId: string) => void;
}

/** Picks one machine of the scope by its name. */
export function MachinePicker({ label, value, without = [], onPick }: MachinePickerProps) {
  const machines = useAppState((state) => state.machines);
  const suggestions = useMemo(
    () => machines.filter(({ id, isInScope }) => isInScope && !without.includes(id)).map(({ id, name }) => ({ value: id, title: name })),
    [machines, without],
  );
  const known = useMemo(() => new Set(machines.map(({ id }) => id)), [machines]);
  return (
    <SuggestField
      label={label}
      hint={whyText.hint}
      value={value}
      suggestions={suggestions}
      check={(id) => (known.has(id) ? null : whyText.unknown)}
      onCommit={onPick}
    />
  );
}
