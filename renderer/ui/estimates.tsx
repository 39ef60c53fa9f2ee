import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, padding: '6px 0' },
  head: { display: 'grid', gridTemplateColumns: '1fr auto', alignItems: 'baseline', columnGap: '8px' },
  title: { color: tokens.colorNeutralForeground2 },
  value: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums', textAlign: 'right' },
  unknown: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  range: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  more: { minWidth: 0, margin: '2px 0 0 -8px', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  inputs: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    columnGap: '8px',
    margin: '4px 0',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  input: { margin: 0, overflowWrap: 'anywhere' },
  inputValue: { margin: 0, textAlign: 'right' },
  formula: { margin: '4px 0 0', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** A figure that can be looked into. All of it in words that were made before. */
export interface EstimateItem {
  readonly id: string;
  readonly title: string;
  readonly value: string;
  readonly isUnknown: boolean;
  /** Low to high, where they differ from the value. */
  readonly range: string | null;
  readonly inputs: readonly { readonly name: string; readonly value: string }[];
  readonly formula: string;
}

/** Figures, each with what it was computed from behind a button. */
export function EstimateList({
  items,
  showInputs,
  hideInputs,
}: {
  readonly items: readonly EstimateItem[];
  readonly showInputs: (title: string) => string;
  readonly hideInputs: (title: string) => string;
}) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.id} className={styles.item}>
          <Estimate item={item} showInputs={showInputs} hideInputs={hideInputs} />
        </li>
      ))}
    </ul>
  );
}

interface EstimateProps {
  readonly item: EstimateItem;
  readonly showInputs: (title: string) => string;
  readonly hideInputs: (title: string) => string;
}

function Estimate({ item, showInputs, hideInputs }: EstimateProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div className={styles.head}>
        <span className={styles.title}>{item.title}</span>
        <span className={item.isUnknown ? styles.unknown : styles.value}>{item.value}</span>
      </div>
      {item.range !== null && <div className={styles.range}>{item.range}</div>}
      {(item.inputs.length > 0 || item.formula !== '') && (
        <Button
          className={styles.more}
          size="small"
          appearance="transparent"
          icon={isOpen ? <ChevronDownRegular /> : <ChevronRightRegular />}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? hideInputs(item.title) : showInputs(item.title)}
        </Button>
      )}
      <div id={id}>
        {isOpen && (
          <>
            <dl className={styles.inputs}>
              {item.inputs.flatMap(({ name, value }) => [
                <dt key={`${name}-name`} className={styles.input}>
                  {name}
                </dt>,
                <dd key={`${name}-value`} className={styles.inputValue}>
                  {value}
                </dd>,
              ])}
            </dl>
            <p className={styles.formula}>{item.formula}</p>
          </>
        )}
      </div>
    </>
  );
}
