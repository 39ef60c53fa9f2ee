// SECURITY: fixed programs of the system, started without a shell; the one argument is an address that we made ourselves.
// oxlint-disable-next-line security/detect-child-process
import { spawn } from 'node:child_process';

/** False where nobody could see a window: no display, or another computer over SSH. */
export function hasDisplay(platform: NodeJS.Platform, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (environment['SSH_CONNECTION'] !== undefined && environment['DISPLAY'] === undefined) return false;
  if (platform === 'win32' || platform === 'darwin') return true;
  return (environment['DISPLAY'] ?? '') !== '' || (environment['WAYLAND_DISPLAY'] ?? '') !== '';
}

/** Opens an address in the person's browser. Whether that works is theirs to see; the address is printed as well. */
export function openBrowser(platform: NodeJS.Platform, address: string): void {
  const [program, ...before] = openerOf(platform);
  const opener = spawn(program, [...before, address], { detached: true, stdio: 'ignore' });
  opener.on('error', () => undefined);
  opener.unref();
}

function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return platform === 'darwin' ? ['open'] : ['xdg-open'];
}
