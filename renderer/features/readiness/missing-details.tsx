import { makeStyles } from '@fluentui/react-components';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { RuleSummary } from '../../../shared/contract/shapes.ts';
import { formatNumber } from '../../text/common-format.ts';
import { readinessText } from '../../text/readiness.ts';
import { FactList } from '../../ui/facts.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({ text: { margin: 0 }, gap: { height: '16px' } });

export type MissingFactView = MethodOutput<'readiness.missing-facts'>[number];

interface MissingDetailsProps {
  readonly fact: MissingFactView;
  readonly rules: readonly RuleSummary[];
  readonly onRule: (ruleId: string) => void;
}

/** One missing fact: whom it leaves undecided, which rules wait, how to supply it. */
export function MissingDetails({ fact, rules, onRule }: MissingDetailsProps) {
  const styles = useStyles();
  const { missing } = readinessText;
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
        <p className={styles.text}>{missing.howToText}</p>
      </Section>
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
