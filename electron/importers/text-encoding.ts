export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16' | 'Windows-1252';
}

const PROBE_BYTES = 4096;

/**
 * Text of a file in whatever encoding Windows and Linux tools write: a mark at the start decides, else UTF-16 where every other
 * byte is zero, else UTF-8, else Windows-1252 where UTF-8 does not hold. `null`: it is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'utf-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes), encoding: 'utf-16' };
  const wide = unmarkedUtf16(bytes.subarray(0, PROBE_BYTES));
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: 'utf-16' };
  if (isBinary(bytes.subarray(0, PROBE_BYTES))) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

/** Binary files are full of bytes that no text has; a single one in a name is somebody's mistake, and is taken out later. */
function isBinary(probe: Uint8Array): boolean {
  let odd = 0;
  for (const byte of probe) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd += 1;
  return odd > Math.max(2, probe.length * 0.02);
}

/** Mostly Latin text in UTF-16 has a zero in nearly every second byte, and none in the others. */
function unmarkedUtf16(probe: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (probe.length < 16) return null;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of probe.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = probe.length / 2;
  if (odd > half * 0.8 && even < half * 0.02) return 'utf-16le';
  return even > half * 0.8 && odd < half * 0.02 ? 'utf-16be' : null;
}
