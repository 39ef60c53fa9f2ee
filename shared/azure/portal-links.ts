import type { CloudId } from '../domain/azure.ts';

const PORTALS: Readonly<Record<CloudId, string>> = {
  public: 'https://portal.azure.com',
  'us-government': 'https://portal.azure.us',
  china: 'https://portal.azure.cn',
};

/** Page of a resource in the portal of its cloud and tenant. */
export function portalLink(cloud: CloudId, tenantId: string, id: string): string {
  const path = id
    .replace(/^\/Subscriptions\//, '/subscriptions/')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  return `${PORTALS[cloud]}/#@${encodeURIComponent(tenantId)}/resource${path.startsWith('/') ? '' : '/'}${path}`;
}
