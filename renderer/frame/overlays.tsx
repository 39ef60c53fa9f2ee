import { ImportDialog } from '../features/import/import-dialog.tsx';
import { NewEngagementDialog } from '../features/start/new-engagement-dialog.tsx';
import { OpenEngagementDialog } from '../features/start/open-engagement-dialog.tsx';
import { TourDialog } from '../features/start/tour-dialog.tsx';
import { useAppState } from '../store/app-context.tsx';
import { FindDialog } from './find-dialog.tsx';
import { PaletteDialog } from './palette-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';

/** The same list each time, so that the dialog does not begin again. */
const NO_FILES: readonly File[] = [];

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
    case 'tour':
      return <TourDialog />;
    case 'new-engagement':
      return <NewEngagementDialog />;
    case 'open-engagement':
      return <OpenEngagementDialog />;
    case 'import':
      return <ImportDialog file={overlay.file} alsoFiles={overlay.alsoFiles ?? NO_FILES} />;
    case 'none':
    default:
      return null;
  }
}
