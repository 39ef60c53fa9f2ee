import { Combobox, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';

export interface Suggestion {
  readonly value: string;
  readonly title: string;
}

interface SuggestFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly suggestions: readonly Suggestion[];
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  /** Why a value cannot be taken, in words; `null` when it can. */
  readonly check?: (value: string) => string | null;
  /** Told when a value was chosen, or typed and left; never with the value it has. */
  readonly onCommit: (value: string) => void;
}

const MOST_SHOWN = 60;

/** A text with suggestions: type to narrow them down, or type something that is not among them. */
export function SuggestField(props: SuggestFieldProps) {
  const { label, hint, value, suggestions, placeholder, isDisabled = false, check, onCommit } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const shown = typed ?? titleOf(suggestions, value);
  const wanted = (typed ?? '').trim().toLowerCase();
  const matching = suggestions
    .filter(({ value: candidate, title }) => wanted === '' || `${title} ${candidate}`.toLowerCase().includes(wanted))
    .slice(0, MOST_SHOWN);
  const commit = (text: string): void => {
    const known = suggestions.find(({ title, value: candidate }) => title === text || candidate === text.toLowerCase());
    const next = known?.value ?? text.trim();
    const why = check?.(next) ?? null;
    setProblem(why);
    if (why !== null) return;
    setTyped(null);
    if (next !== value) onCommit(next);
  };
  return (
    <Field label={label} hint={hint} {...(problem === null ? {} : { validationMessage: problem })}>
      <Combobox
        freeform
        disabled={isDisabled}
        value={shown}
        selectedOptions={[value]}
        {...(placeholder === undefined ? {} : { placeholder })}
        onChange={(event) => setTyped(event.target.value)}
        onOptionSelect={(_, data) => {
          if (data.optionValue !== undefined) commit(data.optionValue);
        }}
        onBlur={() => {
          if (typed !== null) commit(typed);
        }}
      >
        {matching.map((suggestion) => (
          <Option key={suggestion.value} value={suggestion.value} text={suggestion.title}>
            {suggestion.title}
          </Option>
        ))}
      </Combobox>
    </Field>
  );
}

function titleOf(suggestions: readonly Suggestion[], value: string): string {
  return suggestions.find((suggestion) => suggestion.value === value)?.title ?? value;
}
