import { useMemo, useRef } from 'react';

import { useCommands } from '../../commands/commands-context.tsx';
import type { Command } from '../../commands/registry.ts';
import { checklistText } from '../../text/checklist.ts';

interface ChecklistCommandParts {
  readonly onNextStep: () => void;
  readonly onQuestions: () => void;
  readonly onPrint: () => void;
}

/** Everything this screen can do, for the palette and by shortcut. */
export function useChecklistCommands(parts: ChecklistCommandParts): void {
  const latest = useRef(parts);
  latest.current = parts;
  useCommands(
    useMemo((): readonly Command[] => {
      const { commands } = checklistText;
      const now = (): ChecklistCommandParts => latest.current;
      return [
        { id: 'checklist.next', title: commands.next, group: 'Checklist', shortcut: 'Mod+Shift+N', run: () => now().onNextStep() },
        { id: 'checklist.questions', title: checklistText.questions.title, group: 'Checklist', run: () => now().onQuestions() },
        { id: 'checklist.print', title: commands.print, group: 'Checklist', shortcut: 'Mod+P', run: () => now().onPrint() },
      ];
    }, []),
  );
}

interface MarkCommandParts {
  /** Why the chosen step cannot be marked now, in words; `null` when it can. */
  readonly why: string | null;
  readonly onMarkDone: () => void;
}

/** Marks what is chosen in the panel as done; there while a step is shown. */
export function useMarkCommand(parts: MarkCommandParts): void {
  const latest = useRef(parts);
  latest.current = parts;
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'checklist.mark-done',
          title: checklistText.commands.markDone,
          group: 'Checklist',
          shortcut: 'Mod+Enter',
          run: () => latest.current.onMarkDone(),
          whyNot: () => latest.current.why,
        },
      ],
      [],
    ),
  );
}
