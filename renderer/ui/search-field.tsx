import { Input, makeStyles } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import type { RefCallback } from 'react';

const useStyles = makeStyles({
  root: { minWidth: '96px', flexShrink: 1 },
});

interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onValue: (text: string) => void;
  readonly widthPixels?: number;
  readonly inputRef?: RefCallback<HTMLInputElement>;
}

/** Narrows the list beside it while one types. */
export function SearchField({ label, placeholder, value, onValue, widthPixels = 220, inputRef }: SearchFieldProps) {
  const styles = useStyles();
  return (
    <Input
      {...(inputRef === undefined ? {} : { ref: inputRef })}
      className={styles.root}
      style={{ width: `${widthPixels}px` }}
      size="small"
      type="search"
      maxLength={200}
      contentBefore={<SearchRegular aria-hidden />}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      onChange={(_, data) => onValue(data.value)}
    />
  );
}
