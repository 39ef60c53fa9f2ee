import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowImportRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';

import { ENGAGEMENT_ENDING } from '../../../shared/domain/engagement-file-name.ts';
import { useApp } from '../../store/app-context.tsx';
import type { App } from '../../store/store.ts';
import { importText } from '../../text/import.ts';
import { startText } from '../../text/start.ts';
import { filesOfDrop, usableFiles } from './choose-files.ts';

const useStyles = makeStyles({
  cover: {
    position: 'fixed',
    inset: '8px',
    zIndex: 2_000_000,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: '8px',
    padding: '24px',
    textAlign: 'center',
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    opacity: 0.96,
    pointerEvents: 'none',
  },
  icon: { fontSize: '48px', color: tokens.colorBrandForeground1 },
  title: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  text: { maxWidth: '60ch', color: tokens.colorNeutralForeground2 },
});

/** The whole window takes a dropped file: an inventory is imported, a known engagement is opened. */
export function DropTarget() {
  const styles = useStyles();
  const app = useApp();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => listenForFiles(setIsOver, (files) => void takeFiles(app, files)), [app]);
  if (!isOver) return null;
  return (
    <div className={styles.cover} data-testid="drop-cover">
      <ArrowImportRegular aria-hidden className={styles.icon} />
      <div className={styles.title}>{importText.drop.title}</div>
      <div className={styles.text}>{importText.drop.text}</div>
    </div>
  );
}

function listenForFiles(setIsOver: (isOver: boolean) => void, onFiles: (files: readonly File[]) => void): () => void {
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  const onOver = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setIsOver(true);
  };
  const onLeave = (event: DragEvent): void => {
    // Left the window, not only one of its elements.
    if (event.relatedTarget === null) setIsOver(false);
  };
  const onDrop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    setIsOver(false);
    void filesOfDrop(event.dataTransfer).then(onFiles);
  };
  window.addEventListener('dragenter', onOver);
  window.addEventListener('dragover', onOver);
  window.addEventListener('dragleave', onLeave);
  window.addEventListener('drop', onDrop);
  return () => {
    window.removeEventListener('dragenter', onOver);
    window.removeEventListener('dragover', onOver);
    window.removeEventListener('dragleave', onLeave);
    window.removeEventListener('drop', onDrop);
  };
}

async function takeFiles(app: App, files: readonly File[]): Promise<void> {
  const [file, ...alsoFiles] = usableFiles(files);
  if (file === undefined) {
    if (files.length > 0) app.notify({ tone: 'info', title: importText.drop.none, text: importText.drop.noneText });
    return;
  }
  if (file.name.endsWith(ENGAGEMENT_ENDING)) return openDropped(app, file);
  app.openOverlay({ kind: 'import', file, alsoFiles });
}

/** A window is not told where a dropped file lies. One that was opened before is found by its name; else the person shows the place. */
async function openDropped(app: App, file: File): Promise<void> {
  const recent = await app.client.call('engagement.list-recent', {});
  const known = recent.ok ? recent.value.filter(({ path, isMissing }) => !isMissing && path.endsWith(file.name)) : [];
  const [only] = known;
  if (known.length === 1 && only !== undefined) {
    await app.ask('engagement.open', { path: only.path }, startText.notOpened);
    return;
  }
  app.notify({ tone: 'info', title: importText.drop.engagement, text: importText.drop.engagementText });
}
