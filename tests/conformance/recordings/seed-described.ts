import type { Body, Estate, SimResource, SimVault } from '../../../electron/simulator/estate.ts';
import { applianceShape, intentShape, migrationItemShape, vCenterShape } from '../../../electron/simulator/shapes/described-shapes.ts';
import { healthErrorShape } from '../../../electron/simulator/shapes/event-shapes.ts';
import { fabricErrorShape } from '../../../electron/simulator/shapes/fabric-shapes.ts';
import { startJob } from '../../../electron/simulator/start-job.ts';
import { vaultId } from '../../../electron/simulator/vault-id.ts';
import { bag, list, text, type Bag } from './knowledge.ts';
import { itemOf } from './seed-item.ts';

interface Facts {
  readonly name: string;
  readonly fabric: string;
  readonly properties: Bag;
  readonly vault: SimVault;
}

/** Kinds that are made by shapes from the published description; `null`: not one of these. */
export function describedShape(kind: string, { name, fabric, properties, vault }: Facts): Body | null {
  const details = bag(properties['providerSpecificDetails']);
  switch (kind) {
    case 'replicationvcenters':
      return vCenterShape({ name, fabric, input: properties });
    case 'replicationmigrationitems':
      return migrationItemShape({ name, vaultId: vaultId(vault), policyId: text(properties['policyId']) ?? '', input: details });
    case 'replicationprotectionintents':
      return intentShape({
        name,
        jobId: text(properties['jobId']) ?? '',
        jobState: text(properties['jobState']) ?? 'NotStarted',
        at: 0,
        input: details,
      });
    case 'replicationappliances':
      return applianceShape('', { customDetails: { processServers: list(details['appliances']) } });
    // A name, or where it leads: the description has nothing else.
    case 'replicationstorageclassifications':
    case 'replicationstorageclassificationmappings':
    case 'replicationlogicalnetworks':
    case 'replicationvaultsettings':
      return { ...properties };
    default:
      return null;
  }
}

/** Errors that a vault's health counts: each is reported by a machine, a server or the vault itself. */
export function seedHealth(vault: SimVault, properties: Bag): void {
  const codes = (key: string): string[] => list(bag(properties[key])['issues']).flatMap((issue) => text(bag(issue)['summaryCode']) ?? []);
  Object.assign(vault, {
    errors: list(properties['vaultErrors']).map((error) => {
      const { errorSource, errorType, errorLevel } = bag(error);
      return {
        ...healthErrorShape(text(bag(error)['errorCode']) ?? '', 'Something is wrong.', '2023-01-01T00:00:00Z'),
        errorSource,
        errorType,
        errorLevel,
      };
    }),
  });
  const reporting = codes('protectedItemsHealth');
  if (reporting.length > 0) {
    const errors = reporting.map((errorCode) => ({ errorCode }));
    const path = 'replicationFabrics/f/replicationProtectionContainers/c/replicationProtectedItems/reporting';
    vault.items.push(itemOf({ id: 'reporting', path, body: { properties: { healthErrors: errors } }, now: 0 }));
  }
  const fabricErrors = codes('fabricsHealth').map((code) => fabricErrorShape(code, true));
  const type = 'Microsoft.RecoveryServices/vaults/replicationFabrics';
  if (fabricErrors.length > 0)
    vault.resources['replicationfabrics/reporting'] = {
      path: 'replicationFabrics/reporting',
      type,
      properties: { internalIdentifier: 'reporting', healthErrorDetails: fabricErrors },
    };
}

const LAST: readonly (readonly [string, string])[] = [
  ['lastPlannedFailoverTime', 'PlannedFailover'],
  ['lastUnplannedFailoverTime', 'UnplannedFailover'],
  ['lastTestFailoverTime', 'TestFailover'],
];

/** What was done with a plan: a job for each time that it tells, and the one that it is at, newest first. */
export function seedPlanRuns(estate: Estate, vault: SimVault, { path, properties }: Pick<SimResource, 'path' | 'properties'>): void {
  const done = LAST.flatMap(([key, jobKind]) => (text(properties[key]) === null ? [] : [jobKind]));
  const current = text(bag(properties['currentScenario'])['scenarioName']);
  const kinds = current === null ? done : [...done.filter((kind) => kind !== current), current];
  for (const jobKind of kinds) {
    const job = startJob(estate, vault, {
      now: 0,
      job: { jobKind, seconds: 1, effect: { kind: 'none' }, target: { id: '', name: '' }, resourcePath: path, clientRequestId: '' },
    });
    job.plan = { verb: '', body: {}, steps: [], done: 0, waitsSince: null };
    job.isSettled = true;
  }
}
