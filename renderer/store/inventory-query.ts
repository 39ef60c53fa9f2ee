import { useCallback } from 'react';

import type { MachineRow } from '../../shared/contract/shapes.ts';
import { useApp } from './app-context.tsx';
import { useScreenMemory } from './screen-memory.ts';

/** Columns with few different values; a filter names the wanted ones, `null` = unknown. */
export type ChoiceField =
  | 'verdict'
  | 'isInScope'
  | 'scenario'
  | 'application'
  | 'environment'
  | 'owner'
  | 'criticality'
  | 'osFamily'
  | 'osName'
  | 'powerState'
  | 'firmware'
  | 'cluster'
  | 'host'
  | 'vmwareToolsStatus'
  | 'waveId'
  | 'groupId'
  | 'sourceCount'
  | 'trust';

export type NumberField = Extract<
  keyof MachineRow,
  | 'cpuCount'
  | 'memoryMiB'
  | 'diskCount'
  | 'provisionedGiB'
  | 'inUseGiB'
  | 'nicCount'
  | 'snapshotCount'
  | 'blockerCount'
  | 'warningCount'
  | 'unknownCount'
>;

export type MachineFilter =
  | { readonly kind: 'choice'; readonly field: ChoiceField; readonly values: readonly (string | null)[] }
  /** Ends included; `null` = open. A machine whose value is unknown is in no range. */
  | { readonly kind: 'range'; readonly field: NumberField; readonly from: number | null; readonly to: number | null }
  /** A list that another screen found, e.g. the machines of a rule. */
  | { readonly kind: 'machines'; readonly title: string; readonly ids: readonly string[] };

/** What the inventory shows: machines that hold the text and pass every filter. */
export interface InventoryQuery {
  readonly text: string;
  readonly filters: readonly MachineFilter[];
}

export const EVERYTHING: InventoryQuery = { text: '', filters: [] };

/** The inventory's query, kept while the window is open. */
export function useInventoryQuery(): readonly [
  InventoryQuery,
  (next: InventoryQuery | ((known: InventoryQuery) => InventoryQuery)) => void,
] {
  return useScreenMemory('inventory.query', EVERYTHING);
}

/** Opens the inventory with just these machines: how other screens say "show me which". */
export function useShowMachines(): (filters: readonly MachineFilter[]) => void {
  const app = useApp();
  const [, setQuery] = useInventoryQuery();
  return useCallback(
    (filters) => {
      setQuery({ text: '', filters });
      app.go('inventory');
    },
    [app, setQuery],
  );
}
