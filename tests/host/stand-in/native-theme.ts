import { EventEmitter } from 'node:events';

import { onlyProvided } from './not-provided.ts';

export type ColorScheme = 'light' | 'dark';

const changes = new EventEmitter();
let source: ColorScheme | 'system' = 'system';

export const nativeTheme = onlyProvided('nativeTheme', {
  get themeSource() {
    return source;
  },
  set themeSource(next: ColorScheme | 'system') {
    source = next;
    changes.emit('change');
  },
  get shouldUseDarkColors() {
    return source === 'dark';
  },
});

/** What pages see of it. `null` = what the system says, which a test sets on its page. */
export const pageColorScheme = {
  current: (): ColorScheme | null => (source === 'system' ? null : source),
  onChange: (listener: (scheme: ColorScheme | null) => void) => void changes.on('change', () => listener(pageColorScheme.current())),
};
