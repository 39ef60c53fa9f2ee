/**
 * The JSON documents in a text: one; several written one after another, as when pages of an answer are saved into one file; or
 * one a line. `null`: it is no JSON, or breaks off.
 */
export function parseJsonDocuments(text: string): readonly unknown[] | null {
  const whole = parse(text);
  if (whole !== undefined) return [whole];
  const documents: unknown[] = [];
  for (let at = nextStart(text, 0); at < text.length;) {
    const end = endOfDocument(text, at);
    const document = end === null ? undefined : parse(text.slice(at, end));
    if (end === null || document === undefined) return null;
    documents.push(document);
    at = nextStart(text, end);
  }
  return documents;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Blanks, commas and marks of separators stand between documents. */
function nextStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n,\u001e\ufeff'.includes(text.charAt(at))) at += 1;
  return at;
}

/** Where the object or list that begins here ends; `null`: nowhere, or it is neither. */
function endOfDocument(text: string, from: number): number | null {
  if (text.charAt(from) !== '{' && text.charAt(from) !== '[') return null;
  let depth = 0;
  let isInText = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isInText) {
      if (character === '\\') at += 1;
      else if (character === '"') isInText = false;
    } else if (character === '"') isInText = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}
