import '@xyflow/react/dist/base.css';
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowFitRegular, ZoomInRegular, ZoomOutRegular } from '@fluentui/react-icons';
import { ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { useCallback, useEffect, useId, useMemo, useRef, type KeyboardEvent } from 'react';

import type { GroupView } from '../../../shared/contract/shapes.ts';
import { graphText } from '../../text/groups.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { GraphLegend } from './graph-legend.tsx';
import { layoutNodesOf, linesOf, nodeTowards, type Direction, type DrawnGraph } from './graph-model.ts';
import { GraphNode } from './graph-node.tsx';
import { flowEdges, flowNodes } from './graph-parts.ts';
import { NODE_HEIGHT, NODE_WIDTH, type Places } from './layout-graph.ts';
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

const NODE_TYPES = { tile: GraphNode };
const FIT = { padding: 0.06, minZoom: 0.3, maxZoom: 1.1 };
/** So many nodes cannot be read when all of them are shown at once. */
const MANY_NODES = 80;
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
  const nodes = useMemo(() => (places === null ? [] : flowNodes(props, places)), [props, places]);
  const edges = useMemo(() => (places === null ? [] : flowEdges(lines, props, places)), [lines, props, places]);
  useFit(places, chosenNode);
  const { setCenter, getZoom } = useReactFlow();
  const goTo = useCallback(
    (id: string): void => {
      const place = places?.[id];
      if (place !== undefined) void setCenter(place.x + NODE_WIDTH / 2, place.y + NODE_HEIGHT / 2, { zoom: Math.max(getZoom(), 0.6) });
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
          minZoom={0.08}
          maxZoom={2}
          proOptions={{ hideAttribution: true }}
        />
      </div>
      <GraphLegend edgesLeftOut={graph.edgesLeftOut}>
        {expanded.length > 0 && (
          <Button size="small" onClick={props.onCloseAll}>
            {graphText.closeAll}
          </Button>
        )}
        <ZoomButtons />
      </GraphLegend>
    </div>
  );
}

/** Shows all of a picture when it was arranged anew; of a large one the part around what is chosen. */
function useFit(places: Places | null, chosenNode: string | null): void {
  const { fitView, setCenter } = useReactFlow();
  const chosen = useRef(chosenNode);
  useEffect(() => {
    chosen.current = chosenNode;
  });
  useEffect(() => {
    if (places === null) return undefined;
    // The nodes stand in the picture after the next frame.
    const frame = requestAnimationFrame(() => {
      const place = chosen.current === null ? undefined : places[chosen.current];
      if (place === undefined || Object.keys(places).length < MANY_NODES) void fitView(FIT);
      else void setCenter(place.x + NODE_WIDTH / 2, place.y + NODE_HEIGHT / 2, { zoom: 0.7 });
    });
    return () => cancelAnimationFrame(frame);
  }, [places, fitView, setCenter]);
}

function ZoomButtons() {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <>
      <IconButton size="small" icon={<ZoomOutRegular />} label={graphText.zoomOut} onClick={() => void zoomOut()} />
      <IconButton size="small" icon={<ZoomInRegular />} label={graphText.zoomIn} onClick={() => void zoomIn()} />
      <IconButton size="small" icon={<ArrowFitRegular />} label={graphText.fit} onClick={() => void fitView(FIT)} />
    </>
  );
}
