import { tokens } from '@fluentui/react-components';
import { MarkerType, Position, type Edge } from '@xyflow/react';

import { VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { nodeWords, type DrawnNode, type Line } from './graph-model.ts';
import type { Tile, TileWords } from './graph-node.tsx';
import type { GraphViewProps } from './graph-view.tsx';
import { NODE_HEIGHT, NODE_WIDTH, type Places } from './layout-graph.ts';

type Look = Pick<
  GraphViewProps,
  'graph' | 'groups' | 'largestGroup' | 'expanded' | 'applicationOf' | 'chosenNode' | 'chosenLine' | 'onToggle'
> & { readonly hubs: readonly string[] };

/** Where lines begin and end, said beforehand so that they are drawn at once. */
const HANDLES = [
  { type: 'target' as const, position: Position.Left, x: 0, y: NODE_HEIGHT / 2, width: 1, height: 1 },
  { type: 'source' as const, position: Position.Right, x: NODE_WIDTH, y: NODE_HEIGHT / 2, width: 1, height: 1 },
];

export function flowNodes(look: Look, places: Places): Tile[] {
  const chosen = chosenIn(look);
  const near = nearOf(look, chosen);
  const hubs = new Set(look.hubs);
  return look.graph.nodes.flatMap((node) => {
    const place = places[node.id];
    if (place === undefined) return [];
    const isDim = near !== null && !near.has(node.id);
    // From afar only so many names can be read: of what is chosen and its neighbours, else of those at which most lines meet.
    const isNamed = near === null ? hubs.has(node.id) : !isDim && (near.size <= MOST_NAMES || chosen.has(node.id));
    const data = { ...tileData(node, look), isChosen: chosen.has(node.id), isDim, isNamed };
    return [
      {
        id: node.id,
        type: 'tile' as const,
        position: place,
        width: NODE_WIDTH,
        height: NODE_HEIGHT,
        handles: HANDLES,
        zIndex: isNamed ? 1 : 0,
        data,
      },
    ];
  });
}

function tileData(node: DrawnNode, look: Look): TileWords {
  const { groups, largestGroup, expanded, applicationOf, onToggle } = look;
  const { groupId, kind, machines } = node;
  const group = groups.get(groupId ?? '');
  const isOpen = groupId !== null && expanded.includes(groupId);
  const canToggle = groupId !== null && kind === 'group' && (machines > 1 || isOpen);
  return {
    ...nodeWords(node, group, applicationOf),
    kind,
    tone: kind === 'group' && group !== undefined ? VERDICT_WORDS[group.verdict].tone : null,
    isLarge: kind === 'group' && machines > largestGroup,
    toggle: canToggle ? { isOpen, run: () => onToggle(groupId) } : null,
  };
}

/** Names in a picture that is seen from afar. */
const MOST_NAMES = 14;

/** The nodes that stand for what is chosen: of an opened group all its machines. */
function chosenIn({ graph, chosenNode }: Pick<Look, 'graph' | 'chosenNode'>): ReadonlySet<string> {
  const isChosen = ({ id, kind, groupId }: DrawnNode): boolean => id === chosenNode || (kind === 'machine' && groupId === chosenNode);
  return new Set(chosenNode === null ? [] : graph.nodes.filter(isChosen).map(({ id }) => id));
}

/** What is chosen and what it is tied to; `null` while nothing is. */
function nearOf({ graph, chosenLine }: Look, chosen: ReadonlySet<string>): ReadonlySet<string> | null {
  if (chosenLine !== null) return new Set([chosenLine.from, chosenLine.to]);
  if (chosen.size === 0) return null;
  const near = new Set(chosen);
  for (const { from, to } of graph.edges) {
    if (chosen.has(from)) near.add(to);
    if (chosen.has(to)) near.add(from);
  }
  return near;
}

/** Of the weakest and the strongest line; thinner where there are many. */
const WIDTHS = { few: [1.2, 4], many: [1, 2.4] } as const;
/** With more lines than that none of them may hide what lies behind; those of a chosen group stand out all the more. */
const MANY_LINES = 150;
const FAINT = 0.45;
const FAR = 0.15;

interface Lines {
  readonly all: readonly Line[];
  /** Those that are drawn whatever is chosen. */
  readonly backbone: ReadonlySet<Line>;
}

/** The lines of the picture: the backbone, and all of what is chosen. */
export function flowEdges({ all, backbone }: Lines, look: Look, places: Places): Edge[] {
  const { chosenLine } = look;
  const chosen = chosenIn(look);
  const isFull = backbone.size > MANY_LINES;
  const plain = chosen.size === 0 && chosenLine === null && isFull ? FAINT : 1;
  const [thin, thick] = WIDTHS[isFull ? 'many' : 'few'];
  const most = Math.log1p(all.reduce((max, { connections }) => Math.max(max, connections), 1));
  return all.flatMap((line) => {
    const { id, from, to, connections, latencySensitiveTies, isBothWays } = line;
    if (places[from] === undefined || places[to] === undefined) return [];
    const isChosen = chosenLine === null ? chosen.has(from) || chosen.has(to) : isSameLine(chosenLine, { from, to });
    if (!isChosen && !backbone.has(line)) return [];
    const isNear = isChosen || (chosenLine === null && chosen.size === 0);
    const stroke = latencySensitiveTies > 0 ? tokens.colorPaletteDarkOrangeBorderActive : tokens.colorNeutralStrokeAccessible;
    const arrow = { type: MarkerType.ArrowClosed, color: stroke, width: 14, height: 14, markerUnits: 'userSpaceOnUse' };
    return [
      {
        id,
        source: from,
        target: to,
        style: {
          stroke,
          vectorEffect: 'non-scaling-stroke',
          strokeWidth: thin + (thick - thin) * (Math.log1p(connections) / most),
          opacity: isNear ? plain : FAR,
        },
        markerEnd: arrow,
        ...(isBothWays ? { markerStart: { ...arrow, orient: 'auto-start-reverse' } } : {}),
      },
    ];
  });
}

function isSameLine(a: { readonly from: string; readonly to: string }, b: { readonly from: string; readonly to: string }): boolean {
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}
