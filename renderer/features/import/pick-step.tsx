import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTableRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useRef, type ChangeEvent } from 'react';

import { importText } from '../../text/import.ts';
import { ACCEPTED } from './choose-files.ts';

const useStyles = makeStyles({
  zone: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    padding: '32px 24px',
    textAlign: 'center',
    border: `1px dashed ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  icon: { fontSize: '40px', color: tokens.colorNeutralForeground3 },
  text: { margin: 0, maxWidth: '60ch', color: tokens.colorNeutralForeground2 },
  drop: { margin: '8px 0 0' },
  buttons: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px' },
  guard: { display: 'flex', gap: '8px', margin: '12px 0 0', color: tokens.colorNeutralForeground2 },
  shield: { flexShrink: 0, fontSize: '20px' },
});

/** React passes the attribute on; its types do not know it. */
const WHOLE_FOLDER = { webkitdirectory: '' };

export function PickStep({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (event: ChangeEvent<HTMLInputElement>): void => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <div>
      <div className={styles.zone}>
        <DocumentTableRegular aria-hidden className={styles.icon} />
        <p className={styles.text}>{importText.pick.text}</p>
        <p className={styles.drop}>{importText.pick.drop}</p>
        <div className={styles.buttons}>
          <Button appearance="primary" data-autofocus onClick={() => input.current?.click()}>
            {importText.pick.choose}
          </Button>
          <Button onClick={() => folder.current?.click()}>{importText.pick.chooseFolder}</Button>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept={ACCEPTED}
          data-testid="import-file"
          aria-label={importText.pick.choose}
          onChange={take}
        />
        <input
          ref={folder}
          type="file"
          hidden
          {...WHOLE_FOLDER}
          data-testid="import-folder"
          aria-label={importText.pick.chooseFolder}
          onChange={take}
        />
      </div>
      <p className={styles.guard}>
        <ShieldCheckmarkRegular aria-hidden className={styles.shield} />
        {importText.pick.guard}
      </p>
    </div>
  );
}
