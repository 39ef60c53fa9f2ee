import { useMemo, useRef } from 'react';

import { useCommands } from '../../commands/commands-context.tsx';
import type { Command } from '../../commands/registry.ts';
import { limitsText } from '../../text/limits.ts';
import { wavesText } from '../../text/waves.ts';

interface WaveCommandParts {
  readonly hasPlan: boolean;
  readonly isReadOnly: boolean;
  readonly isPlanning: boolean;
  readonly chosenCount: number;
  readonly onMove: () => void;
  readonly onPlan: () => void;
  readonly onStop: () => void;
  readonly onLimits: () => void;
}

/** Everything this screen can do, for the palette and by shortcut. */
export function useWaveCommands(parts: WaveCommandParts): void {
  const latest = useRef(parts);
  latest.current = parts;
  useCommands(
    useMemo((): readonly Command[] => {
      const now = (): WaveCommandParts => latest.current;
      const whyNotChange = (): string | null => (now().isReadOnly ? wavesText.move.readOnly : null);
      const whyNotMove = (): string | null => {
        if (!now().hasPlan) return wavesText.move.noPlan;
        return now().chosenCount === 0 ? wavesText.move.noneChosen : whyNotChange();
      };
      return [
        {
          id: 'waves.move',
          title: wavesText.move.command,
          group: 'Waves',
          shortcut: 'Mod+Shift+M',
          run: () => now().onMove(),
          whyNot: whyNotMove,
        },
        { id: 'waves.plan', title: wavesText.planCommand, group: 'Waves', run: () => now().onPlan(), whyNot: whyNotChange },
        {
          id: 'waves.stop',
          title: wavesText.stop,
          group: 'Waves',
          run: () => now().onStop(),
          whyNot: () => (now().isPlanning ? null : wavesText.notPlanning),
        },
        { id: 'waves.limits', title: limitsText.title, group: 'Waves', run: () => now().onLimits() },
      ];
    }, []),
  );
}
