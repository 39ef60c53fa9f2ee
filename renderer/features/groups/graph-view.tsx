import '@xyflow/react/dist/base.css';
import { Button, makeStyles, Spinner, ToggleButton, tokens } from '@fluentui/react-components';
import { ArrowFitRegular, ZoomInRegular, ZoomOutRegular } from '@fluentui/react-icons';
import { ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useCallback, useId, useMemo, useState, type KeyboardEvent } from 'react';

import type { GroupView } from '../../../shared/contract/shapes.ts';
import { graphText } from '../../text/groups.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { backboneOf, hubsOf } from './graph-backbone.ts';
import { namesApart, READABLE_ZOOM } from './graph-camera.ts';
import { GraphLegend } from './graph-legend.tsx';
import { GraphMap } from './graph-map.tsx';
import { layoutNodesOf, linesOf, nodeTowards, type Direction, type DrawnGraph } from './graph-model.ts';
import { GraphNode } from './graph-node.tsx';
import { flowEdges, flowNodes } from './graph-parts.ts';
import { NODE_HEIGHT, NODE_WIDTH } from './layout-graph.ts';
import { useDistance, useFirstView, useWholeView } from './use-graph-camera.ts';
import { useGraphLayout } from './use-graph-layout.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  frame: {
    position: 'relative',
    flex: '1 1 0',
    minHeight: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  waiting: { position: 'absolute', inset: 0, display: 'grid', placeItems: 'center' },
  tools: { position: 'absolute', right: '12px', bottom: '12px', zIndex: 6, display: 'flex', gap: '2px' },
  hidden: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});

/** So far away that also the largest picture is seen whole. */
const LEAST_ZOOM = 0.02;
const NODE_TYPES = { tile: GraphNode };
/** A picture of more than that does not fit the window and gets a small map of itself. */
const FEW_NODES = 40;
/** Where most lines meet; their names are shown from afar. */
const MOST_HUBS = 12;
const NO_HUBS: readonly string[] = [];
const DIRECTIONS: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

export interface GraphViewProps {
  readonly graph: DrawnGraph;
  readonly groups: ReadonlyMap<string, GroupView>;
  readonly largestGroup: number;
  readonly applicationOf: (machineId: string) => string | null;
  readonly expanded: readonly string[];
  readonly chosenNode: string | null;
  readonly chosenLine: { readonly from: string; readonly to: string } | null;
  readonly onNode: (id: string) => void;
  readonly onLine: (from: string, to: string) => void;
  readonly onToggle: (groupId: string) => void;
  readonly onCloseAll: () => void;
}

/** The picture of what hangs together. The tabs Groups and Calls say the same in tables. */
export function GraphView(props: GraphViewProps) {
  return (
    <ReactFlowProvider>
      <Graph {...props} />
    </ReactFlowProvider>
  );
}

function Graph(props: GraphViewProps) {
  const styles = useStyles();
  const helpId = useId();
  const { graph, onNode, onLine, onToggle, expanded, chosenNode } = props;
  const lines = useMemo(() => linesOf(graph.edges), [graph]);
  const layoutNodes = useMemo(() => layoutNodesOf(graph.nodes), [graph]);
  const places = useGraphLayout(layoutNodes, lines);
  const [showsAll, setShowsAll] = useState(false);
  const backbone = useMemo(() => (showsAll ? new Set(lines) : backboneOf(layoutNodes, lines)), [showsAll, layoutNodes, lines]);
  const hubs = useMemo(() => (places === null ? NO_HUBS : namesApart(hubsOf(lines, 4 * MOST_HUBS), places, MOST_HUBS)), [lines, places]);
  const nodes = useMemo(() => (places === null ? [] : flowNodes({ ...props, hubs }, places)), [props, hubs, places]);
  const edges = useMemo(
    () => (places === null ? [] : flowEdges({ all: lines, backbone }, { ...props, hubs }, places)),
    [lines, backbone, props, hubs, places],
  );
  useFirstView(places, chosenNode);
  const showAll = useWholeView(places);
  const frame = useDistance();
  const { setCenter, getZoom } = useReactFlow();
  const goTo = useCallback(
    (id: string): void => {
      const place = places?.[id];
      if (place !== undefined)
        void setCenter(place.x + NODE_WIDTH / 2, place.y + NODE_HEIGHT / 2, { zoom: Math.max(getZoom(), READABLE_ZOOM) });
      onNode(id);
    },
    [places, setCenter, getZoom, onNode],
  );
  const chosen = graph.nodes.find(({ id }) => id === chosenNode) ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (places === null || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = DIRECTIONS[event.key];
    const next = direction === undefined ? null : nodeTowards(places, chosenNode, direction);
    if (next !== null) goTo(next);
    else if (event.key === 'Enter' && chosen?.groupId != null) onToggle(chosen.groupId);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.root}>
      {/* The picture is one thing that is walked through with arrows; its tables are the other way to the same. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={frame}
        role="application"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={graphText.label(graph.nodes.length, lines.length)}
        aria-describedby={helpId}
        className={styles.frame}
        data-testid="group-graph"
        data-is-arranged={places !== null}
        onKeyDown={onKeyDown}
      >
        <span id={helpId} className={styles.hidden}>
          {graphText.help}
        </span>
        <span className={styles.hidden} role="status">
          {chosen === null ? '' : graphText.nodeWords(chosen.title, chosen.machines, chosen.kind)}
        </span>
        {places === null && (
          <div className={styles.waiting}>
            <Spinner label={graphText.working} />
          </div>
        )}
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          onNodeClick={(_, node) => onNode(node.id)}
          onNodeDoubleClick={(_, node) => {
            const groupId = graph.nodes.find(({ id }) => id === node.id)?.groupId;
            if (groupId != null) onToggle(groupId);
          }}
          onEdgeClick={(_, edge) => onLine(edge.source, edge.target)}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          zoomOnDoubleClick={false}
          minZoom={LEAST_ZOOM}
          maxZoom={2}
          proOptions={{ hideAttribution: true }}
        >
          {nodes.length > FEW_NODES && <GraphMap />}
        </ReactFlow>
      </div>
      <GraphLegend edgesLeftOut={graph.edgesLeftOut}>
        {(showsAll || backbone.size < lines.length) && (
          <>
            <span title={graphText.shownLinesHint}>{graphText.shownLines(backbone.size, lines.length)}</span>
            <ToggleButton size="small" checked={showsAll} onClick={() => setShowsAll(!showsAll)}>
              {graphText.allLines}
            </ToggleButton>
          </>
        )}
        {expanded.length > 0 && (
          <Button size="small" onClick={props.onCloseAll}>
            {graphText.closeAll}
          </Button>
        )}
        <ZoomButtons onFit={showAll} />
      </GraphLegend>
    </div>
  );
}

function ZoomButtons({ onFit }: { readonly onFit: () => void }) {
  const { zoomIn, zoomOut } = useReactFlow();
  return (
    <>
      <IconButton size="small" icon={<ZoomOutRegular />} label={graphText.zoomOut} onClick={() => void zoomOut()} />
      <IconButton size="small" icon={<ZoomInRegular />} label={graphText.zoomIn} onClick={() => void zoomIn()} />
      <IconButton size="small" icon={<ArrowFitRegular />} label={graphText.fit} onClick={onFit} />
    </>
  );
}
