import { useEffect, useMemo } from 'react';

import { useCommandRegistry, useCommands } from '../commands/commands-context.tsx';
import { globalCommands } from '../commands/global-commands.ts';
import { useApp } from '../store/app-context.tsx';

/** Registers the commands of every screen, and runs those that the menu or the system asks for. */
export function useGlobalCommands(): void {
  const app = useApp();
  const registry = useCommandRegistry();
  useCommands(useMemo(() => globalCommands(app), [app]));
  useEffect(
    () =>
      app.client.subscribe('app.command', ({ command, argument }) => {
        if (command === 'engagement.open' && argument !== null) {
          void app.ask('engagement.open', { path: argument }, 'The engagement was not opened');
        } else registry.run(command);
      }),
    [app, registry],
  );
}
