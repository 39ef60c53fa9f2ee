import type { Disk, FieldName, MachineFacts, Nic, SkippedRow, Volume } from '../../../shared/domain/machine.ts';
import type { RowReader, Sheet } from '../sheet.ts';

/** A machine while its sheets are being joined. */
export interface MachineDraft {
  facts: { -readonly [K in FieldName]?: MachineFacts[K] };
  rows: Record<string, number>;
  fieldSheets: Partial<Record<FieldName, string>>;
  disks: Disk[];
  volumes: Volume[];
  nics: Nic[];
  /** What vCenter calls it, where that is not its BIOS id; other sheets name machines by it. */
  vmUuid?: string;
}

/** Finds the machine a row of another sheet is about: by UUID, by vSphere id, else by name where the name is unique. */
export interface DraftIndex {
  readonly drafts: readonly MachineDraft[];
  readonly find: (row: RowReader) => MachineDraft | null;
  readonly skip: (sheet: Sheet, row: RowReader, reason: string) => void;
  readonly skipped: readonly SkippedRow[];
}

/** Newer exports hold both; only then `VM UUID` is the one that vCenter gave, in older ones it is the BIOS's. */
export const UUID_HEADERS = ['SMBIOS UUID', 'VM UUID'] as const;
export const ID_HEADERS = ['VM ID', 'VM Instance UUID', 'Object ID'] as const;

export function createDraftIndex(drafts: readonly MachineDraft[], skipped: SkippedRow[]): DraftIndex {
  const byId = new Map<string, MachineDraft>();
  const byUuid = new Map<string, MachineDraft[]>();
  const byName = new Map<string, MachineDraft[]>();
  const add = (map: Map<string, MachineDraft[]>, key: string | undefined, draft: MachineDraft): void => {
    if (key === undefined) return;
    const known = map.get(key.toLowerCase());
    if (known === undefined) map.set(key.toLowerCase(), [draft]);
    else known.push(draft);
  };
  for (const draft of drafts) {
    if (draft.facts.instanceId !== undefined) byId.set(instanceKey(draft.facts.instanceId, draft.facts.vcenterName), draft);
    add(byUuid, draft.facts.biosId, draft);
    if (draft.vmUuid !== draft.facts.biosId) add(byUuid, draft.vmUuid, draft);
    add(byName, draft.facts.name, draft);
  }
  const only = (candidates: readonly MachineDraft[] | undefined, row: RowReader): MachineDraft | null => {
    if (candidates === undefined || candidates.length === 1) return candidates?.[0] ?? null;
    const host = row.text('Host');
    const sameHost = candidates.filter((draft) => draft.facts.host === host);
    return sameHost.length === 1 ? (sameHost[0] ?? null) : null;
  };
  return {
    drafts,
    skipped,
    find(row) {
      const id = row.text(...ID_HEADERS);
      const exact =
        id === undefined ? undefined : (byId.get(instanceKey(id, row.text('VI SDK Server'))) ?? byId.get(instanceKey(id, undefined)));
      if (exact !== undefined) return exact;
      const byBios = only(byUuid.get(row.text(...UUID_HEADERS)?.toLowerCase() ?? ''), row);
      return byBios ?? only(byName.get(row.text('VM')?.toLowerCase() ?? ''), row);
    },
    skip(sheet, row, reason) {
      skipped.push({ sheet: sheet.name, row: row.number, what: (row.text('VM') ?? '').slice(0, 100), reason });
    },
  };
}

/** The same vSphere id may occur in two vCenters of one workbook. */
function instanceKey(id: string, vcenter: string | undefined): string {
  return `${vcenter?.toLowerCase() ?? ''}|${id.toLowerCase()}`;
}

/** Sets a fact, remembering its sheet when it is not the one the whole import names for the field. */
export function setFact<K extends FieldName>(draft: MachineDraft, field: K, value: MachineFacts[K] | undefined, sheet: string): void {
  if (value === undefined || draft.facts[field] !== undefined) return;
  draft.facts[field] = value;
  if (sheet !== 'vInfo') draft.fieldSheets[field] = sheet;
}
