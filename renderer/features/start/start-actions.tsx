import { CompoundButton, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowImportRegular, BeakerRegular, FolderOpenRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type ReactElement } from 'react';

import { useCommandRegistry, useShortcutText } from '../../commands/commands-context.tsx';
import { useApp } from '../../store/app-context.tsx';
import { startText } from '../../text/start.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: '8px' },
  button: { width: '100%', maxWidth: 'none', justifyContent: 'flex-start', padding: '9px 12px', gap: '8px' },
  icon: { fontSize: '24px', width: '24px', height: '24px' },
  content: { flex: '1 1 0', minWidth: 0 },
  title: { display: 'flex', alignItems: 'baseline', gap: '12px', width: '100%' },
  key: { marginLeft: 'auto', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  hint: { margin: '4px 0 0', color: tokens.colorNeutralForeground3 },
});

interface ActionProps {
  readonly words: { readonly title: string; readonly text: string };
  readonly icon: ReactElement;
  readonly shortcut?: string | undefined;
  readonly isPrimary?: boolean;
  readonly isBusy?: boolean;
  readonly testId: string;
  readonly onClick: () => void;
}

/** The ways to begin. The first one has the focus, so that Enter starts at once. */
export function StartActions() {
  const styles = useStyles();
  const app = useApp();
  const registry = useCommandRegistry();
  const [isOpening, setIsOpening] = useState(false);
  const { actions } = startText;
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    // Only where nothing else has the focus: a dialog may be open.
    if (document.activeElement === null || document.activeElement === document.body) list.current?.querySelector('button')?.focus();
  }, []);
  const openSample = async (): Promise<void> => {
    setIsOpening(true);
    await app.ask('engagement.open-sample', {}, startText.sampleNotOpened);
    setIsOpening(false);
  };
  return (
    <section ref={list} className={styles.list} aria-label={actions.label} data-testid="start-page">
      <Action
        words={actions.new}
        icon={<AddRegular />}
        shortcut={useShortcutText('engagement.new')}
        isPrimary
        testId="start-new"
        onClick={() => registry.run('engagement.new')}
      />
      <Action
        words={actions.open}
        icon={<FolderOpenRegular />}
        shortcut={useShortcutText('engagement.open')}
        testId="start-open"
        onClick={() => registry.run('engagement.open')}
      />
      <Action
        words={actions.import}
        icon={<ArrowImportRegular />}
        shortcut={useShortcutText('import.open')}
        testId="start-import"
        onClick={() => registry.run('import.open')}
      />
      <Action
        words={isOpening ? { ...actions.sample, text: `${startText.sampleOpening} …` } : actions.sample}
        icon={<BeakerRegular />}
        isBusy={isOpening}
        testId="start-sample"
        onClick={() => void openSample()}
      />
      <p className={styles.hint}>{startText.dropHint}</p>
    </section>
  );
}

function Action({ words, icon, shortcut, isPrimary = false, isBusy = false, testId, onClick }: ActionProps) {
  const styles = useStyles();
  return (
    <CompoundButton
      className={styles.button}
      appearance={isPrimary ? 'primary' : 'secondary'}
      icon={{ className: styles.icon, children: icon }}
      contentContainer={{ className: styles.content }}
      secondaryContent={words.text}
      disabledFocusable={isBusy}
      data-testid={testId}
      onClick={() => {
        if (!isBusy) onClick();
      }}
    >
      <span className={styles.title}>
        {words.title}
        {shortcut !== undefined && <span className={styles.key}>{shortcut}</span>}
      </span>
    </CompoundButton>
  );
}
