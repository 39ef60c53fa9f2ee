import { createRowReader, type Sheet } from '../sheet.ts';
import type { MachineDraft } from './machine-draft.ts';

/** The kind of storage (VMFS, NFS, vVol, vSAN) under each disk, found by the store in its path: `[store] folder/disk.vmdk`. */
export function joinDatastores(sheet: Sheet, drafts: readonly MachineDraft[]): void {
  const readRow = createRowReader(sheet);
  const kinds = new Map<string, string | null>();
  for (const cells of sheet.rows) {
    const row = readRow(cells);
    const name = row.text('Name', 'Datastore');
    const kind = row.text('Type');
    if (name === undefined || kind === undefined) continue;
    // Two vCenters may each have a store of that name; where they differ, it is not known which one is meant.
    const known = kinds.get(name);
    kinds.set(name, known === undefined || known === kind ? kind : null);
  }
  for (const draft of drafts) {
    draft.disks = draft.disks.map((disk) => {
      const datastoreKind = kinds.get(/^\[([^\]]+)\]/.exec(disk.path ?? '')?.[1] ?? '');
      return datastoreKind === undefined || datastoreKind === null ? disk : { ...disk, datastoreKind };
    });
  }
}
