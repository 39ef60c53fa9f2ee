import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import type { ThrowawayCertificate } from '../../electron/simulator/throwaway-certificate.ts';

/** A person of the provider, with the tenant that they belong to. */
export interface Person {
  readonly name: string;
  readonly tenantId: string;
}

export interface OpenIdProvider {
  readonly origin: string;
  readonly host: string;
  /** Where it is really found, whatever name it goes by. */
  readonly listensAt: string;
  /** Who signs in at the next sign-in page or code. */
  person: Person;
  /** Seconds that access tokens live. */
  lifetimeSeconds: number;
  /** Device codes that a person has typed in; others wait. */
  readonly approve: (userCode: string) => void;
  /** All refresh tokens of before count no longer. */
  readonly revoke: () => void;
  /** Grants given, in order: `authorization_code`, `refresh_token`, `device_code`, with the claims and the scope that were asked for. */
  readonly grants: readonly { readonly kind: string; readonly claims: string | null; readonly tenant: string; readonly scope: string }[];
  readonly issued: { readonly access: readonly string[]; readonly refresh: readonly string[] };
  /** Requests that broke the protocol: a wrong verifier, an unknown code. */
  readonly offences: readonly string[];
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly challenge: string;
  readonly redirect: string;
  readonly person: Person;
  readonly nonce: string;
}

/**
 * An OpenID provider on loopback that behaves like Entra ID as far as a public client sees it. For tests. `knownAs`: the
 * address that it tells of itself, where the tests lead requests for it here.
 */
export async function startOpenIdProvider(certificate: ThrowawayCertificate, person: Person, knownAs?: string): Promise<OpenIdProvider> {
  const codes = new Map<string, Waiting>();
  const deviceCodes = new Map<string, { readonly userCode: string; person: Person | null }>();
  const refreshTokens = new Map<string, Person>();
  const grants: { kind: string; claims: string | null; tenant: string; scope: string }[] = [];
  const issued = { access: [] as string[], refresh: [] as string[] };
  const offences: string[] = [];
  let origin = '';

  function refuse(error: string, number: string) {
    if (error !== 'authorization_pending') offences.push(error);
    return {
      status: 400,
      body: { error, error_description: `AADSTS${number}: refused by the provider of the tests.`, error_codes: [Number(number)] },
    };
  }

  function grant(
    kind: string,
    who: Person,
    { form, nonce = '', tenant }: { readonly form: URLSearchParams; readonly nonce?: string; readonly tenant: string },
  ) {
    const claims = form.get('claims');
    grants.push({ kind, claims, tenant, scope: form.get('scope') ?? '' });
    const access = `secret-access-token-${randomUUID()}`;
    const refresh = `secret-refresh-token-${randomUUID()}`;
    issued.access.push(access);
    issued.refresh.push(refresh);
    refreshTokens.set(refresh, who);
    const uid = createHash('sha1').update(who.name).digest('hex').slice(0, 12);
    const seconds = Math.floor(Date.now() / 1000);
    const idToken = {
      aud: form.get('client_id'),
      iss: `${origin}/${who.tenantId}/v2.0`,
      iat: seconds,
      nbf: seconds,
      exp: seconds + 3600,
      oid: `00000000-0000-4000-8000-${uid}`,
      sub: uid,
      tid: who.tenantId,
      preferred_username: who.name,
      name: who.name,
      ver: '2.0',
      ...(nonce === '' ? {} : { nonce }),
    };
    return {
      status: 200,
      body: {
        token_type: 'Bearer',
        scope: form.get('scope') ?? '',
        expires_in: provider.lifetimeSeconds,
        ext_expires_in: provider.lifetimeSeconds,
        access_token: access,
        refresh_token: refresh,
        id_token: `${encode({ alg: 'none', typ: 'JWT' })}.${encode(idToken)}.`,
        client_info: encode({ uid: idToken.oid, utid: who.tenantId }),
      },
    };
  }

  function token(tenant: string, form: URLSearchParams) {
    switch (form.get('grant_type') ?? '') {
      case 'authorization_code': {
        const waiting = codes.get(form.get('code') ?? '');
        codes.delete(form.get('code') ?? '');
        if (waiting === undefined || waiting.redirect !== form.get('redirect_uri')) return refuse('invalid_grant', '70008');
        const made = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url');
        if (made !== waiting.challenge) return refuse('invalid_grant', '50148');
        return grant('authorization_code', waiting.person, { form, nonce: waiting.nonce, tenant });
      }
      case 'refresh_token': {
        const who = refreshTokens.get(form.get('refresh_token') ?? '');
        return who === undefined ? refuse('invalid_grant', '50173') : grant('refresh_token', who, { form, tenant });
      }
      default: {
        const waiting = deviceCodes.get(form.get('device_code') ?? '');
        if (waiting === undefined) return refuse('expired_token', '70020');
        return waiting.person === null ? refuse('authorization_pending', '70016') : grant('device_code', waiting.person, { form, tenant });
      }
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    const [, tenant = '', ...rest] = url.pathname.split('/');
    const send = ({ status, body }: { readonly status: number; readonly body: unknown }): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(JSON.stringify(body));
    };
    const form = new URLSearchParams(await textOf(request));
    switch (rest.at(-1) ?? '') {
      case 'openid-configuration':
        return send({ status: 200, body: configuration(`${origin}/${tenant}`) });
      case 'authorize': {
        const query = url.searchParams;
        if (query.get('code_challenge_method') !== 'S256' || (query.get('code_challenge') ?? '').length < 43) offences.push('no PKCE');
        const code = randomUUID();
        const redirect = query.get('redirect_uri') ?? '';
        codes.set(code, {
          challenge: query.get('code_challenge') ?? '',
          redirect,
          person: provider.person,
          nonce: query.get('nonce') ?? '',
        });
        response.writeHead(200, { 'content-type': 'text/html' });
        // As Entra ID answers `form_post`: a form that sends itself.
        return void response.end(
          `<form method="post" action="${redirect}"><input name="code" value="${code}"><input name="state" value="${query.get('state') ?? ''}"></form><script>document.forms[0].submit()</script>`,
        );
      }
      case 'devicecode': {
        const deviceCode = randomUUID();
        const userCode = deviceCode.slice(0, 8).toUpperCase();
        deviceCodes.set(deviceCode, { userCode, person: null });
        const words = { message: `Type ${userCode}`, verification_uri: `${origin}/device`, expires_in: 900, interval: 1 };
        return send({ status: 200, body: { device_code: deviceCode, user_code: userCode, ...words } });
      }
      case 'token':
        return send(token(tenant, form));
      default:
        return send({ status: 404, body: {} });
    }
  }

  const server = createServer({ key: certificate.key, cert: certificate.certificate }, (request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  const listensAt = `https://${host}`;
  origin = knownAs ?? listensAt;
  const provider: OpenIdProvider = {
    origin,
    host,
    listensAt,
    person,
    lifetimeSeconds: 3600,
    grants,
    issued,
    offences,
    approve: (userCode) => {
      for (const waiting of deviceCodes.values()) if (waiting.userCode === userCode) waiting.person = provider.person;
    },
    revoke: () => refreshTokens.clear(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return provider;
}

function configuration(base: string) {
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'form_post'],
  };
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

/** What a person's browser does with the sign-in page: sends the form on to the app. */
export async function browseTo(
  address: string,
  fetchPage: (address: string) => Promise<{ readonly text: () => Promise<string> }>,
): Promise<void> {
  const page = await (await fetchPage(address)).text();
  const redirect = /action="([^"]+)"/.exec(page)?.[1] ?? '';
  const fields = [...page.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value] as [string, string]);
  await fetch(redirect, { method: 'POST', body: new URLSearchParams(fields) });
}
