import { Dialog, DialogBody, DialogSurface } from '@fluentui/react-components';
import { Command as CommandMenu } from 'cmdk';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { MethodOutput } from '../../shared/contract/methods.ts';
import { useApp } from '../store/app-context.tsx';
import { useCommandListStyles } from './command-list.tsx';

type Found = MethodOutput<'search.find'>;
type Hit = Found[number];

const KIND_WORDS: Readonly<Record<Hit['kind'], string>> = {
  machine: 'Machine',
  group: 'Move group',
  wave: 'Wave',
  step: 'Checklist step',
  entry: 'Journal entry',
  rule: 'Rule',
};

/**
 * Machines, groups, waves, steps, rules and entries by a part of their name; Enter goes there. Who types faster than the search
 * answers goes to the first hit of what was typed, never to one that an older answer still shows.
 */
export function FindDialog() {
  const styles = useCommandListStyles();
  const app = useApp();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState('');
  const { found, isOld } = useFound(text.trim(), () => setChosen(''));
  const hit = found?.find((one) => valueOf(one) === chosen) ?? found?.[0];
  const go = (to: Hit): void => app.go(to.screen, to.id);
  const isEnterWaiting = useRef(false);
  const goIfAsked = (): void => {
    if (!isEnterWaiting.current || isOld) return;
    isEnterWaiting.current = false;
    if (hit !== undefined) go(hit);
  };
  // After every drawing, so that an Enter between an answer and its drawing is not lost.
  useEffect(goIfAsked);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && app.closeOverlay()}>
      <DialogSurface className={styles.surface} aria-label="Find anything">
        <DialogBody className={styles.body}>
          <CommandMenu
            label="Find anything"
            shouldFilter={false}
            loop
            value={hit === undefined ? '' : valueOf(hit)}
            onValueChange={setChosen}
            onKeyDown={(event) => {
              isEnterWaiting.current = event.key === 'Enter' && !event.nativeEvent.isComposing;
              if (!isEnterWaiting.current) return;
              event.preventDefault();
              goIfAsked();
            }}
          >
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
              {found?.map((one) => (
                <CommandMenu.Item key={valueOf(one)} value={valueOf(one)} className={styles.item} onSelect={() => go(one)}>
                  <span className={styles.title}>{one.title}</span>
                  <span className={styles.detail}>{one.detail}</span>
                  <span className={styles.key}>{KIND_WORDS[one.kind]}</span>
                </CommandMenu.Item>
              ))}
            </CommandMenu.List>
          </CommandMenu>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const valueOf = (hit: Hit): string => `${hit.kind}-${hit.id}`;

/** What the search finds for a text; `null` = nothing asked yet. `isOld` while it is still that of the text before. */
function useFound(text: string, onAnswer: () => void): { readonly found: Found | null; readonly isOld: boolean } {
  const app = useApp();
  const [answer, setAnswer] = useState<{ readonly text: string; readonly hits: Found } | null>(null);
  const tell = useEffectEvent(onAnswer);
  useEffect(() => {
    if (text === '') return undefined;
    let isCurrent = true;
    void app.ask('search.find', { text, limit: 30 }, 'The search failed').then((hits) => {
      if (!isCurrent || hits === null) return;
      setAnswer({ text, hits });
      tell();
    });
    return () => {
      isCurrent = false;
    };
  }, [app, text]);
  if (text === '') return { found: null, isOld: false };
  return { found: answer?.hits ?? null, isOld: answer?.text !== text };
}
