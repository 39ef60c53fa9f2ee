import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { Language, Parser, type Node } from '@vscode/tree-sitter-wasm';
import { beforeAll, describe, expect, test } from 'vitest';

import { guestFacts } from '../../../../electron/importers/guest-facts/guest-facts.ts';

const run = promisify(execFile);
const scripts = path.resolve(import.meta.dirname, '../../../../resources/guest-facts');
const grammars = path.dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));

const readDocument = (value: unknown) =>
  guestFacts.read(
    { fileName: 'facts.json', sheets: [], documents: [{ name: 'facts.json', value }] },
    { fileName: 'facts.json', mapping: null, onProgress: () => undefined },
  );

/** Shells that may be `sh` somewhere; those that are not on this machine are skipped by name. */
const SHELLS: readonly (readonly [shell: string, ...args: string[]])[] = [
  ['sh'],
  ['dash'],
  ['bash', '--posix'],
  ['busybox', 'sh'],
  ['ksh'],
  ['mksh'],
];

const isThere = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));

/** Three nodes of our own: with names, with a comment, and one known by its address only. */
const COROSYNC = `# made for a test
totem {
  version: 2
  cluster_name: sap-ha
  interface {
    ringnumber: 0
    bindnetaddr: 10.0.0.0
  }
}
nodelist {
  node {
    ring0_addr: 10.0.0.11
    name: sapdb1   # the first
    nodeid: 1
  }
  node {
    nodeid: 2
    name: sapdb2
    ring0_addr: 10.0.0.12
  }
  node {
    ring0_addr: 10.0.0.13
    nodeid: 3
  }
}
quorum {
  provider: corosync_votequorum
  device {
    model: net
  }
}
`;

describe.skipIf(process.platform !== 'linux')('the Linux script', () => {
  test.for(SHELLS)('runs on this machine under %s %s, and its facts are what the system says', async ([shell, ...args], { skip }) => {
    skip(!isThere(shell), `there is no ${shell} here`);
    const { stdout, stderr } = await run(shell, [...args, path.join(scripts, 'landfall-guest-facts.sh')], { timeout: 60_000 });
    const result = readDocument(JSON.parse(stdout));
    const [machine] = result.ok ? result.value.inventory.machines : [];
    expect(stderr).toBe('');
    expect(machine?.facts).toMatchObject({
      name: os.hostname().split('.')[0],
      osFamily: 'linux',
      kernelVersion: os.release(),
      cpuCount: os.cpus().length,
      memoryMiB: Math.floor(os.totalmem() / 1024 / 1024),
      architecture: process.arch,
      volumes: expect.arrayContaining([expect.objectContaining({ mountPoint: '/' })]) as unknown,
    });
  });

  test('names the nodes of a Corosync cluster, by address where they have no name', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'landfall-corosync-'));
    const file = path.join(folder, 'corosync.conf');
    await writeFile(file, COROSYNC);
    try {
      const { stdout, stderr } = await run('sh', [path.join(scripts, 'landfall-guest-facts.sh')], {
        timeout: 60_000,
        env: { ...process.env, COROSYNC_MAIN_CONFIG_FILE: file },
      });
      const result = readDocument(JSON.parse(stdout));
      expect(stderr).toBe('');
      expect(result.ok && result.value.inventory.machines[0]?.facts).toMatchObject({
        failoverCluster: 'sap-ha',
        failoverClusterNodes: ['sapdb1', 'sapdb2', '10.0.0.13'],
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  test('writes no file', async () => {
    const source = await readFile(path.join(scripts, 'landfall-guest-facts.sh'), 'utf8');
    const code = source
      .split('\n')
      .filter((line) => !line.trimStart().startsWith('#'))
      .join('\n');
    expect(code.replaceAll(/2?>\/dev\/null|>&1|2>&1/g, '')).not.toMatch(/>\s*[\w/"$]/);
    expect(code).not.toMatch(/\b(rm|mv|cp|touch|mkdir|tee|install|apt|yum|dnf|zypper|systemctl|modprobe|mount|chmod|sed -i)\s/);
  });
});

describe('the PowerShell script', () => {
  let program: Node;
  beforeAll(async () => {
    await Parser.init({ locateFile: (file: string) => path.join(grammars, file) });
    const parser = new Parser();
    parser.setLanguage(await Language.load(path.join(grammars, 'tree-sitter-powershell.wasm')));
    const tree = parser.parse(await readFile(path.join(scripts, 'landfall-guest-facts.ps1'), 'utf8'));
    if (tree === null) throw new Error('the script cannot be parsed');
    program = tree.rootNode;
  });

  test('is free of syntax errors', () => {
    expect(program.hasError).toBe(false);
  });

  test('asks for the cluster that the machine is a node of', () => {
    const facts = program
      .descendantsOfType('command')
      .map((node) => node?.text ?? '')
      .filter((text) => text.startsWith("Add-Fact '"))
      .map((text) => /^Add-Fact '(\w+)'/.exec(text)?.[1]);
    expect(facts).toEqual(expect.arrayContaining(['isWindowsFailoverCluster', 'failoverCluster', 'failoverClusterNodes']));
  });

  test('calls only commands that read', () => {
    const commands = new Set(program.descendantsOfType('command_name').map((node) => node?.text));
    const reading = [
      'Get-CimInstance',
      'Get-ItemProperty',
      'Get-Service',
      'Select-Object',
      'Where-Object',
      'ForEach-Object',
      'New-Object',
      'ConvertTo-Json',
      'Set-StrictMode',
      'Write-Verbose',
    ];
    const own = ['Add-Fact', 'Get-RegistryValue', 'Test-ServiceStart'];
    expect([...commands].filter((command) => command !== undefined && ![...reading, ...own].includes(command))).toEqual([]);
  });
});

describe('the reader', () => {
  const windows = {
    format: 'landfall-guest-facts',
    version: 1,
    system: 'windows',
    collectedAt: '2026-11-01T08:00:00Z',
    isPrivileged: false,
    facts: {
      name: 'FIN-DB-01',
      biosId: '4210ab00-0000-4000-8000-000000000007',
      osName: 'Microsoft Windows Server 2012 R2 Standard',
      firmware: 'uefi',
      isSecureBootOn: true,
      memoryMiB: 8192,
      osDiskCount: 1,
      volumes: [{ mountPoint: 'C:\\', fileSystem: 'NTFS', sizeKiB: 104857600, freeKiB: 512000, usesStorageSpaces: false }],
      disks: [{ id: 'Disk 0', sizeBytes: 107374182400, isOsDisk: true, partitionStyle: 'gpt', isEncrypted: true }],
      guestMountKinds: ['smb'],
      isWindowsFailoverCluster: true,
      failoverCluster: 'FINCL',
      failoverClusterNodes: ['FIN-DB-01', 'FIN-DB-02'],
      // Neither known nor of the right kind: passed over.
      isFipsOn: 'perhaps',
      cpuCount: -2,
      secretThing: 'x',
    },
  };

  test('takes what it knows, with the kind of value it has', () => {
    const result = readDocument(windows);
    expect(result.ok && result.value.inventory.machines[0]?.facts).toEqual({
      name: 'FIN-DB-01',
      biosId: '4210ab00-0000-4000-8000-000000000007',
      osName: 'Microsoft Windows Server 2012 R2 Standard',
      osFamily: 'windows',
      osDistro: 'windows-server',
      osVersion: '2012 R2',
      firmware: 'uefi',
      isSecureBootOn: true,
      memoryMiB: 8192,
      osDiskCount: 1,
      guestMountKinds: ['smb'],
      isWindowsFailoverCluster: true,
      failoverCluster: 'FINCL',
      failoverClusterNodes: ['FIN-DB-01', 'FIN-DB-02'],
      volumes: [{ mountPoint: 'C:\\', fileSystem: 'NTFS', sizeGiB: 100, freeMiB: 500, usesStorageSpaces: false }],
      disks: [{ id: 'Disk 0', sizeGiB: 100, isOsDisk: true, partitionStyle: 'gpt', isEncrypted: true }],
      diskCount: 1,
    });
    expect(result.ok && result.value.inventory.warnings).toEqual([expect.stringContaining('without administrator rights')]);
    expect(result.ok && result.value.inventory.exportedAt).toBe('2026-11-01T08:00:00.000Z');
  });

  test('names a document of a newer script and one without a name', () => {
    const result = readDocument([
      { ...windows, version: 2 },
      { ...windows, facts: { osName: 'x' } },
    ]);
    expect(result.ok && result.value.inventory.skipped.map(({ row, reason }) => [row, reason])).toEqual([
      [1, 'A newer guest-facts script wrote it. Update Landfall to read it.'],
      [2, 'It does not name its machine.'],
    ]);
  });
});
