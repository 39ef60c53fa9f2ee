import { makeStyles, tokens } from '@fluentui/react-components';

import type { MethodInput, MethodOutput } from '../../../shared/contract/methods.ts';
import { useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { sharedText } from '../../text/groups-rules.ts';
import { Section } from '../../ui/section.tsx';

type Effect = MethodOutput<'dependency.preview-rules'>['now'];

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '18px', fontVariantNumeric: 'tabular-nums' },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const FIGURES = [
  'groups',
  'largestGroup',
  'largeGroups',
  'ties',
  'sharedConnections',
  'sharedMachines',
] as const satisfies readonly (keyof Effect)[];

interface RuleEffectProps {
  /** `null`: there is nothing to try out yet. */
  readonly rules: MethodInput<'dependency.preview-rules'>['rules'] | null;
}

/** What other rules would make of the groups, in numbers before and after; only those that change. */
export function RuleEffect({ rules }: RuleEffectProps) {
  const styles = useStyles();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('dependency.preview-rules', rules === null ? null : { rules }, `${JSON.stringify(rules)}|${seq}`);
  if (rules === null) return null;
  if (asked.kind === 'failed') return <p role="alert">{asked.failure.detail}</p>;
  const changed = asked.kind === 'answered' ? FIGURES.filter((id) => asked.value.now[id] !== asked.value.then[id]) : [];
  return (
    <Section title={sharedText.effect} level={3} isDense>
      <div role="status" data-testid="rule-effect">
        {asked.kind === 'asking' && <p className={styles.text}>{sharedText.working}</p>}
        {asked.kind === 'answered' && changed.length === 0 && <p className={styles.text}>{sharedText.effectSame}</p>}
        {asked.kind === 'answered' && changed.length > 0 && (
          <ul className={styles.list}>
            {changed.map((id) => (
              <li key={id}>{sharedText.effectLine(sharedText.effectTitles[id], asked.value.now[id], asked.value.then[id])}</li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
