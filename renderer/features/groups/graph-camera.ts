import { NODE_HEIGHT, NODE_WIDTH, type Places } from './layout-graph.ts';

/** At this zoom the name on a tile is as large as other text; nobody has to look closer to read a picture that was just opened. */
export const READABLE_ZOOM = 0.85;
const MOST_ZOOM = 1.1;
/** Room around the picture, in pixels of the picture. */
const MARGIN = 28;

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** All of the picture where it can be read like that, else as much as can be read around the focus, or where most is to be seen. Sizes in pixels. */
export function firstView(places: Places, frame: Size, focus: string | null): Viewport | null {
  const wanted = focus !== null && places[focus] !== undefined ? focus : mostCrowded(places, frame);
  return viewOf(places, frame, { focus: wanted, leastZoom: READABLE_ZOOM });
}

/** The node around which most others are in sight: a picture that begins at its edge shows little but lines. */
function mostCrowded(places: Places, { width, height }: Size): string | null {
  const all = Object.entries(places);
  const [reachX, reachY] = [width / READABLE_ZOOM / 2 - NODE_WIDTH / 2, height / READABLE_ZOOM / 2 - NODE_HEIGHT / 2];
  let best: string | null = null;
  let most = 0;
  for (const [id, { x, y }] of all) {
    const seen = all.filter(([, other]) => Math.abs(other.x - x) <= reachX && Math.abs(other.y - y) <= reachY).length;
    if (seen > most) [best, most] = [id, seen];
  }
  return best;
}

/** All of the picture, however small. */
export function wholeView(places: Places, frame: Size): Viewport | null {
  return viewOf(places, frame, { focus: null, leastZoom: 0 });
}

interface Wish {
  readonly focus: string | null;
  readonly leastZoom: number;
}

function viewOf(places: Places, frame: Size, { focus, leastZoom }: Wish): Viewport | null {
  const all = Object.values(places);
  if (all.length === 0 || frame.width === 0 || frame.height === 0) return null;
  const across = spanOf(
    all.map(({ x }) => x),
    NODE_WIDTH,
  );
  const down = spanOf(
    all.map(({ y }) => y),
    NODE_HEIGHT,
  );
  const zoom = Math.max(leastZoom, Math.min(MOST_ZOOM, frame.width / across.length, frame.height / down.length));
  const at = focus === null ? undefined : places[focus];
  return {
    x: -zoom * beginOf(across, frame.width / zoom, at === undefined ? null : at.x + NODE_WIDTH / 2),
    y: -zoom * beginOf(down, frame.height / zoom, at === undefined ? null : at.y + NODE_HEIGHT / 2),
    zoom,
  };
}

interface Span {
  readonly begin: number;
  readonly length: number;
}

function spanOf(begins: readonly number[], size: number): Span {
  const begin = Math.min(...begins) - MARGIN;
  return { begin, length: Math.max(...begins) + size + MARGIN - begin };
}

/** Where the part in sight begins: in the middle where everything fits, else around the focus and never beyond an edge. */
function beginOf({ begin, length }: Span, seen: number, focus: number | null): number {
  if (seen >= length) return begin - (seen - length) / 2;
  const wanted = focus === null ? begin : focus - seen / 2;
  return Math.min(Math.max(wanted, begin), begin + length - seen);
}

/** A usual frame, and the name of a tile in it, in pixels on the screen. */
const FRAME: Size = { width: 840, height: 510 };
const NAME: Size = { width: 150, height: 20 };

/** The first so many of some nodes whose names do not lie over one another when the whole picture is shown. */
export function namesApart(ids: readonly string[], places: Places, most: number): readonly string[] {
  const zoom = wholeView(places, FRAME)?.zoom ?? 1;
  const chosen: string[] = [];
  for (const id of ids) {
    const at = places[id];
    if (at === undefined || chosen.length >= most) continue;
    const isHidden = chosen.some((other) => {
      const { x, y } = places[other]!;
      return Math.abs(x - at.x) * zoom < NAME.width && Math.abs(y - at.y) * zoom < NAME.height;
    });
    if (!isHidden) chosen.push(id);
  }
  return chosen;
}

export type Distance = 'near' | 'middle' | 'far';

const FAR_ZOOM = 0.4;
const NAME_PIXELS = 14;
const LEAST_NAME_PIXELS = 11.5;

/** What can be told of a tile at a zoom, and how large its name has to be drawn to stay readable on the screen, in pixels. */
export function lookFrom(zoom: number): { readonly distance: Distance; readonly namePixels: number } {
  const distance = zoom >= READABLE_ZOOM - 0.01 ? 'near' : zoom >= FAR_ZOOM ? 'middle' : 'far';
  return { distance, namePixels: Math.max(NAME_PIXELS, Math.round(LEAST_NAME_PIXELS / zoom)) };
}
