/** Of a longer file only the beginning is shown: a preview says what it is, and whoever wants all of it saves it. */
const MOST_CHARACTERS = 100_000;

export interface EvidenceText {
  readonly text: string;
  /** There is more in the file than is shown. */
  readonly isCut: boolean;
}

/**
 * The beginning of a text file in letters: UTF-8, or UTF-16 by its byte order mark, as Windows PowerShell writes it. `isAll`
 * says whether the bytes are the whole file; a letter cut in half at their end is left out.
 */
export function evidenceText(bytes: Uint8Array, isAll: boolean): EvidenceText {
  const decoded = new TextDecoder(encodingOf(bytes)).decode(bytes, { stream: !isAll });
  return { text: decoded.slice(0, MOST_CHARACTERS), isCut: !isAll || decoded.length > MOST_CHARACTERS };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
