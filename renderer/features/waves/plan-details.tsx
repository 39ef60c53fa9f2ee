import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { GroupView, PlanView } from '../../../shared/contract/shapes.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { formatNumber } from '../../text/common-format.ts';
import { wavesText } from '../../text/waves.ts';
import { LinkList } from '../../ui/link-list.tsx';
import { Moment } from '../../ui/moment.tsx';
import { Section } from '../../ui/section.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import { CourseChart } from './course-chart.tsx';
import type { Standing } from './course.ts';
import { loadState } from './load-scale.ts';
import { ViolationList, type ViolationActions } from './violation-list.tsx';
import type { Violation } from './violations.ts';
import { WhatWouldSave } from './why-parts.tsx';
import { fullMoment } from './window-words.ts';

const useStyles = makeStyles({
  text: { margin: '0 0 8px' },
  list: { margin: 0, paddingLeft: '18px', color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  check: { marginTop: '8px', display: 'flex', flexDirection: 'column', gap: '8px', alignItems: 'flex-start' },
});

type Check = MethodOutput<'plan.check'>;

interface PlanDetailsProps {
  readonly plan: PlanView;
  readonly groups: readonly GroupView[];
  readonly violations: readonly Violation[];
  readonly isReadOnly: boolean;
  readonly course: readonly Standing[];
  readonly actions: ViolationActions;
  readonly onSelectGroup: (groupId: string) => void;
}

/** Why this plan: the proof of the number of waves, what is tight, what was left out, who put it in force. */
export function PlanDetails(props: PlanDetailsProps) {
  const { plan, groups, violations, isReadOnly, course, actions, onSelectGroup } = props;
  const waveLimits = useSnapshot((snapshot) => snapshot.waveLimits);
  const styles = useStyles();
  const { explanation } = wavesText;
  const titleOf = (id: string): string => groups.find((group) => group.id === id)?.title ?? id;
  const tight = plan.waves.flatMap((wave) =>
    wave.loads
      .filter((load) => loadState(load) === 'tight' || loadState(load) === 'over')
      .map((load) => explanation.tightLine(wave.number, load.title, wavesText.loadWords(load.used, load.limit, load.unit))),
  );
  return (
    <>
      {violations.length > 0 && (
        <Section title={wavesText.violations.panel} note={formatNumber(violations.length)} level={3} isDense>
          <ViolationList violations={violations} titleOf={titleOf} isReadOnly={isReadOnly} actions={actions} />
        </Section>
      )}
      <Section title={explanation.bound[plan.limits.objective]} level={3} isDense>
        <p className={styles.text}>{`${wavesText.answer(plan.waves.length, plan)}. ${plan.lowerBoundReason}`}</p>
        {plan.balance !== null && <p className={styles.text}>{plan.balance.text}</p>}
        <PlanCheck key={`${plan.id} ${plan.handMoves}`} />
      </Section>
      {course.length > 1 && (
        <Section title={wavesText.course.title} level={3} isDense>
          <CourseChart course={course} untilMs={0} objective={plan.limits.objective} />
        </Section>
      )}
      <Section title={wavesText.because.savings[waveLimits.objective]} level={3} isDense>
        <WhatWouldSave key={`${plan.id} ${JSON.stringify(waveLimits)}`} />
      </Section>
      <Section title={explanation.tight} level={3} isDense>
        {tight.length === 0 ? (
          <span>{explanation.nothingTight}</span>
        ) : (
          <ul className={styles.list}>
            {tight.slice(0, 12).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </Section>
      {plan.leftOut.length > 0 && (
        <Section title={explanation.leftOut} note={formatNumber(plan.leftOut.length)} level={3} isDense>
          <LinkList
            items={plan.leftOut.map((left) => ({ id: left.groupId, title: titleOf(left.groupId), note: left.reason }))}
            onSelect={onSelectGroup}
          />
        </Section>
      )}
      {plan.unplannedGroupIds.length > 0 && (
        <Section title={explanation.later} note={formatNumber(plan.unplannedGroupIds.length)} level={3} isDense>
          <p className={styles.text}>{explanation.laterLine(plan.unplannedGroupIds.length)}</p>
          <LinkList items={plan.unplannedGroupIds.map((id) => ({ id, title: titleOf(id), note: '' }))} onSelect={onSelectGroup} />
        </Section>
      )}
      <Section title={explanation.history} level={3} isDense>
        <p className={styles.text}>
          {explanation.adoptedBy(plan.adoptedBy)}{' '}
          <Moment
            instant={plan.adoptedAt}
            text={fullMoment(plan.adoptedAt, plan.limits.timeZone)}
            exact={fullMoment(plan.adoptedAt, 'UTC')}
          />
        </p>
        <span>{explanation.handMoves(plan.handMoves)}</span>
      </Section>
    </>
  );
}

/** Asks the second, independent program. */
function PlanCheck() {
  const styles = useStyles();
  const app = useApp();
  const { explanation } = wavesText;
  const [check, setCheck] = useState<Check | 'checking' | null>(null);
  const run = async (): Promise<void> => {
    setCheck('checking');
    setCheck(await app.ask('plan.check', {}, explanation.checkFailed));
  };
  return (
    <div className={styles.check}>
      <Button size="small" disabledFocusable={check === 'checking'} onClick={() => void run()}>
        {check === 'checking' ? explanation.checking : explanation.check}
      </Button>
      <div role="status">{check !== null && check !== 'checking' && <CheckResult check={check} />}</div>
    </div>
  );
}

function CheckResult({ check }: { readonly check: Check }) {
  const styles = useStyles();
  const { explanation } = wavesText;
  if (check.isValid) {
    return (
      <ToneMark tone="done" isWrapping>
        {check.isBoundConfirmed ? explanation.confirmed : explanation.planOnly}
      </ToneMark>
    );
  }
  return (
    <>
      <ToneMark tone="blocked" isWrapping>
        {explanation.notConfirmed}
      </ToneMark>
      <ul className={styles.list}>
        {check.violations.slice(0, 12).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
