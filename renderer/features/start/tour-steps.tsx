import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { DocumentLockRegular, HistoryRegular, ServerRegular, TimelineRegular, type FluentIcon } from '@fluentui/react-icons';
import { useState } from 'react';

import { tourText } from '../../text/tour.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  step: { display: 'grid', gridTemplateColumns: '40px 1fr', columnGap: '12px' },
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '40px',
    height: '40px',
    borderRadius: tokens.borderRadiusLarge,
    fontSize: '24px',
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorBrandBackground2,
  },
  title: {
    margin: '0 0 4px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: 0, minHeight: '80px', color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  dots: { display: 'flex', gap: '6px', marginRight: 'auto' },
  dot: { width: '8px', height: '8px', borderRadius: '50%', backgroundColor: tokens.colorNeutralStroke1, forcedColorAdjust: 'none' },
  here: { backgroundColor: tokens.colorBrandBackground },
});

const ICONS: readonly FluentIcon[] = [DocumentLockRegular, ServerRegular, TimelineRegular, HistoryRegular];

/** The steps one after another. `onEnd` is told once, whether the tour was read or skipped. */
export function TourSteps({ headingLevel, onEnd }: { readonly headingLevel: 2 | 3; readonly onEnd: () => void }) {
  const styles = useStyles();
  const [index, setIndex] = useState(0);
  const { steps } = tourText;
  const step = steps[index] ?? steps[0];
  const Icon = ICONS[index] ?? DocumentLockRegular;
  const isLast = index === steps.length - 1;
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <div className={styles.root} data-testid="tour">
      <div className={styles.step} aria-live="polite">
        <span className={styles.icon}>
          <Icon aria-hidden />
        </span>
        <div>
          <Heading className={styles.title}>{step.title}</Heading>
          <p className={styles.text}>{step.text}</p>
        </div>
      </div>
      <div className={styles.foot}>
        <span className={styles.dots} role="img" aria-label={tourText.stepOf(index + 1, steps.length)}>
          {steps.map(({ id }, place) => (
            <span key={id} className={mergeClasses(styles.dot, place === index && styles.here)} />
          ))}
        </span>
        {!isLast && (
          <Button appearance="subtle" onClick={onEnd}>
            {tourText.skip}
          </Button>
        )}
        {index > 0 && <Button onClick={() => setIndex(index - 1)}>{tourText.back}</Button>}
        <Button appearance="primary" onClick={() => (isLast ? onEnd() : setIndex(index + 1))}>
          {isLast ? tourText.done : tourText.next}
        </Button>
      </div>
    </div>
  );
}
