/** A place in the grid. Row -1 is the header; rows and columns count from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit in the window: how far PageDown goes. */
  readonly pageRows: number;
}

export interface GridKey {
  readonly key: string;
  readonly isMod: boolean;
  readonly isShift: boolean;
}

/** What a key in the grid asks for. */
export type GridAct =
  /** `sideways`: where an arrow pointed, also at the edge; on the head of a group it closes or opens it. */
  | { readonly kind: 'move'; readonly to: GridPlace; readonly isExtending: boolean; readonly sideways: -1 | 0 | 1 }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'extend' }
  | { readonly kind: 'select-all' }
  | { readonly kind: 'clear-selection' }
  | { readonly kind: 'open' }
  | { readonly kind: 'sort'; readonly isAdding: boolean }
  | { readonly kind: 'resize'; readonly by: number }
  | { readonly kind: 'move-column'; readonly by: -1 | 1 };

const RESIZE_STEP = 16;

/** The keyboard layer of the grid; `null` = the key is not its own. */
export function gridAct(key: GridKey, at: GridPlace, size: GridSize): GridAct | null {
  const isHeader = at.row === -1;
  if (isHeader) {
    const act = headerAct(key);
    if (act !== null) return act;
  } else if (key.key === ' ') return key.isShift ? { kind: 'extend' } : { kind: 'toggle' };
  if (key.isMod && key.key.toLowerCase() === 'a' && !key.isShift) return { kind: 'select-all' };
  if (key.key === 'Escape') return { kind: 'clear-selection' };
  if (key.key === 'Enter' && !key.isMod && !isHeader) return { kind: 'open' };
  const to = targetOf(key, at, size);
  if (to === null) return null;
  const isExtending = key.isShift && to.row !== at.row && at.row >= 0 && to.row >= 0;
  const sideways = key.isMod ? 0 : key.key === 'ArrowLeft' ? -1 : key.key === 'ArrowRight' ? 1 : 0;
  return { kind: 'move', to, isExtending, sideways };
}

/** On a header: Enter and Space sort, Shift with an arrow changes the width, Ctrl with an arrow the place. */
function headerAct({ key, isMod, isShift }: GridKey): GridAct | null {
  if (key === 'Enter' || key === ' ') return { kind: 'sort', isAdding: isShift };
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const sign = key === 'ArrowLeft' ? -1 : 1;
  if (isShift && !isMod) return { kind: 'resize', by: sign * RESIZE_STEP };
  if (isMod && !isShift) return { kind: 'move-column', by: sign };
  return null;
}

function targetOf({ key, isMod }: GridKey, at: GridPlace, size: GridSize): GridPlace | null {
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const row = (wanted: number): GridPlace => ({ ...at, row: Math.max(-1, Math.min(last.row, wanted)) });
  const column = (wanted: number): GridPlace => ({ ...at, column: Math.max(0, Math.min(last.column, wanted)) });
  switch (key) {
    case 'ArrowUp':
      return isMod ? row(0) : row(at.row - 1);
    case 'ArrowDown':
      return isMod ? row(last.row) : row(at.row + 1);
    case 'ArrowLeft':
      return isMod ? column(0) : column(at.column - 1);
    case 'ArrowRight':
      return isMod ? column(last.column) : column(at.column + 1);
    case 'Home':
      return isMod ? { row: Math.min(0, last.row), column: 0 } : column(0);
    case 'End':
      return isMod ? last : column(last.column);
    case 'PageUp':
      return row(Math.max(Math.min(0, last.row), at.row - size.pageRows));
    case 'PageDown':
      return row(Math.max(0, at.row) + size.pageRows);
    default:
      return null;
  }
}
