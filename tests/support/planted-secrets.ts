import type { Body } from '../../electron/simulator/estate.ts';

/** Secrets that answers of Azure may hold. None of them may be found again anywhere but where tokens are kept. */
export const STORAGE_KEY = `${'SECRETKEY'.repeat(10).slice(0, 86)}==`;
export const SIGNED = 'https://account.blob.core.windows.net/logs?sv=2024-01-01&sig=SECRETSIGNATURE&se=2030';
export const POLLING =
  'https://management.azure.com/Subscriptions/x/operationresults/y?api-version=2023-06-01&t=SECRETTIME&c=SECRETCERT&s=SECRETSIGN&h=SECRETHASH';
/** What is searched for; tokens of the provider of the tests begin with the last two. */
export const SECRET_MARKS = [
  'SECRETKEY',
  'SECRETSIGNATURE',
  'SECRETTIME',
  'SECRETCERT',
  'SECRETSIGN',
  'SECRETHASH',
  'SECRETSAS',
  'secret-access-token',
  'secret-refresh-token',
] as const;

/** Puts secrets wherever an answer may hold one: into fields that nobody asks for, and into words that are shown. */
export function plantSecrets(body: Body): Body {
  const planted = {
    sasToken: 'SECRETSAS',
    primaryKey: STORAGE_KEY,
    blobUri: SIGNED,
    healthErrors: [
      {
        errorCode: '1',
        errorLevel: 'Warning',
        errorMessage: `See ${SIGNED} or ${POLLING}; AccountKey=${STORAGE_KEY}`,
        possibleCauses: `token=SECRETSAS`,
        recommendedAction: `Use ${STORAGE_KEY}`,
      },
    ],
    description: `Log at ${SIGNED}`,
  };
  const into = (each: unknown): unknown => {
    const row = each as { readonly properties?: Body };
    if (row.properties === undefined) return each;
    return {
      ...row,
      primaryKey: STORAGE_KEY,
      properties: {
        ...row.properties,
        ...planted,
        customDetails: { ...(row.properties['customDetails'] as Body | undefined), sasToken: 'SECRETSAS' },
      },
    };
  };
  return Array.isArray(body['value']) ? { ...body, value: (body['value'] as unknown[]).map(into) } : (into(body) as Body);
}
