import { useMemo, useRef } from 'react';

import { useCommands } from '../../commands/commands-context.tsx';
import type { Command } from '../../commands/registry.ts';
import { azureText } from '../../text/azure.ts';
import type { AzureActs } from './use-azure.ts';

interface Parts {
  readonly acts: AzureActs;
  /** Why nothing can be read now, in words. */
  readonly why: string | null;
  readonly isRehearsing: boolean;
  readonly isReadOnly: boolean;
}

/** Reading, checking and rehearsing, for the palette. */
export function useAzureCommands(parts: Parts): void {
  const latest = useRef(parts);
  latest.current = parts;
  const { isRehearsing } = parts;
  useCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'azure.check',
          title: `${azureText.check} against Azure`,
          group: 'Azure',
          run: () => latest.current.acts.check(),
          whyNot: () => latest.current.why,
        },
        {
          id: 'azure.read',
          title: azureText.read,
          group: 'Azure',
          run: () => latest.current.acts.read(),
          whyNot: () => latest.current.why,
        },
        {
          id: 'azure.rehearse',
          title: isRehearsing ? azureText.rehearsal.stop : azureText.rehearsal.start,
          group: 'Azure',
          run: () => latest.current.acts.rehearse(!latest.current.isRehearsing),
          whyNot: () => (latest.current.isReadOnly ? 'this file can only be read' : null),
        },
      ],
      [isRehearsing],
    ),
  );
}
