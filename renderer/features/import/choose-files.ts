/** What file pickers offer; any single file can still be dropped and is judged by its content. */
export const ACCEPTED = '.xlsx,.xls,.xlsm,.ods,.csv,.tsv,.txt,.log,.json,.zip';

/** As many as the contract takes at once. */
export const MOST_FILES = 80;

const ENDINGS = new RegExp(`(?:${ACCEPTED.split(',').join('|').replaceAll('.', '\\.')})$`, 'i');

/** Of several files those that can be inventories, the largest first; a folder holds other things too. One alone is taken as it is. */
export function usableFiles(files: readonly File[]): readonly File[] {
  if (files.length < 2) return files;
  return files
    .filter(({ name, size }) => size > 0 && ENDINGS.test(name) && !/^[.~]/.test(name))
    .toSorted((a, b) => b.size - a.size || a.name.localeCompare(b.name, 'en'));
}

/** The files of a drop, also of dropped folders. Must be called while the event runs; after it the list is gone. */
export async function filesOfDrop(transfer: DataTransfer | null): Promise<readonly File[]> {
  const plain = [...(transfer?.files ?? [])];
  const entries = [...(transfer?.items ?? [])].flatMap((item) => (item.kind === 'file' ? (item.webkitGetAsEntry() ?? []) : []));
  if (!entries.some((entry) => entry.isDirectory)) return plain;
  const found = await Promise.all(entries.map(filesBelow));
  return found.flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly File[]> {
  if (entry.isFile) return [await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: File[] = [];
  for (;;) {
    // A folder is told in pieces until an empty one.
    // oxlint-disable-next-line no-await-in-loop
    const piece = await new Promise<readonly FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (piece.length === 0 || found.length > MOST_FILES) return found;
    // oxlint-disable-next-line no-await-in-loop
    found.push(...(await Promise.all(piece.map(filesBelow))).flat());
  }
}
