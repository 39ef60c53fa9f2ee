import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';

interface CommitFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly unit?: string;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  readonly inputMode?: 'text' | 'decimal';
  /** Why a text cannot be taken, in words; `null` when it can. */
  readonly check: (text: string) => string | null;
  /** Told when the field is left or Enter is pressed, with a text that passed and is another than before. */
  readonly onCommit: (text: string) => void;
}

/** A text that is kept when the field is left; Esc puts back what was there. A wrong text stays, with what is wrong. */
export function CommitField(props: CommitFieldProps) {
  const { label, hint, value, unit, isDisabled = false, isRequired = false, maxLength = 300, inputMode = 'text', check, onCommit } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const commit = (): void => {
    if (typed === null) return;
    const text = typed.trim();
    const why = check(text);
    setProblem(why);
    if (why !== null) return;
    setTyped(null);
    if (text !== value) onCommit(text);
  };
  return (
    <Field
      label={label}
      required={isRequired}
      {...(hint === undefined ? {} : { hint })}
      {...(problem === null ? {} : { validationMessage: problem })}
    >
      <Input
        value={typed ?? value}
        disabled={isDisabled}
        maxLength={maxLength}
        inputMode={inputMode}
        {...(unit === undefined ? {} : { contentAfter: unit })}
        onChange={(_, data) => setTyped(data.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key !== 'Escape') return;
          setTyped(null);
          setProblem(null);
        }}
      />
    </Field>
  );
}
