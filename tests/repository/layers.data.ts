/** Who may import whom. The first layer whose prefix fits a file is its layer. */
export interface Layer {
  readonly name: string;
  /** Files and folders (ending in `/`) that belong to it. */
  readonly prefixes: readonly string[];
  /** What its files may import, besides files of the same layer. */
  readonly may: readonly string[];
  /** What they may import as types only. */
  readonly mayTypes?: readonly string[];
  /** Packages; `node:` stands for all of Node. */
  readonly packages: readonly string[];
  /** What to do instead, said when the rule is broken. */
  readonly instead: string;
}

const WINDOW_PACKAGES = [
  'react',
  'react-dom',
  'zustand',
  '@fluentui/react-components',
  '@fluentui/react-icons',
  '@tanstack/react-virtual',
  '@atlaskit/pragmatic-drag-and-drop',
  '@xyflow/react',
  '@dagrejs/dagre',
  'echarts',
  'cmdk',
  'temporal-polyfill',
];

const PURE = 'shared/ decides and does nothing: take what is needed as an argument.';
export const ENTRIES = ['electron/main.ts', 'electron/main-loopback.ts', 'electron/main-command-line.ts'];

export const layers: readonly Layer[] = [
  {
    name: 'shared/domain',
    prefixes: ['shared/domain/'],
    may: [],
    packages: [],
    instead: 'The nouns know nobody; move what needs others out of domain.',
  },
  {
    name: 'shared/contract',
    prefixes: ['shared/contract/'],
    may: ['shared/'],
    packages: ['zod'],
    instead: 'The contract is schemas: only shared/ and zod.',
  },
  {
    name: 'shared/journal',
    prefixes: ['shared/journal/'],
    may: ['shared/domain/'],
    packages: ['zod'],
    instead: 'Entries and their fold know the nouns only.',
  },
  {
    name: 'shared/readiness',
    prefixes: ['shared/readiness/'],
    may: ['shared/domain/', 'shared/scenarios/', 'shared/journal/canonical-json.ts'],
    mayTypes: ['shared/snapshot/'],
    packages: [],
    instead: PURE,
  },
  { name: 'shared/scenarios', prefixes: ['shared/scenarios/'], may: ['shared/domain/', 'shared/readiness/'], packages: [], instead: PURE },
  {
    name: 'shared/checklist',
    prefixes: ['shared/checklist/'],
    may: ['shared/domain/', 'shared/scenarios/', 'shared/readiness/'],
    mayTypes: ['shared/contract/'],
    packages: [],
    instead: PURE,
  },
  {
    name: 'shared/planner',
    prefixes: ['shared/planner/'],
    may: ['shared/domain/', 'shared/readiness/', 'shared/sizing/'],
    mayTypes: ['shared/contract/'],
    packages: ['temporal-polyfill'],
    instead: PURE,
  },
  { name: 'shared', prefixes: ['shared/'], may: ['shared/'], packages: ['temporal-polyfill', 'zod'], instead: PURE },

  {
    name: 'electron/journal',
    prefixes: ['electron/journal/'],
    may: ['shared/'],
    packages: ['node:', 'better-sqlite3'],
    instead: 'The engagement file knows shared/ and SQLite only.',
  },
  {
    name: 'electron/importers',
    prefixes: ['electron/importers/'],
    may: ['shared/'],
    packages: ['node:', 'hucre', 'papaparse', 'yauzl', 'zod', 'yaml', 'ts-ics', 'temporal-polyfill'],
    instead: 'A reader knows shared/ only, never exporters or the journal.',
  },
  {
    name: 'electron/exporters',
    prefixes: ['electron/exporters/'],
    may: ['shared/'],
    packages: ['node:', 'hucre', 'papaparse', 'fflate', 'zod', 'ts-ics'],
    instead: 'A writer knows shared/ only, never importers or the journal.',
  },
  {
    name: 'electron/azure',
    prefixes: ['electron/azure/'],
    may: ['shared/'],
    packages: [
      'node:',
      '@azure/arm-recoveryservices',
      '@azure/arm-recoveryservices-siterecovery',
      '@azure/core-auth',
      '@azure/core-client',
      '@azure/core-rest-pipeline',
      '@azure/msal-node',
    ],
    instead: "The port knows shared/ and Microsoft's clients only.",
  },
  {
    name: 'electron/simulator',
    prefixes: ['electron/simulator/'],
    may: ['shared/'],
    packages: ['node:', '@peculiar/x509', 'reflect-metadata'],
    instead: 'The simulator stands in for Azure; it knows shared/ only, never the port that it answers.',
  },
  {
    name: 'electron/workers',
    prefixes: ['electron/workers/'],
    may: ['shared/', 'electron/importers/', 'electron/exporters/'],
    packages: ['node:'],
    instead: 'A worker reads, plans and writes; it reaches neither the journal nor the services.',
  },
  {
    name: 'electron/services',
    prefixes: ['electron/services/'],
    may: ['shared/'],
    mayTypes: ['electron/'],
    packages: ['node:', 'zod', 'temporal-polyfill'],
    instead: 'A service gets its parts from assemble.ts: import the type and take the function as an argument.',
  },
  {
    name: 'electron/host',
    prefixes: ['electron/host/'],
    may: ['shared/contract/'],
    mayTypes: ['electron/app-parts.ts'],
    packages: ['node:', 'zod', 'electron'],
    instead: 'A host carries the contract and does no work.',
  },
  {
    name: 'electron/command-line',
    prefixes: ['electron/command-line/'],
    may: ['shared/contract/'],
    mayTypes: ['electron/app-parts.ts'],
    packages: ['node:'],
    instead: 'The command line is a host: call a method of the contract.',
  },
  {
    name: 'composition root',
    prefixes: ['electron/assemble.ts'],
    may: ['shared/', 'electron/'],
    packages: ['node:'],
    instead: 'No Electron here: the entry hands it in.',
  },
  {
    name: 'entries',
    prefixes: ENTRIES,
    may: ['electron/'],
    packages: ['node:', 'electron'],
    instead: 'An entry only puts a host and assemble together.',
  },
  {
    name: 'preload',
    prefixes: ['electron/preload.ts'],
    may: ['shared/contract/channels.ts'],
    packages: ['electron'],
    instead: 'The preload stays one small file.',
  },
  {
    name: 'electron shell',
    prefixes: ['electron/'],
    may: ['shared/', 'electron/'],
    packages: ['node:', 'electron', 'electron-log', 'zod'],
    instead: 'What does work belongs to a service.',
  },

  {
    name: 'renderer/ui',
    prefixes: ['renderer/ui/'],
    may: [],
    packages: WINDOW_PACKAGES,
    instead: 'Controls have no domain words: hand texts and values in.',
  },
  {
    name: 'renderer/text',
    prefixes: ['renderer/text/'],
    may: ['shared/'],
    mayTypes: ['renderer/'],
    packages: ['temporal-polyfill'],
    instead: 'Words know data, not screens.',
  },
  {
    name: 'renderer/client',
    prefixes: ['renderer/client/'],
    may: ['shared/'],
    packages: [],
    instead: 'A client knows the contract only.',
  },
  {
    name: 'renderer/store',
    prefixes: ['renderer/store/'],
    may: ['shared/', 'renderer/client/', 'renderer/text/'],
    mayTypes: ['renderer/ui/'],
    packages: WINDOW_PACKAGES,
    instead: 'The store knows the contract and its client, never screens.',
  },
  {
    name: 'renderer features',
    prefixes: ['renderer/features/'],
    may: ['shared/', 'renderer/store/', 'renderer/client/', 'renderer/ui/', 'renderer/text/', 'renderer/commands/'],
    packages: [...WINDOW_PACKAGES, 'zod'],
    instead: 'What two features share belongs to store, ui or text.',
  },
  {
    name: 'renderer frame',
    prefixes: ['renderer/'],
    may: ['shared/', 'renderer/'],
    packages: [...WINDOW_PACKAGES, 'zod'],
    instead: 'The window asks the main process through the contract.',
  },
  { name: 'tests', prefixes: ['tests/'], may: ['shared/', 'electron/', 'renderer/', 'vite.config.ts'], packages: ['*'], instead: '' },
];
