/** Chromium does not know our scheme, so the page really stands at a made-up https origin; main never sees that. */
const PAGE_ORIGIN = 'https://landfall.app.test';
const APP_ORIGIN = 'app://landfall';

export function toAppAddress(address: string): string {
  return address.replace(PAGE_ORIGIN, APP_ORIGIN);
}

export function toPageAddress(address: string): string {
  return address.replace(APP_ORIGIN, PAGE_ORIGIN);
}

/** As Electron gives it for a frame: our scheme has an origin, other unknown ones have none. */
export function originInApp(address: string): string {
  const appAddress = toAppAddress(address);
  if (appAddress.startsWith(`${APP_ORIGIN}/`)) return APP_ORIGIN;
  return URL.canParse(appAddress) ? new URL(appAddress).origin : 'null';
}

export function isAppAddress(address: string): boolean {
  return toAppAddress(address).startsWith(`${APP_ORIGIN}/`);
}
