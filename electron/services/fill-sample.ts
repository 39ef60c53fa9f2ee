import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { success, type Reply } from '../../shared/contract/failure.ts';
import type { Handlers } from '../host/handlers.ts';
import type { Session } from './session.ts';
import type { UploadStore } from './upload-store.ts';

interface Parts {
  /** Folder of the fictional sources. */
  readonly sampleFolder: string;
  readonly uploads: UploadStore;
  readonly handlers: Pick<
    Handlers,
    | 'import.preview'
    | 'import.confirm'
    | 'engagement.change-settings'
    | 'engagement.set-facts'
    | 'engagement.answer-question'
    | 'checklist.mark'
    | 'dependency.set-rules'
    | 'plan.set-limits'
    | 'plan.make'
  >;
}

/** What the fictional customer handed over: the hypervisor's export, guest facts, measurements with target sizes, and who calls whom. */
const SOURCES = ['sample-estate.xlsx', 'sample-guest-facts.json', 'sample-measurements.csv', 'sample-connections.csv'];

/** What a consultant would have asked in the first meeting. */
const SETTINGS = {
  routeDecision: {
    route: 'site-recovery',
    reason: 'The replication appliance and the runbooks for Site Recovery exist from the rehearsals.',
  },
  targetRegion: 'northeurope',
  vaultRegion: 'northeurope',
  siteLinkMbps: 2000,
  timeZone: 'Europe/Dublin',
} as const;
const OFFERED_SIZES = ['D', 'E'].flatMap((family) => [2, 4, 8, 16, 32, 48, 64].map((cores) => `Standard_${family}${cores}s_v5`)).join(', ');
const FACTS = {
  targetVnetRegion: 'northeurope',
  targetDiskKind: 'managed',
  targetDiskType: 'Premium_LRS',
  targetDiskEncryption: 'platform-key',
  wantsEncryptionAtHost: false,
  securityType: 'standard',
  targetAvailability: 'none',
  availabilityChangePlanned: false,
  acceleratedNetworkingWanted: false,
  coresFree: 800,
  familyFree: 400,
  coresNeeded: 320,
  helperSizeAvailable: true,
  offeredSizes: OFFERED_SIZES,
  cacheRegion: 'northeurope',
  cacheAccountKind: 'standard-v2',
  cacheAccountHasSoftDelete: false,
  cacheAccountAllowsSharedKey: true,
  cacheAccountHasHierarchicalNamespace: false,
  cacheAccountDiskCount: 240,
  proxyKind: 'none',
  outboundPath: 'service-tags',
  replicationPath: 'public',
  applianceDailyChurnGiB: 900,
  applianceProtectedItems: 120,
  applianceCores: 16,
  plannedDays: 90,
  plannedDiskChange: 'none',
  plannedOsUpgrade: 'none',
  vaultCount: 1,
  applianceCount: 1,
  replicationGroupSize: 16,
  recoveryPlanSize: 25,
  recoveryPlanGroups: 4,
  licenseType: 'windows-server',
} as const;
const ANSWERS = {
  'azure-cloud': 'public',
  'push-install': 'some',
  'private-endpoints': 'no',
  'vault-identity': 'yes',
  'keep-addresses': 'change',
  'hybrid-benefit': 'yes',
  'compliant-drivers': 'yes',
  'recovery-plans': 'yes',
  'disaster-recovery': 'no',
} as const;
const ROUTE_STEP = {
  items: [{ stepId: 'choose-tool-route', scope: { kind: 'engagement' as const, id: 'engagement' } }],
  state: 'done' as const,
  evidence: [
    { kind: 'note' as const, text: 'Agreed in the first meeting; the customer knows that Azure Migrate is what Microsoft recommends.' },
  ],
};
/** Teams of this site can test so many machines together in one night. */
const GROUP_LIMIT = { rules: { largestGroup: 20 }, what: 'A move group should not be larger than 20 machines' };
const LIMITS = {
  machinesPerWave: 25,
  pilotMachines: 5,
  timeZone: SETTINGS.timeZone,
  firstWindowStartsAt: '2027-01-16T20:00:00.000Z',
  freezes: [{ title: 'Half-year close', startsAt: '2027-01-29T00:00:00.000Z', endsAt: '2027-02-02T00:00:00.000Z' }],
} as const;

/** Takes the sample engagement the way a person would: import, preview, confirm, settings, plan. Nothing in it is special. */
export function createSampleFiller({ sampleFolder, uploads, handlers }: Parts): (session: Session) => Promise<Reply<unknown>> {
  const context = { signal: new AbortController().signal };

  async function importSource(name: string): Promise<Reply<unknown>> {
    const bytes = await readFile(path.join(sampleFolder, name));
    const upload = await uploads.start(name, bytes.byteLength);
    if (!upload.ok) return upload;
    const received = await uploads.addChunk(upload.value.uploadId, 0, bytes);
    if (!received.ok) return received;
    const preview = await handlers['import.preview']({ uploadId: upload.value.uploadId }, context);
    return preview.ok ? await handlers['import.confirm']({ previewId: preview.value.previewId, decisions: [] }, context) : preview;
  }

  return async () => {
    const steps = [
      ...SOURCES.map((name) => async () => await importSource(name)),
      async () => await handlers['engagement.change-settings'](SETTINGS, context),
      async () => await handlers['engagement.set-facts']({ values: FACTS }, context),
      ...Object.entries(ANSWERS).map(
        ([questionId, value]) =>
          async () =>
            await handlers['engagement.answer-question']({ questionId, values: [value] }, context),
      ),
      async () => await handlers['checklist.mark'](ROUTE_STEP, context),
      async () => await handlers['dependency.set-rules'](GROUP_LIMIT, context),
      async () => await handlers['plan.set-limits']({ limits: { ...LIMITS, freezes: [...LIMITS.freezes] } }, context),
      async () => await handlers['plan.make']({ timeLimitMs: 1000, adopt: 'at-once' }, context),
    ];
    for (const step of steps) {
      // Each step builds on the one before.
      // oxlint-disable-next-line no-await-in-loop
      const done = await step();
      if (!done.ok) return done;
    }
    return success({});
  };
}
