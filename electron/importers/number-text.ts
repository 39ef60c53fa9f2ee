/**
 * The number that a text of any export stands for: `1.234,5`, `1,234.5`, `12,5`, `1 234`, `1'234`, `1.234.567`. Three digits after a lone comma
 * are thousands, unless nothing but a zero stands before it. Not a number: `undefined`, never zero.
 */
export function numberIn(text: string): number | undefined {
  const bare = withoutGaps(text);
  const isNegative = bare.startsWith('-');
  const value = plainNumber(isNegative ? bare.slice(1) : bare);
  return value !== undefined && isNegative ? -value : value;
}

/** Blanks of any width and apostrophes part thousands and say nothing. */
export function withoutGaps(text: string): string {
  return text.replaceAll(/[\s'’]/g, '');
}

function plainNumber(text: string): number | undefined {
  const lastComma = text.lastIndexOf(',');
  const lastDot = text.lastIndexOf('.');
  const isCommaDecimal = lastComma > lastDot && (lastDot >= 0 || !isInThousands(text, ','));
  // One dot may be a decimal point; of several, none is.
  if (lastComma < 0 && lastDot !== text.indexOf('.') && isInThousands(text, '.')) return Number(text.replaceAll('.', ''));
  const plain = isCommaDecimal ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
  return /^\d+\.?\d*$/.test(plain) ? Number(plain) : undefined;
}

/** `1,234` and `1,234,567`: every part after the first has three digits. */
function isInThousands(text: string, separator: ',' | '.'): boolean {
  const [first = '', ...others] = text.split(separator);
  return /^[1-9]\d{0,2}$/.test(first) && others.length > 0 && others.every((part) => /^\d{3}$/.test(part));
}
