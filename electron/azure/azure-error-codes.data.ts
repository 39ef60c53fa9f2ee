import type { Failure, FailureCode } from '../../shared/contract/failure.ts';

export interface KnownError {
  readonly code: FailureCode;
  readonly retry: Failure['retry'];
  /** What it means and what to do, after the service's own words. */
  readonly advice: string;
}

/** Codes of ARM and of Site Recovery, outer or inner. SOURCE: site recovery facts, sections 2.4 and 7.2. Keys in lower case. */
export const KNOWN_ERRORS: Readonly<Record<string, KnownError>> = {
  invalidauthenticationtoken: { code: 'signed-out', retry: 'now', advice: 'The sign-in is no longer valid. Sign in again.' },
  expiredauthenticationtoken: { code: 'signed-out', retry: 'now', advice: 'The sign-in ran out. Sign in again.' },
  authorizationfailed: {
    code: 'forbidden',
    retry: 'never',
    advice: 'The account lacks a right. Ask for the role that the Azure screen names, then try again.',
  },
  readonlydisabledsubscription: {
    code: 'forbidden',
    retry: 'never',
    advice: 'The subscription is switched off and can only be read. Its owner has to enable it.',
  },
  requestdisallowedbypolicy: {
    code: 'azure-rejected',
    retry: 'never',
    advice: 'A policy of the subscription forbids this. Ask its owner for an exemption or change the target.',
  },
  scopelocked: { code: 'conflict', retry: 'never', advice: 'A lock on the resource forbids changes. Its owner has to remove the lock.' },
  resourcenotfound: {
    code: 'not-found',
    retry: 'never',
    advice: 'The vault or resource is not there (any more). Check name, resource group and subscription.',
  },
  resourcegroupnotfound: { code: 'not-found', retry: 'never', advice: 'The resource group is not there (any more).' },
  subscriptionnotfound: { code: 'not-found', retry: 'never', advice: 'The subscription is not there, or the account cannot see it.' },
  armresourcedoesnotexist: { code: 'not-found', retry: 'never', advice: 'It is not in the vault (any more). Read the vault again.' },
  notfound: { code: 'not-found', retry: 'never', advice: 'It is not in the vault (any more). Read the vault again.' },
  subscriptionrequeststhrottled: {
    code: 'throttled',
    retry: 'later',
    advice: 'Azure limits how often it is asked. Landfall waits and goes on by itself.',
  },
  invalidfailoverdirection: {
    code: 'not-ready',
    retry: 'never',
    advice: 'The machine was not failed over, so this cannot be done. Read its state again.',
  },
  invalidchannelintegritykeytoken: {
    code: 'azure-rejected',
    retry: 'never',
    advice: 'The service asks for a newer client. Update Landfall.',
  },
  missingapiversionparameter: {
    code: 'internal',
    retry: 'never',
    advice: 'Landfall asked in a wrong way. Report it with the correlation id.',
  },
  invalidapiversionparameter: {
    code: 'internal',
    retry: 'never',
    advice: 'Landfall asked in a wrong way. Report it with the correlation id.',
  },
  '532': { code: 'conflict', retry: 'later', advice: 'Another operation runs on this machine. Wait for it to end; nothing was changed.' },
  '25037': {
    code: 'not-ready',
    retry: 'never',
    advice: 'The machine is not in a state that can be committed. Read its state and follow the operations it offers.',
  },
  '25038': { code: 'not-ready', retry: 'never', advice: 'The machine is not in a state that can be protected again.' },
  '28031': {
    code: 'azure-rejected',
    retry: 'never',
    advice: 'The quota of the target region does not suffice. Raise it or choose another size, then fail over again.',
  },
  '28092': {
    code: 'azure-rejected',
    retry: 'never',
    advice: 'The quota for network interfaces does not suffice. Raise it, then try again.',
  },
  '28061': { code: 'azure-rejected', retry: 'never', advice: 'The name of the target machine is taken. Give it another name.' },
  '310024': { code: 'azure-rejected', retry: 'never', advice: 'The name of the target machine is taken. Give it another name.' },
  '45031': { code: 'conflict', retry: 'never', advice: 'The machine is protected already. Read the vault again.' },
  '539': { code: 'azure-rejected', retry: 'never', advice: 'The replication provider refused. The other errors of the job say why.' },
  '559': { code: 'conflict', retry: 'never', advice: 'This address is discovered already, through a vCenter or another server.' },
  '95222': { code: 'conflict', retry: 'never', advice: 'This address is discovered already, through a vCenter or another server.' },
  '15035': { code: 'conflict', retry: 'never', advice: 'A policy of this name exists with other settings. Choose another name.' },
  '499': {
    code: 'azure-rejected',
    retry: 'later',
    advice: 'The service had an error of its own. Try again; if it stays, open a support case with the activity id.',
  },
  '506': { code: 'azure-rejected', retry: 'never', advice: 'The service did not accept a value. Check the settings of the machine.' },
  '150261': { code: 'azure-rejected', retry: 'never', advice: 'The policy was not created. Check its values.' },
  '70038': {
    code: 'azure-rejected',
    retry: 'later',
    advice: 'The failover did not succeed. Read the causes, mend them and fail over again.',
  },
  '170010': {
    code: 'azure-rejected',
    retry: 'never',
    advice: 'The machine could not be prepared for Azure (hydration). Check boot drivers and the list of prepared systems.',
  },
};

/** Codes of the network and of TLS, as Node and Chromium name them. `isSent`: the request may have reached the service. */
export const NETWORK_ERRORS: Readonly<Record<string, { readonly isSent: boolean; readonly words: string }>> = {
  ECONNREFUSED: { isSent: false, words: 'Azure cannot be reached: the connection was refused. Check the network and the proxy.' },
  ENOTFOUND: { isSent: false, words: 'Azure cannot be reached: its name is not known here. Check the network and the name servers.' },
  EAI_AGAIN: { isSent: false, words: 'Azure cannot be reached: its name cannot be looked up right now. Check the network.' },
  EHOSTUNREACH: { isSent: false, words: 'Azure cannot be reached from this network. Check the network and the proxy.' },
  ENETUNREACH: { isSent: false, words: 'There is no network. Connect this computer, then try again.' },
  ERR_INTERNET_DISCONNECTED: { isSent: false, words: 'There is no network. Connect this computer, then try again.' },
  ERR_NAME_NOT_RESOLVED: {
    isSent: false,
    words: 'Azure cannot be reached: its name is not known here. Check the network and the name servers.',
  },
  ERR_CONNECTION_REFUSED: { isSent: false, words: 'Azure cannot be reached: the connection was refused. Check the network and the proxy.' },
  ERR_PROXY_CONNECTION_FAILED: { isSent: false, words: 'The proxy does not answer. Check the proxy settings of the system.' },
  ECONNRESET: { isSent: true, words: 'The connection broke off. Check the network.' },
  EPIPE: { isSent: true, words: 'The connection broke off. Check the network.' },
  ETIMEDOUT: { isSent: true, words: 'Azure did not answer in time. Check the network.' },
  ESOCKETTIMEDOUT: { isSent: true, words: 'Azure did not answer in time. Check the network.' },
  ERR_CONNECTION_RESET: { isSent: true, words: 'The connection broke off. Check the network.' },
  ERR_TIMED_OUT: { isSent: true, words: 'Azure did not answer in time. Check the network.' },
};

const INSPECTED =
  'The network puts a certificate of its own before Azure (TLS inspection), and this computer does not trust it. Ask the network people to add their root certificate to the system, or to leave out the addresses of Azure.';

/** Certificates that are not trusted: nothing was sent. */
export const CERTIFICATE_ERRORS: Readonly<Record<string, string>> = {
  SELF_SIGNED_CERT_IN_CHAIN: INSPECTED,
  DEPTH_ZERO_SELF_SIGNED_CERT: INSPECTED,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: INSPECTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: INSPECTED,
  ERR_CERT_AUTHORITY_INVALID: INSPECTED,
  CERT_HAS_EXPIRED: 'The certificate that Azure showed has run out, or the clock of this computer is wrong. Check date and time.',
  ERR_CERT_DATE_INVALID: 'The certificate that Azure showed has run out, or the clock of this computer is wrong. Check date and time.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'Something other than Azure answered under its name. Nothing was sent; check the network.',
  ERR_NOT_AZURE: 'An answer named an address that is not of Azure. It was not asked; check the proxy on the way, then try again.',
  ERR_CERT_COMMON_NAME_INVALID: 'Something other than Azure answered under its name. Nothing was sent; check the network.',
};
