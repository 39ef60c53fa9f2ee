/** The three clouds of Azure. SOURCE: site recovery facts, section 11.3 (2026). */
export interface Cloud {
  readonly id: CloudId;
  readonly title: string;
  readonly arm: string;
  readonly authority: string;
  readonly portal: string;
  /** Hosts that answers may name for further pages; a token goes nowhere else. */
  readonly armSuffix: string;
}

export type CloudId = 'public' | 'us-government' | 'china';

export const CLOUDS: Readonly<Record<CloudId, Cloud>> = {
  public: {
    id: 'public',
    title: 'Azure',
    arm: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
    portal: 'https://portal.azure.com',
    armSuffix: '.management.azure.com',
  },
  'us-government': {
    id: 'us-government',
    title: 'Azure US Government',
    arm: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
    portal: 'https://portal.azure.us',
    armSuffix: '.management.usgovcloudapi.net',
  },
  china: {
    id: 'china',
    title: 'Azure operated by 21Vianet (China)',
    arm: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
    portal: 'https://portal.azure.cn',
    armSuffix: '.management.chinacloudapi.cn',
  },
};

export function scopeOf(cloud: Cloud): string {
  return `${cloud.arm}/.default`;
}
