/** A line speed as typed, in Mbit/s: `null` for an empty field, `undefined` for what is no speed. Takes a decimal comma. */
export function readLineSpeed(text: string): number | null | undefined {
  const plain = text.trim().replace(',', '.');
  if (plain === '') return null;
  if (!/^\d+$|^\d+\.\d+$/.test(plain)) return undefined;
  const speed = Number(plain);
  return speed > 0 && speed <= 1_000_000 ? speed : undefined;
}

export function timeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
}

export function isKnownTimeZone(zone: string): boolean {
  try {
    // The constructor refuses a zone that it does not know.
    return zone !== '' && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
