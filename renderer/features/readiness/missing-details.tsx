import { Button, makeStyles } from '@fluentui/react-components';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { RuleSummary } from '../../../shared/contract/shapes.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import type { App } from '../../store/store.ts';
import { formatNumber } from '../../text/common-format.ts';
import { readinessText } from '../../text/readiness.ts';
import { FactList } from '../../ui/facts.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { Section } from '../../ui/section.tsx';
import { FactField } from './facts-panel.tsx';

const useStyles = makeStyles({ text: { margin: 0 }, gap: { height: '16px' }, show: { marginBottom: '16px' } });

export type MissingFactView = MethodOutput<'readiness.missing-facts'>[number];

/** Facts that are settings of the engagement. */
const SETTINGS: ReadonlySet<string> = new Set(['targetRegion', 'vaultRegion', 'siteLinkMbps', 'isRouteDecided']);

interface MissingDetailsProps {
  readonly fact: MissingFactView;
  readonly rules: readonly RuleSummary[];
  readonly onRule: (ruleId: string) => void;
}

/** One missing fact: whom it leaves undecided, which rules wait, how to supply it. */
export function MissingDetails({ fact, rules, onRule }: MissingDetailsProps) {
  const styles = useStyles();
  const { missing } = readinessText;
  const app = useApp();
  const answer = useSnapshot((snapshot) => snapshot.facts.find((one) => one.name === fact.field));
  const isSetting = SETTINGS.has(fact.field);
  const show = async (): Promise<void> => {
    const machineIds = await machinesWithout(app, fact);
    if (machineIds === null) return;
    app.go('inventory');
    app.selectMachines(machineIds);
  };
  return (
    <>
      <FactList
        facts={[
          { title: missing.machinesColumn, value: formatNumber(fact.machineCount) },
          { title: missing.undecidedColumn, value: formatNumber(fact.undecidedMachineCount) },
        ]}
      />
      <div className={styles.gap} />
      <Section title={missing.howTo} level={3} isDense>
        {isSetting ? (
          <>
            <p className={styles.text}>{readinessText.facts.settings}</p>
            <Button size="small" onClick={() => app.go('settings')}>
              {readinessText.facts.openSettings}
            </Button>
          </>
        ) : (
          <p className={styles.text}>{missing.howToText}</p>
        )}
      </Section>
      {answer !== undefined && (
        <Section title={readinessText.facts.here} level={3} isDense>
          <FactField key={String(answer.value)} fact={answer} />
        </Section>
      )}
      <div className={styles.show}>
        <Button size="small" onClick={() => void show()}>
          {readinessText.showAffected}
        </Button>
      </div>
      <Section title={missing.rules} note={formatNumber(fact.ruleIds.length)} level={3} isDense>
        <LinkList
          items={fact.ruleIds.map((id) => ({
            id,
            title: rules.find((rule) => rule.id === id)?.title ?? id,
            note: fact.blockerRuleIds.includes(id) ? missing.blocking : '',
          }))}
          onSelect={onRule}
        />
      </Section>
    </>
  );
}

/** Machines that some rule asks for the fact in vain; `null` when reading failed, which was told then. */
async function machinesWithout(app: App, { field, ruleIds }: MissingFactView): Promise<string[] | null> {
  const machineIds = new Set<string>();
  for (const ruleId of ruleIds) {
    // Rule by rule: one message with the findings of all would be too large.
    // oxlint-disable-next-line no-await-in-loop
    const found = await app.ask('readiness.findings', { ruleId, limit: 100_000 }, readinessText.readFailed);
    if (found === null) return null;
    for (const finding of found.findings) if (finding.missing.includes(field)) machineIds.add(finding.machineId);
  }
  return [...machineIds];
}
