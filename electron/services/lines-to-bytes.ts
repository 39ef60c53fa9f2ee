import { inSlices } from './in-slices.ts';

const LINES_IN_ONE_PIECE = 100;

/** Lines as the bytes that are stored; made in slices, because there may be tens of megabytes of them. */
export async function linesToBytes(lines: Iterable<string>): Promise<Uint8Array> {
  return await inSlices(pieces(lines));
}

function* pieces(lines: Iterable<string>): Generator<void, Buffer, void> {
  const made: Buffer[] = [];
  let waiting: string[] = [];
  for (const line of lines) {
    waiting.push(line);
    if (waiting.length < LINES_IN_ONE_PIECE) continue;
    made.push(Buffer.from(waiting.join('')));
    waiting = [];
    yield;
  }
  made.push(Buffer.from(waiting.join('')));
  return Buffer.concat(made);
}
