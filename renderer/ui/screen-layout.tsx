import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { createContext, useContext, useId, type ReactNode } from 'react';

const useStyles = makeStyles({
  screen: { display: 'flex', height: '100%', minHeight: 0, minWidth: 0 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flex: '1 1 0',
    minWidth: 0,
    minHeight: 0,
    // At 200 % zoom head and toolbar would leave no room: there the whole screen scrolls, and the thing keeps a usable height.
    '@media (max-height: 480px)': { overflowY: 'auto' },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '4px',
    padding: '12px 24px 8px',
    flexShrink: 0,
  },
  words: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '12px', flex: '1 1 320px', minWidth: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  answer: { margin: 0, color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  actions: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  toolbar: { padding: '0 24px 8px', flexShrink: 0 },
  body: { flex: '1 1 0', minHeight: 0, minWidth: 0, overflow: 'auto', padding: '4px 24px 24px', position: 'relative' },
  flush: { padding: 0, overflow: 'hidden', '@media (max-height: 480px)': { flex: '1 0 auto', height: '320px' } },
  details: {
    width: '360px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 900px)': {
      position: 'absolute',
      right: 0,
      top: 0,
      bottom: 0,
      zIndex: 5,
      maxWidth: '100%',
      boxShadow: tokens.shadow16,
    },
  },
  detailsHead: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '10px 8px 6px 16px',
    flexShrink: 0,
  },
  detailsTitle: {
    margin: 0,
    flex: '1 1 0',
    minWidth: 0,
    overflowWrap: 'anywhere',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  detailsBody: { flex: '1 1 0', minHeight: 0, overflow: 'auto', padding: '0 16px 16px' },
});

/** Whether the details panel is open, and how to close it; given by the frame of the app. */
export interface DetailsState {
  readonly isOpen: boolean;
  readonly close: () => void;
}

const DetailsContext = createContext<DetailsState>({ isOpen: true, close: () => undefined });
export const DetailsStateProvider = DetailsContext.Provider;

interface ScreenLayoutProps {
  readonly title: string;
  /** One sentence that answers the screen's question. */
  readonly answer?: ReactNode;
  /** At most one primary action, others beside it. */
  readonly actions?: ReactNode;
  /** Filters, chips, counts. */
  readonly toolbar?: ReactNode;
  /** A `DetailsPanel`; shown while the details panel is open. */
  readonly details?: ReactNode;
  /** The thing itself scrolls and has its own edges (a grid). */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** Every screen: title and answer, one primary action, then the thing itself, with a details panel that follows the selection. */
export function ScreenLayout({ title, answer, actions, toolbar, details, isFlush = false, children }: ScreenLayoutProps) {
  const styles = useStyles();
  const { isOpen } = useContext(DetailsContext);
  const titleId = useId();
  return (
    <section className={styles.screen} aria-labelledby={titleId}>
      <div className={styles.main}>
        <header className={styles.head}>
          <div className={styles.words}>
            <h1 id={titleId} className={styles.title}>
              {title}
            </h1>
            {answer !== undefined && <p className={styles.answer}>{answer}</p>}
          </div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </header>
        {toolbar !== undefined && <div className={styles.toolbar}>{toolbar}</div>}
        {/* A part that scrolls must be reachable by keyboard; the grid brings its own tab stop. */}
        <div
          className={mergeClasses(styles.body, isFlush && styles.flush)}
          {...(isFlush ? {} : { tabIndex: 0, role: 'group', 'aria-label': title })}
        >
          {children}
        </div>
      </div>
      {isOpen && details}
    </section>
  );
}

/** The panel at the right: what is selected, in full. `title` names the thing. */
export function DetailsPanel({
  title,
  actions,
  children,
}: {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const { close } = useContext(DetailsContext);
  const titleId = useId();
  return (
    <aside className={styles.details} aria-labelledby={titleId}>
      <div className={styles.detailsHead}>
        <h2 id={titleId} className={styles.detailsTitle}>
          {title}
        </h2>
        {actions}
        <Tooltip content="Close details (Ctrl+B)" relationship="label">
          <Button appearance="subtle" size="small" icon={<DismissRegular />} onClick={close} />
        </Tooltip>
      </div>
      <div className={styles.detailsBody} tabIndex={0} role="group" aria-label={`Details of ${title}`}>
        {children}
      </div>
    </aside>
  );
}
