import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Where Electron's executable keeps its fuses: sentinel, version of the format, number of fuses, one digit each. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSES_BEFORE = '101000001';

const EMPTY_FILES = ['LICENSE', 'LICENSES.chromium.html', 'resources.pak', 'icudtl.dat', 'chrome-sandbox', 'locales/en-US.pak'];

/** A folder that the packer takes for an unpacked Electron runtime: the files it looks for, and an executable with fuses. */
export async function makeStandInRuntime(folder: string, version: string): Promise<void> {
  await mkdir(path.join(folder, 'locales'), { recursive: true });
  await Promise.all(EMPTY_FILES.map((name) => writeFile(path.join(folder, name), '')));
  await writeFile(path.join(folder, 'version'), version);
  const wire = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, FUSES_BEFORE.length]), Buffer.from(FUSES_BEFORE)]);
  for (const executable of ['electron', 'electron.exe'].map((name) => path.join(folder, name))) {
    await writeFile(executable, Buffer.concat([Buffer.from('stand-in\n'), wire, Buffer.from('\n')]));
    await chmod(executable, 0o755);
  }
}
