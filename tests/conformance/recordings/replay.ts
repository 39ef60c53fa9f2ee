import { createClock } from '../../../electron/simulator/clock.ts';
import { emptyEstate, type Estate } from '../../../electron/simulator/estate.ts';
import { serveSimulator } from '../../../electron/simulator/serve-simulator.ts';
import { createSimulator, type Simulator } from '../../../electron/simulator/simulator.ts';
import { compareBodies, type Difference } from './compare-bodies.ts';
import type { Description, Operation } from './description.ts';
import type { Knowledge } from './knowledge.ts';
import { matchingState, nowOf } from './matching-state.ts';
import type { Exchange } from './read-recordings.ts';

/** Headers that a client goes by, or that support asks for. Rate limits count, whatever their number is. */
const HEADERS = [
  'content-type',
  'cache-control',
  'pragma',
  'expires',
  'strict-transport-security',
  'retry-after',
  'location',
  'azure-asyncoperation',
  'x-ms-request-id',
  'x-ms-correlation-request-id',
  'x-ms-routing-request-id',
] as const;

const OPERATION_STATUS = '/replicationoperationstatus/*';
const LIMIT = /^x-ms-ratelimit-remaining-subscription-/;

export interface Verdict {
  readonly exchange: Exchange;
  readonly operation: Operation | null;
  readonly problems: readonly string[];
}

export interface Replayer {
  readonly replay: (exchange: Exchange, knowledge: Knowledge) => Promise<Verdict>;
  readonly close: () => Promise<void>;
}

/** Sends recorded requests to the simulator over HTTP, set to the matching state before each, and compares the answers. */
export async function createReplayer(description: Description): Promise<Replayer> {
  const principals = new Map([['replay', { name: 'replay', role: 'contributor' as const }]]);
  const simulatorFor = (now: number, estate: Estate, signsAddresses: boolean): Simulator =>
    createSimulator({ clock: createClock({ speed: 0, realNow: () => now }), principals, estate, signsAddresses });
  let simulator = simulatorFor(0, emptyEstate(), false);
  let count = 0;
  const served = await serveSimulator(
    {
      ...simulator,
      get clock() {
        return simulator.clock;
      },
      answer: (request) => simulator.answer(request),
    },
    {
      randomId: () => {
        count += 1;
        return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
      },
    },
  );
  return {
    close: served.close,
    async replay(exchange, knowledge) {
      const isSigned = URL.parse(exchange.headers['location'] ?? '')?.searchParams.has('c') === true;
      simulator = simulatorFor(nowOf(exchange), matchingState(exchange, knowledge), isSigned);
      const { method, url, requestBody } = exchange;
      const response = await fetch(`${served.origin}${url.pathname}${url.search}`, {
        method,
        headers: { authorization: 'Bearer replay', 'content-type': 'application/json', 'x-ms-client-request-id': 'replay' },
        ...(requestBody === undefined || method === 'GET' ? {} : { body: JSON.stringify(requestBody) }),
      });
      const text = await response.text();
      const operation = description.operationOf(method, decodeURIComponent(url.pathname));
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      const isOlder = (url.searchParams.get('api-version') ?? '') < '2022';
      const differences = compareBodies(exchange.body, body).filter((each) => !isOlder || isOfThisVersion(each, description, operation));
      const problems = [
        ...(response.status === exchange.status ? [] : [`status ${exchange.status} is ${response.status}`]),
        ...headerProblems(exchange, response.headers),
        ...differences.map(({ path, kind, words }) => `${kind} ${path.join('.').replaceAll('.[]', '[]')} (${words})`),
      ];
      return { exchange, operation, problems };
    },
  };
}

/** An older version of the interface had properties that are gone now, and lacked some that are new: the description decides. */
function isOfThisVersion({ path, kind, above }: Difference, description: Description, operation: Operation | null): boolean {
  if (operation === null || (kind !== 'missing' && kind !== 'extra')) return true;
  const isDeclared = description.declares(operation, path, above);
  return kind === 'missing' ? isDeclared : !isDeclared;
}

function headerProblems({ headers, isStripped }: Exchange, got: Headers): string[] {
  // Which of the limits a removal counts for has changed since 2017; that one is told has not.
  const isLimited = Object.keys(headers).some((name) => LIMIT.test(name));
  const limit = isLimited && ![...got.keys()].some((name) => LIMIT.test(name)) ? ['header of the rate limit is missing'] : [];
  const others = HEADERS.flatMap((name) => {
    const [wanted, own] = [headers[name], got.get(name) ?? undefined];
    if (wanted === undefined) {
      const isTold = !isStripped && (name === 'location' || name === 'azure-asyncoperation' || name === 'retry-after');
      return isTold && own !== undefined ? [`header ${name} is there`] : [];
    }
    if (own === undefined) return [`header ${name} is missing`];
    if (name === 'location' || name === 'azure-asyncoperation') {
      // Before 2019 the operation's address was the job's own.
      const place = name === 'location' ? addressShape(wanted) : addressShape(wanted).replace(/\/replicationjobs\/\*$/, OPERATION_STATUS);
      return place === addressShape(own) ? [] : [`header ${name} ${place} is ${addressShape(own)}`];
    }
    return name === 'content-type' && wanted.split(';')[0] !== own.split(';')[0] ? [`header ${name} ${wanted} is ${own}`] : [];
  });
  return [...limit, ...others];
}

/** The way of a polling address: its path without the job's name, and the names of its query. */
function addressShape(address: string): string {
  const { pathname, searchParams } = new URL(address);
  const parts = decodeURIComponent(pathname).toLowerCase().split('/');
  return (
    [...parts.slice(0, -1), '*'].join('/').replace(/(replicationjobs)\/[^/]+\/(operationresults)/, '$1/*/$2') +
    (searchParams.has('c') ? '?signed' : '')
  );
}
