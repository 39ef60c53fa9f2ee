import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import { useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { groupPanelText, whyText } from '../../text/groups-panels.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import type { ChangeView } from './groups-view.ts';
import { KeepApart } from './keep-apart.tsx';
import { MachinePicker } from './machine-picker.tsx';
import { MoveTogether } from './move-together.tsx';
import { TieList } from './tie-list.tsx';

type Why = MethodOutput<'dependency.why'>;
type Step = Why['steps'][number];

const useStyles = makeStyles({
  pickers: { display: 'flex', flexDirection: 'column', gap: '8px', marginBottom: '12px' },
  path: { margin: '8px 0', paddingLeft: '20px' },
  step: { padding: '4px 0', overflowWrap: 'anywhere' },
  source: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  text: { margin: '8px 0' },
});

interface WhyPanelProps {
  readonly from: string;
  readonly to: string;
  readonly onView: ChangeView;
}

/** Why two machines move together: the way from one to the other, each step with where it stands. */
export function WhyPanel({ from, to, onView }: WhyPanelProps) {
  const styles = useStyles();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const machinesById = useAppState((state) => state.machinesById);
  const isComplete = machinesById.has(from) && machinesById.has(to) && from !== to;
  const asked = useReply('dependency.why', isComplete ? { from, to } : null, `${from}|${to}|${seq}`);
  const pick = (changes: { from?: string; to?: string }): void => onView({ panel: { kind: 'why', from, to, ...changes } });
  const nameOf = (id: string): string => machinesById.get(id)?.name ?? '';
  return (
    <DetailsPanel title={whyText.title}>
      <div className={styles.pickers} data-testid="why-machines">
        <MachinePicker key={`a${from}`} label={whyText.first} value={from} onPick={(id) => pick({ from: id })} />
        <MachinePicker key={`b${to}`} label={whyText.second} value={to} onPick={(id) => pick({ to: id })} />
      </div>
      {!isComplete && <p className={styles.text}>{from !== '' && from === to ? whyText.same : whyText.chooseBoth}</p>}
      {isComplete && asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
      {isComplete && asked.kind === 'answered' && (
        <WhyAnswer key={`${from}|${to}`} why={asked.value} one={{ id: from, name: nameOf(from) }} other={{ id: to, name: nameOf(to) }} />
      )}
    </DetailsPanel>
  );
}

interface NamedMachine {
  readonly id: string;
  readonly name: string;
}

function WhyAnswer({ why, one, other }: { readonly why: Why; readonly one: NamedMachine; readonly other: NamedMachine }) {
  const styles = useStyles();
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const { steps, byHand, calls } = why;
  return (
    <div data-testid="why-answer" aria-live="polite">
      {byHand !== null && <p className={styles.text}>{whyText.byHand(byHand.title)}</p>}
      {steps.length > 0 && (
        <>
          <p className={styles.text}>{whyText.together(one.name, other.name, steps.length)}</p>
          <ol className={styles.path}>
            {steps.map((step) => (
              <li key={`${step.from.id}|${step.to.id}`} className={styles.step}>
                <PathStep step={step} isReadOnly={isReadOnly} />
              </li>
            ))}
          </ol>
        </>
      )}
      {steps.length === 0 && byHand === null && <p className={styles.text}>{whyText.apart(one.name, other.name)}</p>}
      {steps.length === 0 && calls.length > 0 && (
        <>
          <p className={styles.text}>{whyText.callsOnly}</p>
          <TieList ties={calls} total={calls.length} label={groupPanelText.callsBetween} />
        </>
      )}
      {steps.length === 0 && !isReadOnly && <MoveTogether one={one} other={other} />}
    </div>
  );
}

function PathStep({ step, isReadOnly }: { readonly step: Step; readonly isReadOnly: boolean }) {
  const styles = useStyles();
  const [isAsking, setIsAsking] = useState(false);
  const { from, to, reason, detail, sources } = step;
  const isCall = reason === 'latency' || reason === 'mutual-calls';
  return (
    <>
      {whyText.step[reason](from.name, to.name, detail)}
      {sources.map(({ source, sheet, row }) => (
        <div key={`${source}|${sheet ?? ''}|${row ?? ''}`} className={styles.source}>
          {groupPanelText.source(source, row, sheet)}
        </div>
      ))}
      {isCall && !isReadOnly && !isAsking && (
        <Button size="small" appearance="subtle" onClick={() => setIsAsking(true)}>
          {whyText.keepApart}
        </Button>
      )}
      {isAsking && <KeepApart one={from} other={to} onClose={() => setIsAsking(false)} />}
    </>
  );
}
