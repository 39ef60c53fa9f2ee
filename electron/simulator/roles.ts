/** Built-in roles of Site Recovery, as far as they allow requests. SOURCE: site recovery facts, section 11.1. */
export type Role = 'reader' | 'operator' | 'contributor' | 'nobody';

export interface Principal {
  readonly name: string;
  readonly role: Role;
}

/** Reads that a Reader and an Operator are refused. */
const NOT_FOR_READERS = [
  'replicationvaulthealth',
  'replicationoperationstatus',
  'replicationsupportedoperatingsystems',
  'targetcomputesizes',
  'replicationmigrationitems',
  'replicationappliances',
];

const OPERATOR_VERBS: ReadonlySet<string> = new Set([
  'testfailover',
  'testfailovercleanup',
  'plannedfailover',
  'unplannedfailover',
  'failovercommit',
  'failovercancel',
  'applyrecoverypoint',
  'repairreplication',
  'reprotect',
  'updatemobilityservice',
  'switchprotection',
  'cancel',
  'restart',
  'resume',
  'refresh',
]);

/** Whether a role may do it; else the action that it lacks, as the service names it. */
export function missingAction(role: Role, method: string, path: string): string | null {
  const words = path
    .toLowerCase()
    .split('/')
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  const resource = words.filter((_, index) => index % 2 === 0).join('/');
  const action = (verb: string): string => `Microsoft.RecoveryServices/vaults/${resource}/${verb}`;
  if (role === 'contributor') return null;
  if (role === 'nobody') return action('read');
  if (method === 'GET') return NOT_FOR_READERS.some((word) => words.includes(word)) ? action('read') : null;
  if (method === 'POST' && role === 'operator' && OPERATOR_VERBS.has(last)) return null;
  if (method === 'POST') return action(`${last}/action`);
  return action(method === 'DELETE' ? 'delete' : 'write');
}
