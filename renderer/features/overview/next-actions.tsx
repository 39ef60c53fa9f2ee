import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRightRegular } from '@fluentui/react-icons';

import type { Snapshot } from '../../../shared/contract/shapes.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import type { App } from '../../store/store.ts';
import { overviewText } from '../../text/overview.ts';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'start' },
  number: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  title: { fontWeight: tokens.fontWeightSemibold },
  reason: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Goes to where an action is done; importing is a dialog and not a place. */
export function goToAction(app: App, { screen, target }: Snapshot['nextActions'][number]): void {
  if (target === 'import') app.openOverlay({ kind: 'import', file: null });
  else app.go(screen, target);
}

/** Up to three things worth doing next, each with its reason. */
export function NextActions() {
  const styles = useStyles();
  const app = useApp();
  const actions = useSnapshot((snapshot) => snapshot.nextActions);
  const words = overviewText.next;
  return (
    <Section title={words.title}>
      {actions.length === 0 && <p>{words.none}</p>}
      <ol className={styles.list} aria-label={words.label} data-testid="next-actions">
        {actions.map((action, index) => (
          <li key={action.title} className={styles.item}>
            <span className={styles.number} aria-hidden>
              {index + 1}
            </span>
            <div>
              <div className={styles.title}>{action.title}</div>
              <div className={styles.reason}>{action.reason}</div>
            </div>
            <Button
              size="small"
              appearance={index === 0 ? 'primary' : 'secondary'}
              icon={<ArrowRightRegular />}
              aria-label={words.go(action.title)}
              onClick={() => goToAction(app, action)}
            />
          </li>
        ))}
      </ol>
    </Section>
  );
}
