import { Checkbox, Radio, RadioGroup } from '@fluentui/react-components';

import type { WaveView } from '../../../shared/contract/shapes.ts';
import { useSnapshot } from '../../store/app-context.tsx';
import { limitsText } from '../../text/limits.ts';
import { wavesText } from '../../text/waves.ts';
import { Section } from '../../ui/section.tsx';
import { LimitField, useFieldStyles, type FieldsProps } from './limits-fields.tsx';
import { readForm } from './limits-form.ts';
import { LineForecast } from './line-forecast.tsx';
import { lineOutlook } from './line-outlook.ts';

/** What a wave may hold, and what the line carries before it. */
export function CapacityTab(props: FieldsProps & { readonly waves: readonly WaveView[] }) {
  const styles = useFieldStyles();
  const { form, change, waves } = props;
  return (
    <>
      <Section title={limitsText.aim} level={3} isDense>
        <RadioGroup
          layout="horizontal"
          aria-label={limitsText.aim}
          value={form.objective}
          onChange={(_, data) => change({ objective: data.value === 'earliest-finish' ? 'earliest-finish' : 'fewest-waves' })}
        >
          {Object.entries(limitsText.aims).map(([value, label]) => (
            <Radio key={value} value={value} label={label} />
          ))}
        </RadioGroup>
      </Section>
      <Section title={limitsText.capacity} level={3} isDense>
        <div className={styles.column}>
          <div className={styles.pair}>
            <LimitField {...props} name="machinesPerWave" label={limitsText.machinesPerWave} />
            <LimitField {...props} name="pilotMachines" label={limitsText.pilotMachines} />
          </div>
          <LimitField {...props} name="gibPerWave" label={limitsText.gibPerWave} />
          <LimitField {...props} name="teams" label={limitsText.teams} hint={limitsText.teamsHint} />
          <LimitField {...props} name="criticalPerWave" label={limitsText.criticalPerWave} />
          <LimitField {...props} name="vcpuQuota" label={limitsText.vcpuQuota} />
          <Checkbox
            label={limitsText.onlyReady}
            checked={form.onlyReadyMachines}
            onChange={(_, data) => change({ onlyReadyMachines: data.checked === true })}
          />
        </div>
      </Section>
      <Section title={limitsText.line} level={3} isDense>
        <LineFields {...props} waves={waves} />
      </Section>
    </>
  );
}

function LineFields(props: FieldsProps & { readonly waves: readonly WaveView[] }) {
  const styles = useFieldStyles();
  const siteLinkMbps = useSnapshot((snapshot) => snapshot.engagement.settings.siteLinkMbps);
  const read = readForm(props.form);
  const line = read.ok ? read.limits.line : null;
  const waves = props.waves.flatMap((wave) =>
    wave.window === null ? [] : [{ title: wavesText.waveTitle(wave.number), startsAt: wave.window.startsAt, sizeGiB: wave.sizeGiB }],
  );
  const churn = props.waves.reduce((sum, wave) => sum + wave.dailyChurnGiB, 0);
  const placeholder = siteLinkMbps === null ? limitsText.lineNone : `${limitsText.lineNone}; ${siteLinkMbps} at the site`;
  return (
    <div className={styles.column}>
      <LimitField {...props} name="lineMbps" label={limitsText.lineMbps} placeholder={placeholder} />
      <div className={styles.pair}>
        <LimitField {...props} name="growth" label={limitsText.growth} placeholder="0" />
        <LimitField {...props} name="churn" label={limitsText.churn} placeholder={limitsText.asMachines} hint={limitsText.churnHint} />
      </div>
      <LimitField {...props} name="lineStart" label={limitsText.lineStart} hint={limitsText.lineStartHint} isMoment />
      <div>
        <LineForecast points={line === null ? [] : lineOutlook(line, waves, churn)} />
      </div>
    </div>
  );
}
