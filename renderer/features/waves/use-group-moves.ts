import { useCallback, useRef, useState } from 'react';

import type { GroupView, PlanView } from '../../../shared/contract/shapes.ts';
import { useApp } from '../../store/app-context.tsx';
import { wavesText } from '../../text/waves.ts';
import { previewWords, type PreviewWords } from './wave-words.ts';

export type Previews = ReadonlyMap<string, PreviewWords> | 'checking';

export interface GroupMoves {
  /** Words per wave while something is dragged; `null` = nothing is. */
  readonly previews: Previews | null;
  readonly onDragStart: (groupIds: readonly string[]) => void;
  readonly onDrop: (groupIds: readonly string[], waveId: string | null) => void;
  readonly move: (groupIds: readonly string[], waveId: string) => Promise<boolean>;
  readonly previewOf: (groupIds: readonly string[]) => Promise<ReadonlyMap<string, PreviewWords> | null>;
  /** The card to focus after a move. */
  readonly focusRequest: { readonly groupId: string } | null;
  readonly focusOn: (groupId: string) => void;
  /** What was done last, for the line that screen readers follow. */
  readonly said: string;
}

/** Moves of groups by drag and by dialog: both ask first what the move would do, both end in the same call. */
export function useGroupMoves(plan: PlanView | null, groups: readonly GroupView[]): GroupMoves {
  const app = useApp();
  const [previews, setPreviews] = useState<Previews | null>(null);
  const [focusRequest, setFocusRequest] = useState<{ readonly groupId: string } | null>(null);
  const [said, setSaid] = useState('');
  const drag = useRef(0);
  const latest = useRef({ plan, groups });
  latest.current = { plan, groups };

  const previewOf = useCallback(
    async (groupIds: readonly string[]) => {
      const answer = await app.ask('plan.preview-move', { groupIds: [...groupIds] }, wavesText.move.previewFailed);
      if (answer === null) return null;
      const moving = latest.current.groups.filter((group) => groupIds.includes(group.id));
      const waves = new Map(latest.current.plan?.waves.map((wave) => [wave.id, wave]));
      return new Map(
        answer.flatMap((preview) => {
          const wave = waves.get(preview.waveId);
          return wave === undefined ? [] : [[preview.waveId, previewWords(preview, wave, moving)] as const];
        }),
      );
    },
    [app],
  );

  const move = useCallback(
    async (groupIds: readonly string[], waveId: string) => {
      const moved = await app.ask('plan.move-groups', { groupIds: [...groupIds], toWaveId: waveId }, wavesText.move.failed);
      if (moved === null) return false;
      const wave = moved.waves.find((candidate) => candidate.id === waveId);
      setSaid(wavesText.move.done(groupIds.length, wavesText.waveTitle(wave?.number ?? 0)));
      const [first] = groupIds;
      if (first !== undefined) setFocusRequest({ groupId: first });
      return true;
    },
    [app],
  );

  const onDragStart = useCallback(
    (groupIds: readonly string[]) => {
      drag.current += 1;
      const own = drag.current;
      setPreviews('checking');
      void previewOf(groupIds).then((answer) => {
        // The drag may have ended, or another begun, before the answer came.
        if (drag.current === own) setPreviews(answer);
      });
    },
    [previewOf],
  );

  const onDrop = useCallback(
    (groupIds: readonly string[], waveId: string | null) => {
      drag.current += 1;
      setPreviews(null);
      const wave = latest.current.plan?.waves.find((candidate) => candidate.id === waveId);
      if (wave === undefined || groupIds.every((id) => wave.groupIds.includes(id))) return;
      void move(groupIds, wave.id);
    },
    [move],
  );

  return {
    previews,
    onDragStart,
    onDrop,
    move,
    previewOf,
    focusRequest,
    focusOn: useCallback((groupId: string) => setFocusRequest({ groupId }), []),
    said,
  };
}
