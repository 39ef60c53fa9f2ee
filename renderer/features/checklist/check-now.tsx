import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { ChecklistItem } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { azureText } from '../../text/azure.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: '4px', margin: '0 0 12px' },
  said: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    ':empty': { display: 'none' },
  },
});

/** Reads Azure (or the simulator, and says so) and compares the items of this step. */
export function CheckNow({ items, isReadOnly }: { readonly items: readonly ChecklistItem[]; readonly isReadOnly: boolean }) {
  const styles = useStyles();
  const app = useApp();
  const azure = useSnapshot((snapshot) => snapshot.azure);
  const status = useAppState((state) => state.azure);
  const [isChecking, setIsChecking] = useState(false);
  const [said, setSaid] = useState('');
  const canReach = azure.isRehearsing || status?.signIn.kind === 'signed-in';
  const canCheck = canReach || azure.lastRead !== null;
  const check = async (): Promise<void> => {
    setIsChecking(true);
    const wanted = items.map(({ stepId, scope }) => ({ stepId, scope }));
    const result = await app.ask('azure.check', { items: wanted, usesLastRead: !canReach }, azureText.checkFailed);
    setIsChecking(false);
    if (result === null) return;
    const marked = result.isRehearsal ? `${azureText.rehearsal.title} ` : '';
    setSaid(`${marked}${azureText.checked(result.done, result.notDone, result.unknown)}`);
  };
  return (
    <div className={styles.root}>
      <Button size="small" disabledFocusable={isReadOnly || isChecking || !canCheck || items.length === 0} onClick={() => void check()}>
        {isChecking ? azureText.reading : azure.isRehearsing ? azureText.stepCheck.rehearsal : azureText.stepCheck.action}
      </Button>
      {!canCheck && <span className={styles.said}>{azureText.stepCheck.none}</span>}
      <span className={styles.said} role="status">
        {said}
      </span>
    </div>
  );
}
