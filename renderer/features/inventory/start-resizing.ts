import type { PointerEvent as Pressed } from 'react';

interface Resizing {
  /** Of the column as it is now, in pixels. */
  readonly width: number;
  readonly onWidth: (width: number) => void;
}

/** Follows the pointer that pressed the edge of a column until it is let go, wherever it goes meanwhile. */
export function startResizing(event: Pressed<HTMLElement>, { width, onWidth }: Resizing): void {
  if (event.button !== 0) return;
  const { clientX: startX, currentTarget: handle, pointerId } = event;
  handle.setPointerCapture(pointerId);
  const onMove = (moved: PointerEvent): void => onWidth(width + moved.clientX - startX);
  handle.addEventListener('pointermove', onMove);
  handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', onMove), { once: true });
}
