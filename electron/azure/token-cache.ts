import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ICachePlugin, TokenCacheContext } from '@azure/msal-node';

/** Encryption by the operating system, as Electron's `safeStorage` offers it. Handed in by the entry that has it. */
export interface SecretBox {
  readonly isAvailable: () => Promise<boolean>;
  readonly encrypt: (text: string) => Promise<Uint8Array>;
  readonly decrypt: (bytes: Uint8Array) => Promise<string>;
}

export interface TokenCache {
  /** Whether sign-ins outlive the app. Without encryption by the system they are kept in memory only. */
  readonly isKept: () => Promise<boolean>;
  /** MSAL's cache of one sign-in; `key` names the engagement. */
  readonly pluginFor: (key: string) => ICachePlugin;
  readonly wipe: (key: string) => Promise<void>;
}

/**
 * Tokens of each engagement in a file of their own, encrypted.
 * SECURITY: never written unencrypted, never into the engagement file; a file that cannot be decrypted counts as absent.
 */
export function createTokenCache({ folder, box }: { readonly folder: string; readonly box: SecretBox | null }): TokenCache {
  const memory = new Map<string, string>();
  let lastWrite: Promise<unknown> = Promise.resolve();
  const fileOf = (key: string): string => path.join(folder, `${key.replaceAll(/[^\w-]/g, '_').slice(0, 80)}.bin`);
  const isKept = async (): Promise<boolean> => box !== null && (await box.isAvailable());

  async function load(key: string): Promise<string | null> {
    const known = memory.get(key);
    if (known !== undefined) return known;
    if (box === null || !(await isKept())) return null;
    try {
      const text = await box.decrypt(await readFile(fileOf(key)));
      memory.set(key, text);
      return text;
    } catch {
      return null;
    }
  }

  async function save(key: string, text: string): Promise<void> {
    memory.set(key, text);
    if (box === null || !(await isKept())) return;
    const bytes = await box.encrypt(text);
    // Wiped meanwhile: what was signed out stays signed out.
    if (memory.get(key) !== text) return;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = fileOf(key);
    await writeFile(`${file}.new`, bytes, { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = lastWrite.then(act);
    lastWrite = next.catch(() => undefined);
    return next;
  }

  return {
    isKept,
    pluginFor: (key) => ({
      async beforeCacheAccess({ tokenCache }: TokenCacheContext) {
        const text = await load(key);
        if (text !== null) tokenCache.deserialize(text);
      },
      async afterCacheAccess({ cacheHasChanged, tokenCache }: TokenCacheContext) {
        if (!cacheHasChanged) return;
        const text = tokenCache.serialize();
        await inTurn(() => save(key, text));
      },
    }),
    wipe: (key) => {
      memory.delete(key);
      return inTurn(async () => {
        memory.delete(key);
        await rm(fileOf(key), { force: true });
        await rm(`${fileOf(key)}.new`, { force: true });
      });
    },
  };
}
