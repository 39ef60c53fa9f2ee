import { useEffect, useMemo, useState } from 'react';

import { useCommands } from '../../commands/commands-context.tsx';
import { journalText } from '../../text/journal.ts';

/** Writing a note, for the palette and by shortcut. */
export function useNoteCommand(onWrite: () => void, isReadOnly: boolean): void {
  const [latest] = useState(() => ({ onWrite, isReadOnly }));
  useEffect(() => {
    Object.assign(latest, { onWrite, isReadOnly });
  });
  useCommands(
    useMemo(
      () => [
        {
          id: 'journal.add-note',
          title: journalText.addNoteCommand,
          group: 'Journal' as const,
          shortcut: 'Mod+Shift+J',
          run: () => latest.onWrite(),
          whyNot: () => (latest.isReadOnly ? journalText.readOnly : null),
        },
      ],
      [latest],
    ),
  );
}
