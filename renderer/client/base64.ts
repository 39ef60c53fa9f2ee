/** Bytes that may be turned into text at once without overflowing the argument list. */
const SLICE = 0x8000;

export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += SLICE) parts.push(String.fromCharCode(...bytes.subarray(start, start + SLICE)));
  return btoa(parts.join(''));
}

/** Throws on text that is not base64; the contract has checked it. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
