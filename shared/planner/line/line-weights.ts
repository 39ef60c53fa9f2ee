import type { Random } from '../random.ts';
import type { Line } from './line.ts';

/** Place on one line -> place of the same item on the other. */
export function placesOf(from: Line, to: Line): Int32Array {
  const placeOfItem = new Int32Array(to.count);
  for (const [place, item] of to.order.entries()) placeOfItem[item] = place;
  return from.order.map((item) => placeOfItem[item]!);
}

/** The classic weights of Hoffmann's method: size, and some favour for all that waits behind an item. */
export function plainWeights(line: Line, [behindShare, countShare, base]: readonly [number, number, number]): Float64Array {
  const { count, size, capacity, words, followers, followerCount } = line;
  return Float64Array.from({ length: count }, (_, item) => {
    let behind = size[item]!;
    for (let word = 0; word < words; word += 1) {
      let bits = followers[item * words + word]!;
      while (bits !== 0) {
        behind += size[word * 32 + (31 - Math.clz32(bits & -bits))]!;
        bits &= bits - 1;
      }
    }
    return size[item]! + behindShare * behind + (countShare * followerCount[item]! * capacity) / 100 - (base * capacity) / 10;
  });
}

/** The hundred settings that are tried, the plainest first. */
export const PLAIN_SETTINGS: readonly (readonly [number, number, number])[] = [0, 0.005, 0.01, 0.015, 0.02].flatMap((behind) =>
  [0, 0.005, 0.01, 0.015, 0.02].flatMap((count) => [0, 0.01, 0.02, 0.03].map((base) => [behind, count, base] as const)),
);

export interface ShakeParts {
  readonly line: Line;
  readonly forward: Line;
  /** By place of the forward line. */
  readonly worth: Float64Array;
  readonly random: Random;
}

/** Weights around the worth of the items, with some favour for those that many wait for; only `places` are set. */
export function shakenWeights({ line, forward, worth, random }: ShakeParts, places: Int32Array | null): Float64Array {
  const { count, size, capacity, followerCount } = line;
  const forwardPlace = line === forward ? null : placesOf(line, forward);
  const mix = random() * 0.6;
  const favour = (random() ** 2 * 0.4 * capacity) / count;
  const noise = random() ** 2 * capacity * 0.1;
  const weights = new Float64Array(count);
  const set = (place: number): void => {
    const own = worth[forwardPlace === null ? place : forwardPlace[place]!]!;
    weights[place] = own * (1 - mix) + mix * size[place]! + favour * followerCount[place]! + (random() - 0.5) * noise;
  };
  if (places === null) for (let place = 0; place < count; place += 1) set(place);
  else for (const place of places) set(place);
  return weights;
}
