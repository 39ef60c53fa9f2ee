import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentTableRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import { useRef } from 'react';

import { importText } from '../../text/import.ts';

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
  guard: { display: 'flex', gap: '8px', margin: '12px 0 0', color: tokens.colorNeutralForeground2 },
  shield: { flexShrink: 0, fontSize: '20px' },
});

/** What file pickers offer; anything else can still be dropped and is judged by its content. */
const ACCEPTED = '.xlsx,.xls,.xlsm,.csv,.tsv,.txt';

export function PickStep({ onFile }: { readonly onFile: (file: File) => void }) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <div className={styles.zone}>
        <DocumentTableRegular aria-hidden className={styles.icon} />
        <p className={styles.text}>{importText.pick.text}</p>
        <p className={styles.drop}>{importText.pick.drop}</p>
        <Button appearance="primary" data-autofocus onClick={() => input.current?.click()}>
          {importText.pick.choose}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept={ACCEPTED}
          data-testid="import-file"
          aria-label={importText.pick.choose}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file !== undefined) onFile(file);
          }}
        />
      </div>
      <p className={styles.guard}>
        <ShieldCheckmarkRegular aria-hidden className={styles.shield} />
        {importText.pick.guard}
      </p>
    </div>
  );
}
