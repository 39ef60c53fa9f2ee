import { useCallback, useState } from 'react';

import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { azureText } from '../../text/azure.ts';

export interface AzureActs {
  /** What runs now; `null` = nothing. */
  readonly running: 'reading' | 'checking' | null;
  readonly read: () => void;
  readonly check: () => void;
  readonly stop: () => void;
  readonly rehearse: (isOn: boolean) => void;
}

/** Reading, checking and rehearsing: long acts that can be stopped. */
export function useAzureActs(): AzureActs {
  const app = useApp();
  const [running, setRunning] = useState<AzureActs['running']>(null);
  const [taskId, setTaskId] = useState<string | null>(null);
  const run = useCallback(
    (what: 'reading' | 'checking') => {
      const id = app.newId();
      setRunning(what);
      setTaskId(id);
      const act = async (): Promise<void> => {
        if (what === 'reading') await app.ask('azure.sync', { taskId: id }, azureText.readFailed);
        else {
          const result = await app.ask('azure.check', { taskId: id }, azureText.checkFailed);
          if (result !== null)
            app.notify({
              tone: 'success',
              title: azureText.checkedTitle(result.isRehearsal),
              text: azureText.checked(result.done, result.notDone, result.unknown),
            });
        }
        setRunning(null);
        setTaskId(null);
      };
      void act();
    },
    [app],
  );
  return {
    running,
    read: () => run('reading'),
    check: () => run('checking'),
    stop: () => {
      if (taskId !== null) void app.client.call('task.cancel', { taskId });
    },
    rehearse: (isOn) => void app.ask('azure.rehearse', { isOn }, azureText.rehearsal.failed),
  };
}

/** Changes whenever what is known of Azure may have changed. */
export function useAzureKey(): string {
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const status = useAppState((state) => state.azure);
  return `${seq}|${status?.isReading === true ? 'reading' : ''}`;
}
