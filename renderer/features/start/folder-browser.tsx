import { Button, Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowUpRegular, DocumentRegular, FolderRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { useReply } from '../../store/use-reply.ts';
import { formatBytes, formatDayTime } from '../../text/common-format.ts';
import { folderText } from '../../text/start.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ROW_BUTTON } from '../../ui/row-styles.ts';

type Folder = MethodOutput<'engagement.browse'>;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  bar: { display: 'flex', alignItems: 'flex-end', gap: '4px' },
  path: { flex: '1 1 0', minWidth: 0 },
  list: {
    height: '240px',
    minHeight: '96px',
    overflowY: 'auto',
    margin: 0,
    padding: '4px',
    listStyle: 'none',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  item: {
    ...ROW_BUTTON,
    gridTemplateColumns: '20px minmax(0, 1fr) auto',
    columnGap: '8px',
    minHeight: '28px',
    padding: '2px 8px',
  },
  chosen: { backgroundColor: tokens.colorNeutralBackground1Selected },
  icon: { fontSize: '20px', color: tokens.colorNeutralForeground3 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  facts: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  note: { padding: '8px', color: tokens.colorNeutralForeground2 },
});

interface FolderBrowserProps {
  readonly startFolder: string;
  /** Files are shown and can be chosen; without it only folders are. */
  readonly file?: { readonly chosen: string | null; readonly onChoose: (path: string) => void; readonly onOpen: (path: string) => void };
  readonly onFolder?: (folder: string) => void;
}

/** Goes through the folders of the computer, for hosts without a file dialog of their own. */
export function FolderBrowser({ startFolder, file, onFolder }: FolderBrowserProps) {
  const styles = useStyles();
  const [folder, setFolder] = useState(startFolder);
  const [typed, setTyped] = useState(startFolder);
  const asked = useReply('engagement.browse', { folder }, folder);
  const found = asked.kind === 'answered' ? asked.value : null;
  useEffect(() => {
    if (found === null) return;
    // What a person typed meanwhile stays.
    setTyped((now) => (now === folder ? found.folder : now));
    onFolder?.(found.folder);
    // Only a folder that was read is news.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [found]);

  const enter = (path: string): void => {
    setTyped(path);
    setFolder(path);
  };
  const go = (): void => {
    const wanted = typed.trim();
    if (wanted.endsWith('.landfall')) file?.onOpen(wanted);
    else if (wanted !== '') enter(wanted);
  };
  const parent = found?.parent ?? null;
  return (
    <div className={styles.root}>
      <form
        noValidate
        className={styles.bar}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <Field
          className={styles.path}
          label={folderText.path}
          {...(asked.kind === 'failed' ? { validationState: 'error' as const, validationMessage: asked.failure.detail } : {})}
        >
          <Input autoFocus value={typed} onChange={(_, data) => setTyped(data.value)} />
        </Field>
        <IconButton
          icon={<ArrowUpRegular />}
          label={folderText.up}
          disabledReason={parent === null ? 'this is the topmost folder' : null}
          onClick={() => {
            if (parent !== null) enter(parent);
          }}
        />
        <Button type="submit">{folderText.go}</Button>
      </form>
      {found === null ? (
        <div className={mergeClasses(styles.list, styles.note)}>{asked.kind === 'asking' ? folderText.loading : ''}</div>
      ) : (
        <FolderList found={found} file={file} onFolder={enter} />
      )}
    </div>
  );
}

interface FolderListProps {
  readonly found: Folder;
  readonly file: FolderBrowserProps['file'];
  readonly onFolder: (path: string) => void;
}

function FolderList({ found, file, onFolder }: FolderListProps) {
  const styles = useStyles();
  const files = file === undefined ? [] : found.files;
  const isEmpty = found.folders.length + files.length === 0;
  return (
    <ul className={styles.list} aria-label={folderText.listLabel(found.folder)} data-testid="folder-list">
      {isEmpty && <li className={styles.note}>{file === undefined ? folderText.emptyFolders : folderText.empty}</li>}
      {found.folders.map(({ name, path }) => (
        <li key={path}>
          <button type="button" className={styles.item} onClick={() => onFolder(path)}>
            <FolderRegular aria-hidden className={styles.icon} />
            <span className={styles.name}>{name}</span>
          </button>
        </li>
      ))}
      {files.map(({ name, path, sizeBytes, changedAt }) => (
        <li key={path}>
          <button
            type="button"
            className={mergeClasses(styles.item, path === file?.chosen && styles.chosen)}
            aria-pressed={path === file?.chosen}
            onClick={() => file?.onChoose(path)}
            onDoubleClick={() => file?.onOpen(path)}
          >
            <DocumentRegular aria-hidden className={styles.icon} />
            <span className={styles.name}>{name}</span>
            <span className={styles.facts}>
              {formatBytes(sizeBytes)} · {formatDayTime(changedAt)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
