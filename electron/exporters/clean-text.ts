const CLEAN = /^[\u0020-\u007e\u00a0-\u061b\u061d-\u200d\u2010-\u2027\u202f-\u2065\u206a-\ud7ff]*$/;

/** Text without what hides or reorders other text; tabs and line breaks become spaces, halves of characters are replaced. */
export function cleanText(text: string): string {
  // Nearly every text is clean, and there may be a million.
  if (CLEAN.test(text)) return text;
  return (
    text
      .toWellFormed()
      .replaceAll(/[\t\n\r\u2028\u2029]+/g, ' ')
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
  );
}

/** Characters with which spreadsheets take a text for a formula or a command, also in their full-width forms. */
const FORMULA_START = /^[\s'"]*[=+\-@|\uff1d\uff0b\uff0d\uff20]/;

export function looksLikeFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/** SECURITY: an apostrophe makes every spreadsheet take the text as text. For numbers that are numbers, do not call it. */
export function neutraliseFormula(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}
