import { setGlobalProxyFromEnv } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

/**
 * Node sockets trust what this computer trusts (a customer's own roots, TLS inspection) and take the proxy of the environment.
 * There is no switch to ignore certificates. The desktop app has Chromium's stack, which does both by itself.
 */
export function useSystemTrust(onComplaint: (text: string) => void): void {
  try {
    setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')]);
  } catch (error) {
    onComplaint(`the certificates of this computer were not read: ${String(error)}`);
  }
  try {
    setGlobalProxyFromEnv();
  } catch (error) {
    onComplaint(`the proxy of the environment was not taken: ${String(error)}`);
  }
}
