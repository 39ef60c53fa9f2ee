const UNPACK = 'Unpack it and import what is inside.';
const TABLE = 'Import the table behind it.';

/** Files of other kinds by their first bytes, as Latin-1, with what a person does about them. */
const KINDS: readonly (readonly [start: string, what: string, advice: string])[] = [
  ['\u001f\u008b', 'packed with gzip', UNPACK],
  ['7z\u00bc\u00af', 'a 7-Zip archive', UNPACK],
  ['Rar!', 'a RAR archive', UNPACK],
  ['BZh', 'packed with bzip2', UNPACK],
  ['%PDF-', 'a PDF document', TABLE],
  ['\u0089PNG', 'a picture', TABLE],
  ['\u00ff\u00d8\u00ff', 'a picture', TABLE],
  ['GIF8', 'a picture', TABLE],
  ['{\\rtf', 'a formatted text', 'Export its table as .csv.'],
  ['SQLite format 3', 'a database', 'An engagement is opened, and not imported.'],
];

/** Why a file can be no inventory, in one sentence and advice, or `null` when its first bytes say nothing against it. */
export function refusalByKind(bytes: Buffer, fileName: string): string | null {
  const start = bytes.subarray(0, 16).toString('latin1');
  const kind = KINDS.find(([mark]) => start.startsWith(mark));
  if (kind === undefined) return null;
  const [, what, advice] = kind;
  return `${fileName} is ${what}, whatever its name says. Nothing was stored. ${advice}`;
}
