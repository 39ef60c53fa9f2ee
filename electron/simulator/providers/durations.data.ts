import type { ProviderName } from '../estate.ts';

/** Seconds that each act takes, as recorded with the real service. SOURCE: site recovery facts, section 4.5. */
export interface Durations {
  readonly enable: number;
  readonly initialReplication: number;
  readonly firstPoint: number;
  readonly testFailover: number;
  readonly cleanUp: number;
  readonly failover: number;
  readonly commit: number;
  readonly reprotect: number;
  readonly remove: number;
  readonly other: number;
}

const MINUTE = 60;

const AS_HYPER_V: Durations = {
  enable: MINUTE,
  initialReplication: 7 * MINUTE,
  firstPoint: 2 * MINUTE,
  testFailover: 7 * MINUTE,
  cleanUp: MINUTE,
  failover: 5 * MINUTE,
  commit: 30,
  reprotect: MINUTE,
  remove: 45,
  other: 30,
};

export const DURATIONS: Readonly<Record<ProviderName, Durations>> = {
  InMageRcm: {
    enable: 28 * MINUTE,
    initialReplication: 25 * MINUTE,
    firstPoint: 30 * MINUTE,
    testFailover: 10 * MINUTE,
    cleanUp: 2 * MINUTE,
    failover: 630,
    commit: 30,
    reprotect: 12 * MINUTE,
    remove: 90,
    other: 30,
  },
  InMageRcmFailback: {
    enable: 12 * MINUTE,
    initialReplication: 20 * MINUTE,
    firstPoint: 10 * MINUTE,
    testFailover: 10 * MINUTE,
    cleanUp: 2 * MINUTE,
    failover: 21 * MINUTE,
    commit: 30,
    reprotect: 12 * MINUTE,
    remove: 90,
    other: 30,
  },
  InMageAzureV2: {
    enable: 10 * MINUTE,
    initialReplication: 25 * MINUTE,
    firstPoint: 10 * MINUTE,
    testFailover: 150,
    cleanUp: MINUTE,
    failover: 135,
    commit: 20,
    reprotect: 8 * MINUTE,
    remove: MINUTE,
    other: 20,
  },
  HyperVReplicaAzure: {
    enable: MINUTE,
    initialReplication: 7 * MINUTE,
    firstPoint: 2 * MINUTE,
    testFailover: 13 * MINUTE,
    cleanUp: 3 * MINUTE,
    failover: 12 * MINUTE,
    commit: 30,
    reprotect: 8 * MINUTE,
    remove: 45,
    other: 30,
  },
  A2A: {
    enable: 6 * MINUTE,
    initialReplication: 20 * MINUTE,
    firstPoint: 10 * MINUTE,
    testFailover: 3 * MINUTE,
    cleanUp: 2 * MINUTE,
    failover: 150,
    commit: 45,
    reprotect: 450,
    remove: 150,
    other: 30,
  },
  HyperVReplica2012R2: AS_HYPER_V,
  InMage: AS_HYPER_V,
};
