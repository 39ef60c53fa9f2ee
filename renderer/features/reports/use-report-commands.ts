import { useMemo, useRef } from 'react';

import { useCommands } from '../../commands/commands-context.tsx';
import type { Command } from '../../commands/registry.ts';
import { reportsText } from '../../text/reports.ts';

interface ReportCommandParts {
  /** Why nothing can be exported now, in words; `null` when it can. */
  readonly why: string | null;
  readonly onExport: () => void;
  readonly onPrint: () => void;
}

/** Export and print, for the palette and by shortcut. */
export function useReportCommands(parts: ReportCommandParts): void {
  const latest = useRef(parts);
  latest.current = parts;
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'reports.export',
          title: reportsText.exportCommand,
          group: 'Reports',
          shortcut: 'Mod+E',
          run: () => latest.current.onExport(),
          whyNot: () => latest.current.why,
        },
        { id: 'reports.print', title: reportsText.printCommand, group: 'Reports', shortcut: 'Mod+P', run: () => latest.current.onPrint() },
      ],
      [],
    ),
  );
}
