import { Checkbox, makeStyles, mergeClasses, tokens, useArrowNavigationGroup } from '@fluentui/react-components';

import type { ReportFormat, ReportPreset } from '../../../shared/reports/report.ts';
import { reportsText } from '../../text/reports.ts';

const PRESETS = ['assessment', 'wave-plan', 'completion'] as const satisfies readonly ReportPreset[];
const FORMATS = ['html', 'xlsx', 'json', 'csv'] as const satisfies readonly ReportFormat[];

const useStyles = makeStyles({
  presets: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: '8px' },
  preset: {
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
    padding: '8px 12px',
    textAlign: 'start',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  formats: { display: 'flex', flexWrap: 'wrap', columnGap: '12px', marginLeft: '-8px' },
});

interface PresetChoiceProps {
  readonly chosen: ReportPreset;
  readonly onChoose: (preset: ReportPreset) => void;
}

/** Which report: each says what it answers. */
export function PresetChoice({ chosen, onChoose }: PresetChoiceProps) {
  const styles = useStyles();
  const arrows = useArrowNavigationGroup({ axis: 'both', memorizeCurrent: true });
  return (
    <div role="radiogroup" aria-label={reportsText.presetLabel} className={styles.presets} {...arrows}>
      {PRESETS.map((preset) => (
        <button
          key={preset}
          type="button"
          role="radio"
          aria-checked={preset === chosen}
          className={mergeClasses(styles.preset, preset === chosen && styles.chosen)}
          onClick={() => onChoose(preset)}
        >
          <span className={styles.title}>{reportsText.presets[preset].title}</span>
          <span className={styles.text}>{reportsText.presets[preset].text}</span>
        </button>
      ))}
    </div>
  );
}

interface FormatChoiceProps {
  readonly chosen: readonly ReportFormat[];
  readonly onChange: (formats: readonly ReportFormat[]) => void;
}

/** In which forms; always in the same order, whatever was ticked first. */
export function FormatChoice({ chosen, onChange }: FormatChoiceProps) {
  const styles = useStyles();
  const toggle = (format: ReportFormat, isOn: boolean): void =>
    onChange(FORMATS.filter((other) => (other === format ? isOn : chosen.includes(other))));
  return (
    <div role="group" aria-label={reportsText.formatLabel} className={styles.formats}>
      {FORMATS.map((format) => (
        <Checkbox
          key={format}
          checked={chosen.includes(format)}
          label={
            <>
              {reportsText.formats[format].title} <span className={styles.text}>{reportsText.formats[format].text}</span>
            </>
          }
          onChange={(_, data) => toggle(format, data.checked === true)}
        />
      ))}
    </div>
  );
}
