import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { readinessText } from '../../text/readiness.ts';
import type { MachineFinding } from './finding-order.ts';
import { OverrideForm } from './override-form.tsx';
import { overrideWords } from './verdicts.ts';

const useStyles = makeStyles({
  small: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  button: { marginTop: '4px' },
});

/** Who overrides a blocker of one machine and why, or the way to do so. */
export function FindingOverride({ finding, machineId }: { readonly finding: MachineFinding; readonly machineId: string }) {
  const styles = useStyles();
  const app = useApp();
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const [isOpen, setIsOpen] = useState(false);
  const { override: words } = readinessText;
  const { override } = finding;
  const withdraw = (): void =>
    void app.ask('readiness.withdraw-override', { ruleId: finding.ruleId, machineIds: [machineId] }, words.withdrawFailed);
  if (isOpen) return <OverrideForm ruleId={finding.ruleId} machineIds={[machineId]} onDone={() => setIsOpen(false)} />;
  const isHeld = override !== undefined && !override.isStale;
  return (
    <>
      {override !== undefined && <span className={styles.small}>{overrideWords(override)}</span>}
      {override?.isStale === true && <span className={styles.small}>{words.stale}</span>}
      <Button size="small" className={styles.button} disabled={isReadOnly} onClick={isHeld ? withdraw : () => setIsOpen(true)}>
        {isHeld ? words.withdraw : words.open}
      </Button>
    </>
  );
}
