import { useEffect, useRef, useState } from 'react';

import type { LayoutEdge, LayoutNode } from './graph-backbone.ts';
import type { Places } from './layout-graph.ts';
import type { LayoutRequest } from './layout-worker.ts';

interface Answer {
  readonly id: number;
  readonly places: Places;
}

/**
 * Places of the nodes, worked out beside the window. While a newer picture is being arranged the last one stays; `null` until the
 * first is there. Call it with the same lists as long as nothing changed.
 */
export function useGraphLayout(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Places | null {
  const [places, setPlaces] = useState<Places | null>(null);
  const worker = useRef<Worker | null>(null);
  const last = useRef(0);
  useEffect(() => {
    const own = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.current = own;
    own.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.id === last.current) setPlaces(data.places);
    });
    return () => {
      own.terminate();
      worker.current = null;
    };
  }, []);
  useEffect(() => {
    last.current += 1;
    worker.current?.postMessage({ id: last.current, nodes, edges } satisfies LayoutRequest);
  }, [nodes, edges]);
  return places;
}
