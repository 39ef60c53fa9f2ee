import { useAppState } from '../store/app-context.tsx';
import { FindDialog } from './find-dialog.tsx';
import { PaletteDialog } from './palette-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** Whatever lies above the screen: at most one thing, Esc closes it, focus returns to where it was. */
export function Overlays() {
  const overlay = useAppState((state) => state.overlay);
  switch (overlay.kind) {
    case 'palette':
      return <PaletteDialog />;
    case 'find':
      return <FindDialog />;
    case 'shortcuts':
      return <ShortcutsDialog />;
    case 'import':
    case 'new-engagement':
    case 'open-engagement':
    case 'tour':
    case 'none':
    default:
      return null;
  }
}
