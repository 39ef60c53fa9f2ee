import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';

import type { RuleSummary } from '../../../shared/contract/shapes.ts';
import { fieldTitle } from '../../../shared/domain/machine-fields.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { formatFieldValue } from '../../text/common-values.ts';
import { SEVERITY_WORDS } from '../../text/common-verdicts.ts';
import { inventoryText } from '../../text/inventory.ts';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { orderFindings, type MachineView } from './fact-groups.ts';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column' },
  finding: {
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTop: 'none', paddingTop: 0 },
  },
  title: { margin: '4px 0', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  head: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '8px' },
  rule: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  parts: { margin: 0, display: 'grid', gridTemplateColumns: '80px minmax(0, 1fr)', columnGap: '8px', rowGap: '4px' },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
  open: { marginTop: '6px' },
});

type Finding = MachineView['findings'][number];

/** What stands in the way of this machine: why, what to do, values seen, source. */
export function FindingsPart({ findings }: { readonly findings: MachineView['findings'] }) {
  const styles = useStyles();
  const rules = useSnapshot((snapshot) => snapshot.readiness.rules);
  if (findings.length === 0) return <p>{inventoryText.details.noFindings}</p>;
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (
    <ul className={styles.list} data-testid="findings">
      {orderFindings(findings).map((finding) => (
        <li key={`${finding.ruleId}-${finding.outcome}-${finding.detail ?? ''}`} className={styles.finding}>
          <FindingItem finding={finding} rule={byId.get(finding.ruleId) ?? null} />
        </li>
      ))}
    </ul>
  );
}

function FindingItem({ finding, rule }: { readonly finding: Finding; readonly rule: RuleSummary | null }) {
  const styles = useStyles();
  const app = useApp();
  const words = inventoryText.details;
  const { title, tone } = SEVERITY_WORDS[finding.severity];
  const isUnknown = finding.outcome === 'unknown';
  const seen = Object.entries(finding.seen)
    .map(([field, value]) => `${fieldTitle(field)}: ${formatFieldValue(field, value)}`)
    .join('; ');
  return (
    <>
      <div className={styles.head}>
        <ToneMark tone={isUnknown ? 'undecided' : tone}>
          {isUnknown ? `${inventoryText.unknownValue} (${title.toLowerCase()})` : title}
        </ToneMark>
        <span className={styles.rule}>{finding.ruleId}</span>
      </div>
      <h4 className={styles.title}>{rule?.title ?? finding.ruleId}</h4>
      <dl className={styles.parts}>
        {finding.detail !== null && <Part title={words.seen} text={finding.detail} />}
        {finding.detail === null && seen !== '' && <Part title={words.seen} text={seen} />}
        {isUnknown && finding.missing.length > 0 && (
          <Part title={words.missing} text={words.missingText(finding.missing.map(fieldTitle).join(', '))} />
        )}
        {rule !== null && (
          <>
            <Part title={words.why} text={rule.why} />
            <Part title={words.remedy} text={rule.remedy} />
            <dt className={styles.term}>{words.ruleSource}</dt>
            <dd className={styles.value}>
              <Link href={rule.source.url} target="_blank" rel="noreferrer">
                {rule.source.title}
              </Link>
              , {rule.source.date}
            </dd>
          </>
        )}
      </dl>
      <Button size="small" className={styles.open} onClick={() => app.go('readiness', finding.ruleId)}>
        {words.showRule}
      </Button>
    </>
  );
}

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{title}</dt>
      <dd className={styles.value}>{text}</dd>
    </>
  );
}
