import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { OpenRegular } from '@fluentui/react-icons';
import { useState } from 'react';

import type { RuleSummary } from '../../../shared/contract/shapes.ts';
import { fieldTitle } from '../../../shared/domain/machine-fields.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { formatNumber } from '../../text/common-format.ts';
import { SEVERITY_WORDS } from '../../text/common-verdicts.ts';
import { readinessText } from '../../text/readiness.ts';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { OverrideForm } from './override-form.tsx';
import { overrideWords, seenWords } from './verdicts.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 8px' },
  severity: { marginBottom: '12px', display: 'flex', flexDirection: 'column', gap: '2px' },
  muted: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  list: { listStyle: 'none', margin: '0 0 8px', padding: 0 },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  seen: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '8px' },
});

const MOST_MACHINES = 100;

/** One rule in full: why it exists, what to do, where it is written, and whom it concerns. */
export function RuleDetails({ rule, onMachine }: { readonly rule: RuleSummary; readonly onMachine: (machineId: string) => void }) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.severity}>
        <ToneMark tone={SEVERITY_WORDS[rule.severity].tone}>{SEVERITY_WORDS[rule.severity].title}</ToneMark>
        <span className={styles.muted}>{readinessText.severityMeanings[rule.severity]}</span>
      </div>
      <Section title={readinessText.why} level={3} isDense>
        <p className={styles.text}>{rule.why}</p>
      </Section>
      <Section title={readinessText.remedy} level={3} isDense>
        <p className={styles.text}>{rule.remedy}</p>
      </Section>
      <Section title={readinessText.source} level={3} isDense>
        <Link href={rule.source.url} target="_blank" rel="noreferrer">
          {rule.source.title} <OpenRegular aria-hidden />
        </Link>
        <div className={styles.muted}>{readinessText.sourceLine(rule.source.code, rule.source.date)}</div>
        {rule.otherSources?.map((source) => (
          <div key={source.code}>
            <Link href={source.url} target="_blank" rel="noreferrer">
              {source.title} <OpenRegular aria-hidden />
            </Link>
            <div className={styles.muted}>{readinessText.sourceLine(source.code, source.date)}</div>
          </div>
        ))}
      </Section>
      <RuleMachines rule={rule} onMachine={onMachine} />
    </>
  );
}

function RuleMachines({ rule, onMachine }: { readonly rule: RuleSummary; readonly onMachine: (machineId: string) => void }) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const [isOverriding, setIsOverriding] = useState(false);
  const asked = useReply('readiness.findings', { ruleId: rule.id, limit: MOST_MACHINES }, `${rule.id} ${seq}`);
  if (asked.kind === 'asking') return <p className={styles.muted}>{readinessText.loadingMachines}</p>;
  if (asked.kind === 'failed') return <p className={styles.muted}>{asked.failure.detail}</p>;
  const { findings, total } = asked.value;
  const overridable = findings.filter(
    (finding) =>
      finding.outcome === 'raised' && finding.severity === 'blocker' && (finding.override === undefined || finding.override.isStale),
  );
  const showAll = async (): Promise<void> => {
    const all = await app.ask('readiness.findings', { ruleId: rule.id, limit: 100_000 }, readinessText.readFailed);
    if (all === null) return;
    app.go('inventory');
    app.selectMachines(all.findings.map((finding) => finding.machineId));
  };
  return (
    <Section title={readinessText.machines} note={formatNumber(total)} level={3} isDense>
      {total === 0 && <p className={styles.muted}>{readinessText.noMachines}</p>}
      <ul className={styles.list}>
        {findings.map((finding) => (
          <li key={finding.machineId} className={styles.item}>
            <Link as="button" onClick={() => onMachine(finding.machineId)}>
              {finding.machineName}
            </Link>
            <span className={styles.seen}>
              {finding.severity !== rule.severity && `${readinessText.milder(SEVERITY_WORDS[finding.severity].title)} `}
              {finding.outcome === 'unknown'
                ? readinessText.missingFields(finding.missing.map(fieldTitle).join(', '))
                : (finding.detail ?? seenWords(finding.seen))}
            </span>
            {finding.override !== undefined && <span className={styles.seen}>{overrideWords(finding.override)}</span>}
          </li>
        ))}
      </ul>
      {findings.length < total && <p className={styles.muted}>{readinessText.shownOf(findings.length, total)}</p>}
      {total > 0 && (
        <div className={styles.buttons}>
          <Button size="small" onClick={() => void showAll()}>
            {readinessText.showAffected}
          </Button>
          {rule.severity === 'blocker' && overridable.length > 0 && !isOverriding && (
            <Button size="small" disabled={isReadOnly} onClick={() => setIsOverriding(true)}>
              {readinessText.override.openAll(overridable.length)}
            </Button>
          )}
        </div>
      )}
      {rule.severity === 'refused' && total > 0 && <p className={styles.muted}>{readinessText.override.refused}</p>}
      {isOverriding && (
        <OverrideForm ruleId={rule.id} machineIds={overridable.map((finding) => finding.machineId)} onDone={() => setIsOverriding(false)} />
      )}
    </Section>
  );
}
