import { useCallback, useState } from 'react';

import { uploadFile } from '../../client/upload-file.ts';
import { useApp } from '../../store/app-context.tsx';
import { calendarText } from '../../text/limits.ts';
import type { CalendarFile } from './calendar-choice.ts';

export interface CalendarReading {
  readonly isReading: boolean;
  readonly file: CalendarFile | null;
  /** Why the file was refused, in one sentence. */
  readonly problem: string | null;
  readonly read: (file: File, timeZone: string) => void;
  readonly forget: () => void;
}

/** Hands a calendar file over and keeps what is in it until it is taken over or given up. */
export function useCalendarFile(): CalendarReading {
  const app = useApp();
  const [state, setState] = useState<Pick<CalendarReading, 'isReading' | 'file' | 'problem'>>({
    isReading: false,
    file: null,
    problem: null,
  });
  const read = useCallback(
    async (file: File, timeZone: string) => {
      setState({ isReading: true, file: null, problem: null });
      const sent = await uploadFile(app.client, file);
      const answer = sent.ok ? await app.client.call('plan.read-calendar', { uploadId: sent.value.uploadId, timeZone }) : sent;
      setState({
        isReading: false,
        file: answer.ok ? answer.value : null,
        problem: answer.ok ? null : (answer.failure.detail ?? calendarText.failed),
      });
    },
    [app],
  );
  return {
    ...state,
    read: useCallback((file: File, timeZone: string) => void read(file, timeZone), [read]),
    forget: useCallback(() => setState({ isReading: false, file: null, problem: null }), []),
  };
}
