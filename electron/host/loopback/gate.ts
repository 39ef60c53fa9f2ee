import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is not let in. */
export interface Refusal {
  readonly status: 400 | 403 | 404 | 405 | 413 | 415 | 421;
  readonly detail: string;
}

/** What the gate looks at of a request. */
export interface Knock {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * SECURITY: a server on loopback can be reached by every page in every browser of this computer and by every program of every
 * user. A name that was pointed at 127.0.0.1 is turned away by its Host header, a foreign page by Origin, fetch metadata,
 * content type and a SameSite=Strict cookie, everybody else by the cookie's secret, which only the first to present a
 * one-time ticket gets.
 */
export interface Gate {
  /** A new one-time ticket; the one before it is worth nothing any more. */
  readonly newTicket: () => string;
  /** The cookie for whoever brings the ticket first, else `null`. */
  readonly redeem: (ticket: string) => string | null;
  /** Checks that hold for everything, also before there is a cookie. */
  readonly refuseStranger: (knock: Knock) => Refusal | null;
  /** What a page of ours has and nobody else. */
  readonly refuseWithoutCookie: (knock: Knock) => Refusal | null;
  /** For calls: sent by our own page, as JSON. */
  readonly refuseForeignCall: (knock: Knock) => Refusal | null;
}

const SECRET_BYTES = 32;

export function createGate(port: number): Gate {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Cookies know no ports: the name keeps two running Landfalls apart.
  const cookieName = `landfall-${port}`;
  const session = newSecret();
  let ticket: string | null = null;
  return {
    newTicket() {
      ticket = newSecret();
      return ticket;
    },
    redeem(presented) {
      if (ticket === null || !isEqual(presented, ticket)) return null;
      ticket = null;
      return `${cookieName}=${session}; HttpOnly; SameSite=Strict; Path=/`;
    },
    refuseStranger({ headers }) {
      if (headers.host !== host) return { status: 421, detail: 'This server answers to its own address only.' };
      if (headers.origin !== undefined && headers.origin !== origin)
        return { status: 403, detail: 'Another page may not talk to this server.' };
      return null;
    },
    refuseWithoutCookie({ headers }) {
      return isEqual(cookieOf(headers.cookie, cookieName), session)
        ? null
        : {
            status: 403,
            detail: 'This address was used before or is not the whole address. Press Enter where Landfall runs to get a new one.',
          };
    },
    refuseForeignCall({ method, headers }) {
      if (method !== 'POST') return { status: 405, detail: 'Calls are sent by POST.' };
      const site = headers['sec-fetch-site'];
      if (headers.origin !== origin || (site !== undefined && site !== 'same-origin'))
        return { status: 403, detail: 'Calls are taken from the page of this server only.' };
      const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      return type === 'application/json' ? null : { status: 415, detail: 'Calls are sent as application/json.' };
    },
  };
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/** Takes the same time wherever the two differ. */
function isEqual(presented: string | undefined, secret: string): boolean {
  const a = Buffer.from(presented ?? '');
  const b = Buffer.from(secret);
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(header: string | undefined, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const separator = part.indexOf('=');
    if (separator > 0 && part.slice(0, separator).trim() === name) return part.slice(separator + 1).trim();
  }
  return undefined;
}
