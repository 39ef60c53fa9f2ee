const MOST_WORDS = 600;

/** SECURITY: words of the service may hold signed addresses, tokens or keys. Query parts and such values are cut out. */
export function cleanText(words: string): string {
  const clean = words
    .replaceAll(/(https?:\/\/[^\s?"'<>]+)\?[^\s"'<>]*/g, '$1')
    .replaceAll(/\beyJ[\w-]+\.[\w.-]+/g, '[removed]')
    .replaceAll(
      /((?:account|shared ?access)_?(?:key|signature)|password|secret|token|sig)(["']?\s*[:=]\s*["']?)[^\s"',;}&]+/gi,
      '$1$2[removed]',
    )
    .replaceAll(/\b(bearer)\s+[\w.~+/=-]{8,}/gi, '$1 [removed]')
    .replaceAll(/[A-Za-z0-9+/]{86}==/g, '[removed]');
  return clean.length > MOST_WORDS ? `${clean.slice(0, MOST_WORDS)}…` : clean;
}
