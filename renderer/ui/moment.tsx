import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  moment: { fontVariantNumeric: 'tabular-nums' },
});

/** A time as people on site read it; the hover text says the same in another form (UTC, or the exact time). */
export function Moment({ text, exact, instant }: { readonly text: string; readonly exact: string; readonly instant?: string }) {
  const styles = useStyles();
  return (
    <time className={styles.moment} title={exact} {...(instant === undefined ? {} : { dateTime: instant })}>
      {text}
    </time>
  );
}
