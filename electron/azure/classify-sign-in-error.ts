import { failed, type Failure, type Reply } from '../../shared/contract/failure.ts';
import { classifyAzureError, withoutSecrets } from './classify-azure-error.ts';

/** A failed sign-in or renewal as a failure. Decided from codes: of MSAL, of Entra ID (AADSTS…), of the network. */
export function classifySignInError(error: unknown, network: unknown): Extract<Reply<never>, { ok: false }> {
  if (network !== null) {
    const { failure } = classifyAzureError(network);
    return { ok: false, failure: { ...failure, detail: failure.detail.replaceAll('Azure cannot', 'The sign-in page of Azure cannot') } };
  }
  const { errorCode = '', subError = '', errorMessage, message, errorNo } = bag(error);
  const number = typeof errorNo === 'string' ? errorNo : (/\bAADSTS(\d+)/.exec(textOf(errorMessage, message))?.[1] ?? '');
  const known = BY_NUMBER[number] ?? BY_CODE[textOf(errorCode)] ?? BY_CODE[textOf(subError)];
  if (known !== undefined) return { ok: false, failure: known };
  return failed(
    'signed-out',
    `The sign-in did not succeed: ${withoutSecrets(textOf(errorMessage, message) || 'no reason was given')}`,
    'now',
  );
}

function bag(error: unknown): Readonly<Record<string, unknown>> {
  return typeof error === 'object' && error !== null ? (error as Readonly<Record<string, unknown>>) : {};
}

function textOf(...values: readonly unknown[]): string {
  const found = values.find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : '';
}

const cancelled: Failure = { code: 'cancelled', retry: 'now', detail: 'The sign-in was stopped.' };
const again = (detail: string): Failure => ({ code: 'signed-out', retry: 'now', detail });
const forbidden = (detail: string): Failure => ({ code: 'forbidden', retry: 'never', detail });

const BY_CODE: Readonly<Record<string, Failure>> = {
  access_denied: cancelled,
  user_cancelled: cancelled,
  device_code_polling_cancelled: cancelled,
  authorization_declined: cancelled,
  device_code_expired: again('The code was not used in time. Start the sign-in again.'),
  code_expired: again('The code was not used in time. Start the sign-in again.'),
  expired_token: again('The code was not used in time. Start the sign-in again.'),
  user_timeout_reached: again('Nobody signed in in time. Start the sign-in again.'),
  invalid_grant: again('The sign-in is no longer valid (password changed, session revoked or a new condition). Sign in again.'),
  interaction_required: again('Entra ID asks the person again (a condition or a second factor). Sign in again.'),
  login_required: again('Entra ID asks the person to sign in again.'),
  consent_required: forbidden('The tenant has not allowed this application. An administrator has to consent to it, then sign in again.'),
  no_tokens_found: again('Nobody is signed in on this computer. Sign in.'),
  no_account_in_silent_request: again('Nobody is signed in on this computer. Sign in.'),
  invalid_client: forbidden('The tenant does not know the application id, or it is not a public client. Check the application id.'),
  unauthorized_client: forbidden('The application may not sign people in to this tenant. Check the application id.'),
};

/** Numbers of Entra ID. SOURCE: learn.microsoft.com/entra/identity-platform/reference-error-codes (2026-11). */
const BY_NUMBER: Readonly<Record<string, Failure>> = {
  '50020': forbidden('The account is not a member or guest of this tenant. Choose another account, or have it invited.'),
  '50034': again('The tenant does not know this account. Check the account and the tenant.'),
  '50059': again('The tenant cannot be told from the account. Give the tenant id.'),
  '50105': forbidden('The account is not assigned to the application in this tenant. An administrator has to assign it.'),
  '53003': forbidden('A conditional access policy of the tenant forbids this sign-in. The Entra administrator knows which.'),
  '53000': forbidden('The tenant asks for a managed device. Use one, or have this sign-in exempted.'),
  '65001': forbidden('The tenant has not allowed this application. An administrator has to consent to it, then sign in again.'),
  '90002': { code: 'not-found', retry: 'never', detail: 'There is no tenant of this name or id in this cloud. Check tenant and cloud.' },
  '700016': forbidden('The tenant does not know the application id. Check it, or have the application added to the tenant.'),
  '700082': again('The sign-in ran out because it was not used for long. Sign in again.'),
  '50173': again('The sign-in was revoked. Sign in again.'),
};
