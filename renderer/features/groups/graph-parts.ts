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
>;

/** Where lines begin and end, said beforehand so that they are drawn at once. */
const HANDLES = [
  { type: 'target' as const, position: Position.Left, x: 0, y: NODE_HEIGHT / 2, width: 1, height: 1 },
  { type: 'source' as const, position: Position.Right, x: NODE_WIDTH, y: NODE_HEIGHT / 2, width: 1, height: 1 },
];

export function flowNodes(look: Look, places: Places): Tile[] {
  const chosen = chosenIn(look);
  const near = nearOf(look, chosen);
  return look.graph.nodes.flatMap((node) => {
    const place = places[node.id];
    if (place === undefined) return [];
    const data = { ...tileData(node, look), isChosen: chosen.has(node.id), isDim: near !== null && !near.has(node.id) };
    return [{ id: node.id, type: 'tile' as const, position: place, width: NODE_WIDTH, height: NODE_HEIGHT, handles: HANDLES, data }];
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

const THIN = 1.2;
const THICK = 4;
/** With more lines than that none of them may hide what lies behind; those of a chosen group stand out all the more. */
const MANY_LINES = 150;
const FAINT = 0.3;
const FAR = 0.15;

export function flowEdges(lines: readonly Line[], look: Look, places: Places): Edge[] {
  const { chosenLine } = look;
  const chosen = chosenIn(look);
  const plain = chosen.size === 0 && chosenLine === null && lines.length > MANY_LINES ? FAINT : 1;
  const most = Math.log1p(lines.reduce((max, { connections }) => Math.max(max, connections), 1));
  return lines.flatMap((line) => {
    const { id, from, to, connections, latencySensitiveTies, isBothWays } = line;
    if (places[from] === undefined || places[to] === undefined) return [];
    const isNear = chosenLine === null ? chosen.size === 0 || chosen.has(from) || chosen.has(to) : isSameLine(chosenLine, { from, to });
    const stroke = latencySensitiveTies > 0 ? tokens.colorPaletteDarkOrangeBorderActive : tokens.colorNeutralStrokeAccessible;
    const arrow = { type: MarkerType.ArrowClosed, color: stroke, width: 14, height: 14, markerUnits: 'userSpaceOnUse' };
    return [
      {
        id,
        source: from,
        target: to,
        style: { stroke, strokeWidth: THIN + (THICK - THIN) * (Math.log1p(connections) / most), opacity: isNear ? plain : FAR },
        markerEnd: arrow,
        ...(isBothWays ? { markerStart: { ...arrow, orient: 'auto-start-reverse' } } : {}),
      },
    ];
  });
}

function isSameLine(a: { readonly from: string; readonly to: string }, b: { readonly from: string; readonly to: string }): boolean {
  return (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);
}
