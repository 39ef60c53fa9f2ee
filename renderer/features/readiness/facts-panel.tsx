import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { EngagementFactView } from '../../../shared/contract/shapes.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { readinessText } from '../../text/readiness.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { factsByGroup, textOfFact, valueOfText } from './fact-form.ts';

const useStyles = makeStyles({
  intro: { margin: '0 0 12px', color: tokens.colorNeutralForeground2 },
  list: { display: 'flex', flexDirection: 'column', gap: '12px' },
  line: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '8px' },
  input: { minWidth: 0, width: '100%' },
});

/** What is asked once and speaks for every machine that does not say otherwise. */
export function FactsPanel({ onClose }: { readonly onClose: () => void }) {
  const styles = useStyles();
  const { facts: words } = readinessText;
  const facts = useSnapshot((snapshot) => snapshot.facts);
  return (
    <DetailsPanel
      title={words.title}
      actions={
        <Button size="small" appearance="subtle" onClick={onClose}>
          {words.close}
        </Button>
      }
    >
      <p className={styles.intro}>{words.intro}</p>
      {factsByGroup(facts).map(([group, own]) => (
        <Section key={group} title={group} level={3} isDense>
          <div className={styles.list}>
            {own.map((fact) => (
              // An answer from elsewhere (undo, another screen) starts the field anew.
              <FactField key={`${fact.name} ${String(fact.value)}`} fact={fact} />
            ))}
          </div>
        </Section>
      ))}
    </DetailsPanel>
  );
}

/** One answer. It counts when it is saved; an emptied field takes it back. */
export function FactField({ fact }: { readonly fact: EngagementFactView }) {
  const styles = useStyles();
  const app = useApp();
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const { facts: words } = readinessText;
  const [text, setText] = useState(textOfFact(fact.value));
  const value = valueOfText(fact, text);
  const label = fact.unit === null ? fact.title : `${fact.title} (${fact.unit})`;
  const save = (): void => {
    if (value !== undefined) void app.ask('engagement.set-facts', { values: { [fact.name]: value } }, words.failed);
  };
  const error = value === undefined ? { validationMessage: words.notANumber } : {};
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label={label} {...(fact.kind === 'list' ? { hint: words.listHint } : {})} {...error}>
        {fact.kind === 'boolean' || fact.kind === 'choice' ? (
          <Select className={styles.input} disabled={isReadOnly} value={text} onChange={(_, data) => setText(data.value)}>
            <option value="">{words.unanswered}</option>
            {(fact.kind === 'boolean' ? ['yes', 'no'] : fact.choices).map((choice) => (
              <option key={choice} value={choice}>
                {choice}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            className={styles.input}
            disabled={isReadOnly}
            {...(fact.kind === 'number' ? { inputMode: 'decimal' as const } : {})}
            placeholder={words.unanswered}
            value={text}
            onChange={(_, data) => setText(data.value)}
          />
        )}
      </Field>
      <div style={{ alignSelf: 'end' }}>
        <Button
          type="submit"
          size="small"
          disabledFocusable={value === undefined || value === fact.value}
          aria-label={words.saveOne(fact.title)}
        >
          {words.save}
        </Button>
      </div>
    </form>
  );
}
