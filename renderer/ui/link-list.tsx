import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: '12px',
    padding: '3px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  title: { minWidth: 0, overflowWrap: 'anywhere', textAlign: 'start' },
  note: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  },
  more: { marginTop: '4px' },
});

export interface LinkItem {
  readonly id: string;
  readonly title: string;
  readonly note: string;
}

interface LinkListProps {
  readonly items: readonly LinkItem[];
  readonly onSelect: (id: string) => void;
  /** Longer lists are cut here until somebody asks for all. */
  readonly most?: number;
}

/** Names that lead somewhere, each with a short note at the right. */
export function LinkList({ items, onSelect, most = 20 }: LinkListProps) {
  const styles = useStyles();
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, most);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((item) => (
          <li key={item.id} className={styles.item}>
            <Link as="button" className={styles.title} onClick={() => onSelect(item.id)}>
              {item.title}
            </Link>
            <span className={styles.note}>{item.note}</span>
          </li>
        ))}
      </ul>
      {shown.length < items.length && (
        <Link as="button" className={styles.more} onClick={() => setIsWhole(true)}>
          {`Show ${(items.length - shown.length).toLocaleString('en')} more`}
        </Link>
      )}
    </>
  );
}
