import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useRef, type RefObject } from 'react';

import { firstView, lookFrom, wholeView } from './graph-camera.ts';
import type { Places } from './layout-graph.ts';

/** Looks at a picture that was arranged anew: at all of it, or at what is chosen, or at where most of it is to be seen. */
export function useFirstView(places: Places | null, focus: string | null): void {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  const latest = useRef(focus);
  useEffect(() => {
    latest.current = focus;
  });
  useEffect(() => {
    if (places === null) return undefined;
    // The nodes stand in the picture after the next frame.
    const frame = requestAnimationFrame(() => {
      const view = firstView(places, store.getState(), latest.current);
      if (view !== null) void setViewport(view);
    });
    return () => cancelAnimationFrame(frame);
  }, [places, store, setViewport]);
}

/** Shows all of the picture. */
export function useWholeView(places: Places | null): () => void {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(() => {
    const view = places === null ? null : wholeView(places, store.getState());
    if (view !== null) void setViewport(view);
  }, [places, store, setViewport]);
}

/** For the frame: says on it how far away the picture is, so that tiles show what can be read of them without being drawn anew. */
export function useDistance(): RefObject<HTMLDivElement | null> {
  const store = useStoreApi();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let said = 0;
    const say = (zoom: number): void => {
      if (frame.current === null || zoom === said) return;
      said = zoom;
      const { distance, namePixels } = lookFrom(zoom);
      frame.current.dataset['distance'] = distance;
      frame.current.style.setProperty('--graph-name', `${namePixels}px`);
    };
    say(store.getState().transform[2]);
    return store.subscribe(({ transform }) => say(transform[2]));
  }, [store]);
  return frame;
}
