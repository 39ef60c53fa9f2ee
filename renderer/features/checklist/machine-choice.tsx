import { Combobox, makeStyles, Option } from '@fluentui/react-components';
import { useMemo, useState } from 'react';

import { useAppState } from '../../store/app-context.tsx';
import { checklistText } from '../../text/checklist.ts';
import { matchingMachines } from './matching-machines.ts';

const useStyles = makeStyles({ root: { minWidth: 0, width: '150px' }, list: { maxHeight: '320px' } });

interface MachineChoiceProps {
  readonly machineId: string | null;
  readonly onChoose: (machineId: string | null) => void;
}

/** One machine of thousands: type a part of its name, then choose. Emptied, it is all machines again. */
export function MachineChoice({ machineId, onChoose }: MachineChoiceProps) {
  const styles = useStyles();
  const machines = useAppState((state) => state.machines);
  const chosen = useAppState((state) => (machineId === null ? undefined : state.machinesById.get(machineId)));
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const found = useMemo(() => (isOpen ? matchingMachines(machines, typed ?? '') : []), [isOpen, machines, typed]);
  return (
    <Combobox
      freeform
      size="small"
      className={styles.root}
      listbox={{ className: styles.list }}
      input={{ style: { minWidth: 0, width: '100%' } }}
      aria-label={checklistText.machineLabel}
      placeholder={checklistText.allMachines}
      value={typed ?? chosen?.name ?? ''}
      selectedOptions={machineId === null ? [] : [machineId]}
      open={isOpen}
      onOpenChange={(_, data) => setIsOpen(data.open)}
      onChange={(event) => {
        setTyped(event.target.value);
        setIsOpen(true);
        if (event.target.value === '' && machineId !== null) onChoose(null);
      }}
      onOptionSelect={(_, data) => {
        // An emptied field tells of no option; what is typed stays then.
        if (data.optionValue === undefined) return;
        setTyped(null);
        onChoose(data.optionValue);
      }}
      onBlur={() => setTyped(null)}
    >
      {found.map(({ id, name }) => (
        <Option key={id} value={id} text={name}>
          {name}
        </Option>
      ))}
      {isOpen && found.length === 0 && (
        <Option key="none" disabled text="">
          {checklistText.noMachine}
        </Option>
      )}
    </Combobox>
  );
}
