import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  MessageBar,
  MessageBarBody,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';

import { useApp, useAppState } from '../../store/app-context.tsx';
import { openEngagementText } from '../../text/start.ts';
import { FolderBrowser } from './folder-browser.tsx';
import { useLastFolder } from './use-last-folder.ts';

/** Opens an engagement file on hosts that have no file dialog of their own. */
export function OpenEngagementDialog() {
  const app = useApp();
  const isReady = useAppState((state) => state.info !== null);
  const [lastFolder, keepFolder] = useLastFolder('open');
  const [chosen, setChosen] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isOpening, setIsOpening] = useState(false);
  const folder = useRef(lastFolder);

  const open = async (path: string): Promise<void> => {
    setIsOpening(true);
    setProblem(null);
    const reply = await app.client.call('engagement.open', { path });
    setIsOpening(false);
    if (!reply.ok) return setProblem(reply.failure.detail);
    keepFolder(folder.current);
    app.closeOverlay();
  };

  return (
    <Dialog open onOpenChange={(_, data) => !data.open && app.closeOverlay()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{openEngagementText.title}</DialogTitle>
          <DialogContent>
            {problem !== null && (
              <MessageBar intent="error" layout="multiline">
                <MessageBarBody>{problem}</MessageBarBody>
              </MessageBar>
            )}
            {isReady && (
              <FolderBrowser
                startFolder={lastFolder}
                file={{ chosen, onChoose: setChosen, onOpen: (path) => void open(path) }}
                onFolder={(path) => {
                  folder.current = path;
                  setChosen(null);
                }}
              />
            )}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabledFocusable={chosen === null || isOpening}
              title={chosen === null ? openEngagementText.noneChosen : undefined}
              onClick={() => {
                if (chosen !== null && !isOpening) void open(chosen);
              }}
            >
              {isOpening ? openEngagementText.opening : openEngagementText.open}
            </Button>
            <Button onClick={app.closeOverlay}>{openEngagementText.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
