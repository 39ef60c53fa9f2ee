import type { Body } from '../estate.ts';

export interface EventFacts {
  readonly object: string;
  readonly at: string;
  readonly fabricId: string | null;
  readonly instanceType: string | null;
  readonly errors: readonly Body[];
  /** Those of classic machines say more. */
  readonly isDetailed?: boolean;
  /** What it is about, and how bad; the health of a machine by its errors when nothing is said. */
  readonly eventType?: string;
  readonly severity?: string;
  /** The job that it tells of. */
  readonly job?: { readonly id: string; readonly kind: string; readonly status: string; readonly objectType: string };
}

/** An event: the health of a machine or server that changed, or a job that failed or waits. */
export function eventShape(facts: EventFacts): Body {
  const { job, object, errors } = facts;
  return {
    ...(job === undefined
      ? { eventCode: 'SRSVMHealthChanged', description: `The health of ${object} changed.`, eventType: facts.eventType ?? 'VmHealth' }
      : { eventCode: 'SRSJobStatus', description: `${job.kind} - ${job.status}`, eventType: 'JobStatus' }),
    affectedObjectFriendlyName: object,
    severity: severityOf(facts),
    timeOfOccurrence: facts.at,
    fabricId: facts.fabricId,
    providerSpecificDetails: facts.instanceType === null ? null : providerDetails(facts.instanceType, facts),
    eventSpecificDetails:
      job === undefined
        ? null
        : {
            instanceType: 'JobStatus',
            jobId: job.id,
            jobFriendlyName: job.kind,
            jobStatus: job.status,
            affectedObjectType: job.objectType,
          },
    healthErrors: [...errors],
  };
}

function severityOf({ job, errors, severity }: EventFacts): string {
  if (severity !== undefined) return severity;
  if (job !== undefined) return job.status === 'Failed' ? 'Critical' : 'Warning';
  return errors.length === 0 ? 'OK' : 'Critical';
}

/** What each provider adds. SOURCE: recordings of 2017; those of the newer providers: description of 2023-06-01. */
function providerDetails(instanceType: string, { object, isDetailed = false, fabricId }: EventFacts): Body {
  const words = (value: string): string | null => (isDetailed ? value : null);
  const fabricName = fabricId?.split('/').at(-1) ?? null;
  switch (instanceType) {
    case 'InMageAzureV2':
      return {
        instanceType,
        eventType: words('Agent health'),
        category: words('Agent alerts'),
        component: words('Agent'),
        correctiveAction: words('Nothing is needed.'),
        details: words('The agent reports an alert.'),
        summary: words('An alert.'),
        siteName: 'configuration-server',
      };
    case 'HyperVReplicaAzure':
      return { instanceType, containerName: fabricName, fabricName, remoteContainerName: 'Microsoft Azure' };
    case 'HyperVReplica2012':
    case 'HyperVReplica2012R2':
      return { instanceType, containerName: fabricName, fabricName, remoteContainerName: 'recovery', remoteFabricName: 'recovery' };
    case 'A2A':
      return {
        instanceType,
        protectedItemName: object,
        fabricObjectId: null,
        fabricName,
        fabricLocation: null,
        remoteFabricName: null,
        remoteFabricLocation: null,
      };
    case 'InMageRcm':
      return {
        instanceType,
        protectedItemName: object,
        vmName: object,
        latestAgentVersion: null,
        jobId: null,
        fabricName,
        applianceName: 'appliance-01',
        serverType: null,
        componentDisplayName: null,
      };
    case 'InMageRcmFailback':
      return {
        instanceType,
        protectedItemName: object,
        vmName: object,
        applianceName: 'appliance-01',
        serverType: null,
        componentDisplayName: null,
      };
    default:
      return { instanceType };
  }
}

/** A health error as fabrics and events carry it: much of it is null. */
export function healthErrorShape(code: string, message: string, at: string): Body {
  return {
    errorSource: null,
    errorType: null,
    errorLevel: null,
    errorCode: code,
    summaryMessage: '',
    errorMessage: message,
    possibleCauses: '',
    recommendedAction: '',
    creationTimeUtc: at,
    recoveryProviderErrorMessage: null,
    entityId: null,
  };
}
