import { useEffect, useMemo, useRef } from 'react';

import { useCommands } from '../../commands/commands-context.tsx';
import type { Command } from '../../commands/registry.ts';
import { groupsText } from '../../text/groups.ts';
import type { ChangeView } from './groups-view.ts';

interface GroupCommandParts {
  readonly chosenId: string | null;
  readonly isReadOnly: boolean;
  readonly onView: ChangeView;
  readonly onExport: (format: 'csv' | 'xlsx') => void;
  readonly focusSearch: () => void;
}

/** Everything this screen can do, for the palette and by shortcut. */
export function useGroupCommands(parts: GroupCommandParts): void {
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  useCommands(
    useMemo((): readonly Command[] => {
      const now = (): GroupCommandParts => latest.current;
      const words = groupsText.commands;
      const command = (id: string, title: string, run: () => void, others: Partial<Command> = {}): Command => ({
        id,
        title,
        group: 'Groups',
        run,
        ...others,
      });
      return [
        command(
          'groups.edit',
          words.edit,
          () => {
            const { chosenId } = now();
            if (chosenId !== null) now().onView({ panel: { kind: 'edit', groupId: chosenId } });
          },
          {
            shortcut: 'F2',
            whyNot: () => (now().isReadOnly ? words.readOnly : now().chosenId === null ? words.noGroup : null),
          },
        ),
        command('groups.why', words.why, () => now().onView({ panel: { kind: 'why', from: '', to: '' } })),
        command(
          'groups.find',
          groupsText.find,
          () => {
            now().onView({ tab: 'groups' });
            // The field stands there after the next frame.
            requestAnimationFrame(() => now().focusSearch());
          },
          { shortcut: 'Mod+F' },
        ),
        ...(['groups', 'graph', 'calls', 'shared', 'rules'] as const).map((tab) =>
          command(`groups.show-${tab}`, words.show(groupsText.tabs[tab]), () => now().onView({ tab })),
        ),
        command('groups.export-csv', words.exportCsv, () => now().onExport('csv')),
        command('groups.export-xlsx', words.exportXlsx, () => now().onExport('xlsx')),
      ];
    }, []),
  );
}
