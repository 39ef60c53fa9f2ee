import { Button, Field, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { EngagementInfo } from '../../../shared/contract/shapes.ts';
import { settingsText } from '../../text/settings.ts';
import { Section } from '../../ui/section.tsx';

const ROUTES = ['site-recovery', 'azure-migrate', 'resource-mover'] as const;

type Decision = EngagementInfo['settings']['routeDecision'];

const useStyles = makeStyles({
  text: { margin: '0 0 8px', maxWidth: '72ch', color: tokens.colorNeutralForeground2 },
  form: { display: 'flex', flexDirection: 'column', gap: '8px', maxWidth: '560px' },
  save: { alignSelf: 'flex-start' },
});

interface RouteDecisionProps {
  readonly decision: Decision;
  readonly isReadOnly: boolean;
  readonly onDecide: (decision: NonNullable<Decision>) => void;
}

/** The one decision that everything else rests on; it cannot be recorded without a reason. */
export function RouteDecision({ decision, isReadOnly, onDecide }: RouteDecisionProps) {
  const words = settingsText.route;
  const note = decision === null ? words.undecided : words.decided(words.routes[decision.route]);
  // Undo or another window may change it: the form then shows what counts now.
  return (
    <Section title={words.title} note={note}>
      <DecisionForm key={JSON.stringify(decision)} decision={decision} isReadOnly={isReadOnly} onDecide={onDecide} />
    </Section>
  );
}

function DecisionForm({ decision, isReadOnly, onDecide }: RouteDecisionProps) {
  const styles = useStyles();
  const words = settingsText.route;
  const [route, setRoute] = useState(decision?.route ?? 'site-recovery');
  const [reason, setReason] = useState(decision?.reason ?? '');
  const [wasTried, setWasTried] = useState(false);
  const isSame = decision !== null && decision.route === route && decision.reason === reason.trim();
  const problem = wasTried && reason.trim() === '' ? words.reasonMissing : null;
  return (
    <>
      <p className={styles.text}>{words.text}</p>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setWasTried(true);
          if (reason.trim() !== '' && !isSame && !isReadOnly) onDecide({ route, reason: reason.trim() });
        }}
      >
        <Field label={words.label}>
          <RadioGroup
            layout="horizontal"
            value={route}
            disabled={isReadOnly}
            onChange={(_, data) => setRoute(ROUTES.find((known) => known === data.value) ?? 'site-recovery')}
          >
            {ROUTES.map((known) => (
              <Radio key={known} value={known} label={words.routes[known]} />
            ))}
          </RadioGroup>
        </Field>
        <Field label={words.reason} hint={words.reasonHint} required {...(problem === null ? {} : { validationMessage: problem })}>
          <Textarea value={reason} rows={3} maxLength={2000} disabled={isReadOnly} onChange={(_, data) => setReason(data.value)} />
        </Field>
        <Button type="submit" className={styles.save} disabledFocusable={isSame || isReadOnly}>
          {words.save}
        </Button>
      </form>
    </>
  );
}
