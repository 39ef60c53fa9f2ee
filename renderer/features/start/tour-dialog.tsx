import { Dialog, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';

import { useApp } from '../../store/app-context.tsx';
import { tourText } from '../../text/tour.ts';
import { TourSteps } from './tour-steps.tsx';

/** The tour when somebody asks for it in Help. */
export function TourDialog() {
  const app = useApp();
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && app.closeOverlay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{tourText.title}</DialogTitle>
          <DialogContent>
            <TourSteps headingLevel={3} onEnd={app.closeOverlay} />
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
