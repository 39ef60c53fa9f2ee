import { Checkbox, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    columnGap: '12px',
    rowGap: '2px',
    alignItems: 'start',
  },
  text: { display: 'flex', flexDirection: 'column' },
  more: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
}

interface ChoiceListProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several of a few. What was chosen and is not offered any more stays chosen. */
export function ChoiceList({ label, choices, chosen, onChange }: ChoiceListProps) {
  const styles = useStyles();
  const toggle = (id: string, isOn: boolean): void => onChange(isOn ? [...chosen, id] : chosen.filter((known) => known !== id));
  return (
    <div role="group" aria-label={label} className={styles.list}>
      {choices.map(({ id, title, text }) => (
        <Checkbox
          key={id}
          checked={chosen.includes(id)}
          onChange={(_, data) => toggle(id, data.checked === true)}
          label={
            <span className={styles.text}>
              {title}
              {text !== undefined && <span className={styles.more}>{text}</span>}
            </span>
          }
        />
      ))}
    </div>
  );
}
