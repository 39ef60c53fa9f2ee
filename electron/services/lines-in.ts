const LINE_BREAK = 0x0a;

/** The lines of a text in bytes, one after another, so that tens of megabytes never become one text. */
export function* linesIn(bytes: Buffer): Generator<string, void, void> {
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(LINE_BREAK, start);
    const end = found === -1 ? bytes.length : found;
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}
