import { Dialog, DialogBody, DialogSurface } from '@fluentui/react-components';
import { Command as CommandMenu } from 'cmdk';
import { useEffect, useState } from 'react';

import type { MethodOutput } from '../../shared/contract/methods.ts';
import { useApp } from '../store/app-context.tsx';
import { useCommandListStyles } from './command-list.tsx';

type Found = MethodOutput<'search.find'>;

const KIND_WORDS: Readonly<Record<Found[number]['kind'], string>> = {
  machine: 'Machine',
  group: 'Move group',
  wave: 'Wave',
  step: 'Checklist step',
  entry: 'Journal entry',
  rule: 'Rule',
};

/** Machines, groups, waves, steps, rules and entries by a part of their name; Enter goes there. */
export function FindDialog() {
  const styles = useCommandListStyles();
  const app = useApp();
  const [text, setText] = useState('');
  const found = useFound(text.trim());
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && app.closeOverlay()}>
      <DialogSurface className={styles.surface} aria-label="Find anything">
        <DialogBody className={styles.body}>
          <CommandMenu label="Find anything" shouldFilter={false} loop>
            <CommandMenu.Input
              className={styles.input}
              placeholder="Machine, group, wave, step, rule or journal entry"
              value={text}
              onValueChange={setText}
              autoFocus
            />
            <CommandMenu.List className={styles.list} label="What was found">
              {found === null && <div className={styles.note}>Type a part of a name, an address or a word of a note.</div>}
              {found?.length === 0 && <div className={styles.note}>Nothing in this engagement holds “{text.trim()}”.</div>}
              {found?.map((hit) => (
                <CommandMenu.Item
                  key={`${hit.kind}-${hit.id}`}
                  value={`${hit.kind}-${hit.id}`}
                  className={styles.item}
                  onSelect={() => app.go(hit.screen, hit.id)}
                >
                  <span className={styles.title}>{hit.title}</span>
                  <span className={styles.detail}>{hit.detail}</span>
                  <span className={styles.key}>{KIND_WORDS[hit.kind]}</span>
                </CommandMenu.Item>
              ))}
            </CommandMenu.List>
          </CommandMenu>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** What the search finds for a text; `null` = nothing asked yet. An answer to an older text never takes the place of a newer one. */
function useFound(text: string): Found | null {
  const app = useApp();
  const [found, setFound] = useState<{ readonly text: string; readonly hits: Found } | null>(null);
  useEffect(() => {
    if (text === '') return undefined;
    let isCurrent = true;
    void app.ask('search.find', { text, limit: 30 }, 'The search failed').then((hits) => {
      if (isCurrent && hits !== null) setFound({ text, hits });
    });
    return () => {
      isCurrent = false;
    };
  }, [app, text]);
  return text === '' ? null : (found?.hits ?? null);
}
