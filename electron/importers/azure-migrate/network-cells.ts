import type { Nic } from '../../../shared/domain/machine.ts';

/**
 * Azure Migrate writes one bracket per adapter: `[10.0.0.4,fe80::1];[10.0.1.4];` and, in the same order,
 * `[00:0d:3a:54:22:ae];`. Empty brackets say nothing.
 */
export function nicsOf(addresses: string | undefined, macs: string | undefined): Nic[] {
  const perNic = brackets(addresses);
  const perMac = brackets(macs);
  const count = Math.max(perNic.length, perMac.length);
  return Array.from({ length: count }, (_, index) => {
    const ip = perNic[index] ?? [];
    const mac = perMac[index]?.[0]?.toLowerCase();
    return { id: `Adapter ${index + 1}`, ...(ip.length === 0 ? {} : { ip }), ...(mac === undefined ? {} : { mac }) };
  }).filter((nic) => nic.ip !== undefined || nic.mac !== undefined);
}

function brackets(text: string | undefined): string[][] {
  if (text === undefined) return [];
  const parts = text.includes('[') ? text.split(';').filter((part) => part.trim() !== '') : [text];
  return parts.map((part) =>
    part
      .replaceAll(/[[\]]/g, '')
      .split(/[,\s;]+/)
      .filter((item) => item !== ''),
  );
}
