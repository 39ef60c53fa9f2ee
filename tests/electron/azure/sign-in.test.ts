import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { connectAzure } from '../../../electron/azure/azure-connection.ts';
import { CLOUDS, type Cloud } from '../../../electron/azure/clouds.ts';
import { fetchHttpClient } from '../../../electron/azure/network.ts';
import { createSignIn, type SignInAsk, type SignInPlace } from '../../../electron/azure/sign-in.ts';
import { createSiteRecovery } from '../../../electron/azure/site-recovery.ts';
import { createTokenCache, type SecretBox } from '../../../electron/azure/token-cache.ts';
import { makeThrowawayCertificate, type ThrowawayCertificate } from '../../../electron/simulator/throwaway-certificate.ts';
import { browseTo, startOpenIdProvider, type OpenIdProvider } from '../../support/openid-provider.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { trustingFetch } from '../../support/trusting-fetch.ts';

const HOME = 'aaaaaaaa-0000-4000-8000-000000000001';
const OTHER = 'bbbbbbbb-0000-4000-8000-000000000002';

let certificate: ThrowawayCertificate;
let provider: OpenIdProvider;

beforeAll(async () => {
  certificate = await makeThrowawayCertificate(new Date());
  provider = await startOpenIdProvider(certificate, { name: 'consultant@example.invalid', tenantId: HOME });
});
afterAll(() => provider.close());

const newFolder = useTemporaryFolders();
let made = '';
beforeEach(async () => void (made = await newFolder()));
const folder = (): string => made;

/** Turns every byte round: enough to see that nothing is written as it is. */
const box: SecretBox = {
  isAvailable: () => Promise.resolve(true),
  encrypt: (text) => Promise.resolve(Buffer.from(text).map((byte) => byte ^ 0x5a)),
  decrypt: (bytes) => Promise.resolve(Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString()),
};

function cloud(): Cloud {
  return { ...CLOUDS.public, authority: provider.origin };
}

function place(changes: Partial<SignInPlace> = {}): SignInPlace {
  return { engagementId: 'engagement-1', cloud: cloud(), tenant: HOME, clientId: '00000000-0000-4000-8000-00000000c11e', ...changes };
}

function setUp({ secretBox = box, isTrusting = true }: { readonly secretBox?: SecretBox | null; readonly isTrusting?: boolean } = {}) {
  const get = trustingFetch(certificate.root);
  const cache = createTokenCache({ folder: path.join(folder(), 'tokens'), box: secretBox });
  const signIn = createSignIn({
    cache,
    fetch: isTrusting ? get : (address, init) => fetch(address, init),
    openBrowser: (address) => browseTo(address, (page) => get(page, { method: 'GET', headers: {}, redirect: 'error' })),
    knownAuthorities: [provider.host],
  });
  const byBrowser = { method: 'browser', onAsk: () => undefined, signal: new AbortController().signal } as const;
  return { signIn, cache, byBrowser };
}

describe('signing in with the real MSAL', () => {
  it('goes through the browser with a proof key, and keeps the account for next time', async () => {
    const { signIn, byBrowser } = setUp();
    const before = provider.grants.length;
    const reply = await signIn.start(place(), byBrowser);
    expect(reply).toMatchObject({ ok: true, value: { accountName: 'consultant@example.invalid', tenantId: HOME } });
    expect(provider.grants.slice(before).map((grant) => grant.kind)).toEqual(['authorization_code']);
    expect(provider.offences).toEqual([]);
    // Another start of the app, the same file.
    const later = setUp();
    const who = await later.signIn.current(place());
    expect(who).toEqual(reply.ok ? reply.value : null);
    // Other engagements know nothing of it.
    expect(await later.signIn.current(place({ engagementId: 'engagement-2' }))).toBeNull();
  });

  it('goes through a code typed in elsewhere', async () => {
    const { signIn, byBrowser } = setUp();
    const asks: SignInAsk[] = [];
    const reply = await signIn.start(place(), {
      ...byBrowser,
      method: 'device-code',
      onAsk: (ask) => {
        asks.push(ask);
        if (ask.kind === 'device-code') provider.approve(ask.code);
      },
    });
    expect(reply).toMatchObject({ ok: true, value: { tenantId: HOME } });
    expect(asks).toMatchObject([{ kind: 'device-code', address: `${provider.origin}/device` }]);
    expect(provider.grants.at(-1)?.kind).toBe('device_code');
  });

  it('renews silently, and answers a claims challenge with a token made for it', async () => {
    provider.lifetimeSeconds = 60;
    const { signIn, byBrowser } = setUp();
    const reply = await signIn.start(place(), byBrowser);
    if (!reply.ok) throw new Error(reply.failure.detail);
    const credential = signIn.credential(place(), reply.value);
    const before = provider.grants.length;
    // Sixty seconds are within MSAL's margin: the token counts as run out and is renewed.
    await credential.getToken('https://management.azure.com/.default');
    expect(provider.grants.slice(before).map((grant) => grant.kind)).toEqual(['refresh_token']);
    provider.lifetimeSeconds = 3600;
    await credential.getToken('https://management.azure.com/.default');
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1700000000"}}}';
    const challenged = provider.grants.length;
    await credential.getToken('https://management.azure.com/.default', { claims, enableCae: true });
    expect(provider.grants.slice(challenged)).toHaveLength(1);
    expect(provider.grants.at(-1)?.claims).toContain('1700000000');
    expect(provider.grants.at(-1)?.claims).toContain('CP1');
  });

  it('lets the management client answer a challenge of Azure by itself', async () => {
    provider.lifetimeSeconds = 3600;
    const { signIn, byBrowser } = setUp();
    const reply = await signIn.start(place(), byBrowser);
    if (!reply.ok) throw new Error(reply.failure.detail);
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1800000000"}}}';
    const tokens: string[] = [];
    const azure = createSiteRecovery(
      connectAzure({
        cloud: cloud(),
        subscriptionId: '11111111-1111-4111-8111-111111111111',
        credential: signIn.credential(place(), reply.value),
        appVersion: '0.0.0-test',
        httpClient: fetchHttpClient((_address, { headers }) => {
          tokens.push(headers['authorization'] ?? headers['Authorization'] ?? '');
          if (tokens.length > 1) return Promise.resolve(Response.json({ value: [] }));
          const header = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`;
          return Promise.resolve(new Response('{}', { status: 401, headers: { 'www-authenticate': header } }));
        }),
      }),
    );
    expect(await azure.readVaults()).toEqual({ ok: true, value: [] });
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).not.toBe(tokens[1]);
    expect(provider.grants.at(-1)?.claims).toContain('1800000000');
  });

  it('refuses an account of another tenant and forgets it', async () => {
    const { signIn, byBrowser } = setUp();
    provider.person = { name: 'stranger@example.invalid', tenantId: OTHER };
    const reply = await signIn.start(place(), byBrowser);
    provider.person = { name: 'consultant@example.invalid', tenantId: HOME };
    expect(reply).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
    expect(reply.ok ? '' : reply.failure.detail).toContain(`but this engagement belongs to ${HOME}`);
    expect(await signIn.current(place())).toBeNull();
  });

  it('says that a person is needed when the session was revoked', async () => {
    provider.lifetimeSeconds = 60;
    const { signIn, byBrowser } = setUp();
    const reply = await signIn.start(place(), byBrowser);
    provider.lifetimeSeconds = 3600;
    if (!reply.ok) throw new Error(reply.failure.detail);
    provider.revoke();
    const credential = signIn.credential(place(), reply.value);
    await expect(credential.getToken('https://management.azure.com/.default')).rejects.toMatchObject({
      failure: { code: 'signed-out', retry: 'now' },
    });
  });

  it('ends when it is stopped, in the browser and while it waits for a code', async () => {
    const stop = new AbortController();
    const { signIn, byBrowser } = setUp();
    const waiting = createSignIn({
      cache: createTokenCache({ folder: folder(), box: null }),
      fetch: trustingFetch(certificate.root),
      openBrowser: () => {
        stop.abort();
        return Promise.resolve();
      },
      knownAuthorities: [provider.host],
    });
    expect(await waiting.start(place(), { ...byBrowser, signal: stop.signal })).toMatchObject({
      ok: false,
      failure: { code: 'cancelled' },
    });
    const stopCode = new AbortController();
    const reply = await signIn.start(place(), { method: 'device-code', signal: stopCode.signal, onAsk: () => stopCode.abort() });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  });

  it('says plainly that the network inspects TLS', async () => {
    const { signIn, byBrowser } = setUp({ isTrusting: false });
    const reply = await signIn.start(place(), byBrowser);
    expect(reply).toMatchObject({ ok: false, failure: { code: 'offline', retry: 'later' } });
    expect(reply.ok ? '' : reply.failure.detail).toContain('TLS inspection');
  });
});

describe('keeping tokens', () => {
  it('writes them encrypted only, and signing out removes them', async () => {
    const { signIn, byBrowser, cache } = setUp();
    await signIn.start(place(), byBrowser);
    expect(await cache.isKept()).toBe(true);
    const tokens = path.join(folder(), 'tokens');
    const [file] = await readdir(tokens);
    const bytes = await readFile(path.join(tokens, file ?? ''));
    for (const secret of [...provider.issued.access, ...provider.issued.refresh]) expect(bytes.includes(secret)).toBe(false);
    expect(await box.decrypt(bytes)).toContain(provider.issued.refresh.at(-1));
    await signIn.signOut(place());
    expect(await readdir(tokens)).toEqual([]);
    expect(await signIn.current(place())).toBeNull();
    expect(await setUp().signIn.current(place())).toBeNull();
  });

  it('keeps them in memory only where the system offers no encryption, and says so', async () => {
    const { signIn, byBrowser, cache } = setUp({ secretBox: null });
    expect(await signIn.start(place(), byBrowser)).toMatchObject({ ok: true });
    expect(await cache.isKept()).toBe(false);
    expect(await readdir(folder())).toEqual([]);
    expect(await signIn.current(place())).toMatchObject({ tenantId: HOME });
    expect(await setUp({ secretBox: null }).signIn.current(place())).toBeNull();
  });
});
