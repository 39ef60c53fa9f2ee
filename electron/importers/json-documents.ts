/** Answers of services are nested ten or twenty deep; beyond this, readers that follow the nesting would run out of stack. */
const MOST_NESTED = 200;

/** Whether objects and lists in a text are nested deeper than any export. */
export function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.codePointAt(at);
    if (code === QUOTE) at = endOfText(text, at);
    else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      depth += 1;
      if (depth > MOST_NESTED) return true;
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) depth -= 1;
  }
  return false;
}

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];

/** Where the text that begins here ends: at a quote with an even number of backslashes before it. */
function endOfText(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.codePointAt(at - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return text.length;
}

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
