/** What may become of an address that the window wants to open outside. */
export type LinkDecision = 'open' | 'ask' | 'refuse';

/** Hosts whose pages our own texts link to. Everything else comes from people or from an engagement file of somebody else. */
const OUR_SOURCES: readonly string[] = ['learn.microsoft.com', 'portal.azure.com', 'azure.microsoft.com', 'aka.ms'];

/**
 * SECURITY: the system may do anything with an address that it is handed (start programs, mount shares), so only web pages pass,
 * and hosts that we do not name ourselves are shown to the person first.
 */
export function decideLink(address: string): LinkDecision {
  if (!URL.canParse(address)) return 'refuse';
  const { protocol, hostname, port, username, password } = new URL(address);
  if (username !== '' || password !== '' || hostname === '') return 'refuse';
  if (protocol === 'http:') return 'ask';
  if (protocol !== 'https:') return 'refuse';
  return port === '' && OUR_SOURCES.includes(hostname) ? 'open' : 'ask';
}
