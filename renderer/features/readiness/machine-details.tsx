import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';

import type { MachineRow, RuleSummary } from '../../../shared/contract/shapes.ts';
import { fieldTitle } from '../../../shared/domain/machine-fields.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { formatNumber } from '../../text/common-format.ts';
import { scenarioTitle } from '../../text/common-scenarios.ts';
import { SEVERITY_WORDS, VERDICT_WORDS } from '../../text/common-verdicts.ts';
import { readinessText } from '../../text/readiness.ts';
import { FactList } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneIcon, ToneMark } from '../../ui/tone-mark.tsx';
import { findingsInOrder, type MachineFinding } from './finding-order.ts';
import { FindingOverride } from './finding-override.tsx';
import { seenWords } from './verdicts.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: '16px 1fr',
    columnGap: '8px',
    padding: '6px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { textAlign: 'start' },
  seen: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  muted: { color: tokens.colorNeutralForeground2 },
  buttons: { marginBottom: '12px' },
  verdict: { display: 'flex', flexDirection: 'column', gap: '2px', marginBottom: '12px' },
  gap: { height: '16px' },
});

interface MachineDetailsProps {
  readonly row: MachineRow;
  readonly rules: readonly RuleSummary[];
  readonly onRule: (ruleId: string) => void;
}

/** One machine's verdict and everything that led to it. */
export function MachineDetails({ row, rules, onRule }: MachineDetailsProps) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('machine.get', { machineId: row.id }, `${row.id} ${seq}`);
  const verdict = VERDICT_WORDS[row.verdict];
  const { columns } = readinessText;
  const findings = asked.kind === 'answered' && asked.value.row.id === row.id ? findingsInOrder(asked.value.findings) : null;
  const version = findings?.[0]?.ruleSetVersion;
  return (
    <>
      <div className={styles.buttons}>
        <Button onClick={() => app.go('inventory', row.id)}>{readinessText.openInventory}</Button>
      </div>
      <div className={styles.verdict}>
        <ToneMark tone={verdict.tone}>{verdict.title}</ToneMark>
        <span className={styles.seen}>{readinessText.verdictMeanings[row.verdict]}</span>
      </div>
      <FactList
        facts={[
          { title: columns.scenario, value: scenarioTitle(row.scenario) },
          { title: columns.application, value: row.application ?? '–' },
          { title: columns.owner, value: row.owner ?? '–' },
        ]}
      />
      <div className={styles.gap} />
      <Section title={readinessText.findings} note={findings === null ? '' : formatNumber(findings.length)} level={3} isDense>
        {asked.kind === 'failed' && <span className={styles.muted}>{asked.failure.detail}</span>}
        {version !== undefined && <div className={styles.seen}>{readinessText.foundBy(version)}</div>}
        {findings?.length === 0 && <span className={styles.muted}>{readinessText.noFindings}</span>}
        <ul className={styles.list}>
          {findings?.map((finding) => (
            <FindingItem
              machineId={row.id}
              key={finding.ruleId}
              finding={finding}
              rule={rules.find((rule) => rule.id === finding.ruleId)}
              onRule={onRule}
            />
          ))}
        </ul>
      </Section>
    </>
  );
}

interface FindingItemProps {
  readonly machineId: string;
  readonly finding: MachineFinding;
  readonly rule: RuleSummary | undefined;
  readonly onRule: (ruleId: string) => void;
}

function FindingItem({ machineId, finding, rule, onRule }: FindingItemProps) {
  const styles = useStyles();
  const isUnknown = finding.outcome === 'unknown';
  const severity = SEVERITY_WORDS[finding.severity];
  return (
    <li className={styles.item}>
      <ToneIcon tone={isUnknown ? 'undecided' : severity.tone} />
      <div>
        <Link as="button" className={styles.title} onClick={() => onRule(finding.ruleId)}>
          {rule?.title ?? finding.ruleId}
        </Link>
        <div className={styles.seen}>
          {isUnknown
            ? `${severity.title}? ${readinessText.missingFields(finding.missing.map(fieldTitle).join(', '))}`
            : `${severity.title}. ${finding.detail ?? seenWords(finding.seen)}`}
        </div>
        {rule !== undefined && !isUnknown && <div className={styles.seen}>{rule.remedy}</div>}
        {finding.severity === 'blocker' && !isUnknown && <FindingOverride finding={finding} machineId={machineId} />}
      </div>
    </li>
  );
}
