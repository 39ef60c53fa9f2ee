import { Field, Input, makeStyles } from '@fluentui/react-components';

import { limitsText } from '../../text/limits.ts';
import type { FormErrors, LimitsForm } from './limits-form.ts';
import type { SetForm } from './limits-panel.tsx';

export const useFieldStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '12px', alignItems: 'start' },
  column: { display: 'flex', flexDirection: 'column', gap: '12px' },
  input: { minWidth: 0, width: '100%' },
});

export interface FieldsProps {
  readonly form: LimitsForm;
  readonly errors: FormErrors;
  readonly change: SetForm;
}

/** A field's error, where it has one; `exactOptionalPropertyTypes` wants the property to be absent otherwise. */
export function wrong(errors: FormErrors, name: string): { readonly validationMessage?: string } {
  const message = errors[name];
  return message === undefined ? {} : { validationMessage: message };
}

type TextField = { [K in keyof LimitsForm]: LimitsForm[K] extends string ? K : never }[keyof LimitsForm];

interface TextFieldProps extends FieldsProps {
  readonly name: TextField;
  readonly label: string;
  readonly placeholder?: string;
  readonly hint?: string;
  readonly isMoment?: boolean;
}

/** One field of the limits, a number unless it is a moment. */
export function LimitField({
  form,
  errors,
  change,
  name,
  label,
  placeholder = limitsText.noLimit,
  hint,
  isMoment = false,
}: TextFieldProps) {
  const styles = useFieldStyles();
  return (
    <Field label={label} {...(hint === undefined ? {} : { hint })} {...wrong(errors, name)}>
      <Input
        className={styles.input}
        {...(isMoment ? { type: 'datetime-local' as const } : { inputMode: 'decimal' as const, placeholder })}
        value={form[name]}
        onChange={(_, data) => change({ [name]: data.value })}
      />
    </Field>
  );
}
