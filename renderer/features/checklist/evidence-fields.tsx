import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { AttachRegular, DismissRegular, LinkRegular } from '@fluentui/react-icons';
import { useRef, useState, type ClipboardEvent, type Ref } from 'react';

import { checklistText } from '../../text/checklist.ts';
import { formatBytes } from '../../text/common-format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { linkError } from './mark-form.ts';
import { fileError, type Draft } from './use-marking.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  file: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minWidth: 0,
    padding: '2px 2px 2px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground4,
    fontSize: tokens.fontSizeBase200,
  },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  size: { color: tokens.colorNeutralForeground2, whiteSpace: 'nowrap', marginRight: 'auto' },
  error: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  hidden: { display: 'none' },
});

interface EvidenceFieldsProps {
  readonly draft: Draft;
  readonly onDraft: (changes: Partial<Draft>) => void;
  readonly isReadOnly: boolean;
  readonly noteRef: Ref<HTMLTextAreaElement>;
}

/** A note, a link, a file: any of them is evidence. A screenshot on the clipboard is pasted as a file. */
export function EvidenceFields({ draft, onDraft, isReadOnly, noteRef }: EvidenceFieldsProps) {
  const styles = useStyles();
  const { mark } = checklistText;
  const picker = useRef<HTMLInputElement>(null);
  const [isLinkShown, setIsLinkShown] = useState(draft.url !== '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    const error = fileError(file);
    setRefusal(error);
    if (error === null) onDraft({ file });
  };
  const onPaste = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData.files;
    if (file === undefined) return;
    event.preventDefault();
    take(file);
  };
  const error = linkError(draft.url);
  return (
    <div className={styles.root} onPaste={onPaste}>
      <Textarea
        textarea={{ ref: noteRef }}
        aria-label={mark.note}
        placeholder={mark.noteHint}
        rows={1}
        resize="vertical"
        maxLength={10_000}
        disabled={isReadOnly}
        value={draft.note}
        onChange={(_, data) => onDraft({ note: data.value })}
      />
      {isLinkShown && (
        <Field {...(error === null ? {} : { validationMessage: error })}>
          <Input
            size="small"
            type="url"
            aria-label={mark.link}
            placeholder={mark.linkHint}
            value={draft.url}
            onChange={(_, data) => onDraft({ url: data.value })}
          />
        </Field>
      )}
      {draft.file !== null && (
        <div className={styles.file}>
          <AttachRegular aria-hidden />
          <span className={styles.name} title={draft.file.name}>
            {draft.file.name}
          </span>
          <span className={styles.size}>{formatBytes(draft.file.size)}</span>
          <IconButton icon={<DismissRegular />} size="small" label={mark.removeFile} onClick={() => onDraft({ file: null })} />
        </div>
      )}
      {refusal !== null && (
        <span role="alert" className={styles.error}>
          {refusal}
        </span>
      )}
      <div className={styles.line}>
        <Button
          size="small"
          appearance="subtle"
          icon={<LinkRegular />}
          aria-expanded={isLinkShown}
          disabled={isReadOnly}
          onClick={() => {
            if (isLinkShown) onDraft({ url: '' });
            setIsLinkShown(!isLinkShown);
          }}
        >
          {mark.link}
        </Button>
        <Button size="small" appearance="subtle" icon={<AttachRegular />} disabled={isReadOnly} onClick={() => picker.current?.click()}>
          {mark.chooseFile}
        </Button>
        <input
          ref={picker}
          type="file"
          className={styles.hidden}
          tabIndex={-1}
          aria-label={mark.chooseFile}
          data-testid="evidence-file"
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
    </div>
  );
}
