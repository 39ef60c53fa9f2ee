import { Button, makeStyles, tokens } from '@fluentui/react-components';

import type { AzureStepCheck } from '../../../shared/contract/methods/azure-methods.ts';
import { useReply } from '../../store/use-reply.ts';
import { azureText } from '../../text/azure.ts';
import { PlainTable } from '../../ui/plain-table.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { useAzureKey } from './use-azure.ts';

const useStyles = makeStyles({
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
});

/** What was checked, step by step, with what had drifted on top. */
export function CheckList({ onStep }: { readonly onStep: (stepId: string) => void }) {
  const asked = useReply('azure.checks', {}, useAzureKey());
  const words = azureText.checks;
  if (asked.kind === 'failed') return <p role="alert">{asked.failure.detail}</p>;
  if (asked.kind === 'asking' || asked.value.steps.length === 0) return <p>{words.none}</p>;
  return (
    <PlainTable
      label={words.label}
      columns={[
        { id: 'step', title: words.step, kind: 'long' },
        { id: 'result', title: words.result },
        { id: 'saw', title: words.saw, kind: 'long' },
        { id: 'go', title: '' },
      ]}
      rows={asked.value.steps.map((step) => ({
        id: step.stepId,
        cells: [
          step.title,
          <Result key="result" step={step} />,
          <Seen key="seen" step={step} />,
          <Button key="go" size="small" appearance="subtle" onClick={() => onStep(step.stepId)}>
            {words.go}
          </Button>,
        ],
      }))}
    />
  );
}

/** What was seen, with what was looked at and when. */
function Seen({ step }: { readonly step: AzureStepCheck }) {
  const styles = useStyles();
  return (
    <>
      {step.text}
      <div className={styles.small}>{azureText.checks.read(step.readAt, step.read)}</div>
    </>
  );
}

function Result({ step }: { readonly step: AzureStepCheck }) {
  const styles = useStyles();
  const counts = azureText.checks.counts(step.done, step.notDone, step.unknown);
  return (
    <>
      <Mark step={step} />
      {counts !== '' && <div className={styles.small}>{counts}</div>}
    </>
  );
}

function Mark({ step }: { readonly step: AzureStepCheck }) {
  const words = azureText.checks;
  if (step.drifted > 0) return <ToneMark tone="blocked">{words.drifted}</ToneMark>;
  if (step.notDone > 0) return <ToneMark tone="neutral">{words.notDone}</ToneMark>;
  if (step.unknown > 0) return <ToneMark tone="undecided">{words.unknown}</ToneMark>;
  return step.isPartial ? <ToneMark tone="waiting">{words.partly}</ToneMark> : <ToneMark tone="done">{words.done}</ToneMark>;
}
