import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { MethodInput } from '../../../shared/contract/methods.ts';
import { transferHours } from '../../../shared/domain/units.ts';
import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { azureRegions } from '../../text/common-regions.data.ts';
import { scenarioChoices } from '../../text/common-scenarios.ts';
import { settingsText as words } from '../../text/settings.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { CommitField } from '../../ui/commit-field.tsx';
import { Section } from '../../ui/section.tsx';
import { SuggestField, type Suggestion } from '../../ui/suggest-field.tsx';
import { RouteDecision } from './route-decision.tsx';
import { isKnownTimeZone, readLineSpeed, timeZones } from './setting-values.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    columnGap: '24px',
    rowGap: '12px',
    alignItems: 'start',
  },
  wide: { gridColumn: '1 / -1' },
  path: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

const regions: readonly Suggestion[] = azureRegions.map(([value, title]) => ({ value, title: `${title} (${value})` }));
const zones: readonly Suggestion[] = timeZones().map((zone) => ({ value: zone, title: zone }));

/** What is asked once per engagement. Every change is an entry that can be undone. */
export function EngagementSettings() {
  const styles = useStyles();
  const app = useApp();
  const settings = useSnapshot((snapshot) => snapshot.engagement.settings);
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const path = useSnapshot((snapshot) => snapshot.engagement.path);
  const [scenarioProblem, setScenarioProblem] = useState<string | null>(null);
  const change = (changes: MethodInput<'engagement.change-settings'>): void =>
    void app.ask('engagement.change-settings', changes, words.notSaved);
  const speed = settings.siteLinkMbps;
  const region = (text: string): string | null => (text === '' ? null : text);

  return (
    <>
      <Section title={words.engagement}>
        <div className={styles.fields}>
          <CommitField
            label={words.name}
            isRequired
            isDisabled={isReadOnly}
            value={settings.name}
            check={(text) => (text === '' ? words.nameMissing : null)}
            onCommit={(name) => change({ name })}
          />
          <CommitField
            label={words.customer}
            isDisabled={isReadOnly}
            value={settings.customer}
            check={() => null}
            onCommit={(customer) => change({ customer })}
          />
          <SuggestField
            label={words.targetRegion}
            hint={words.regionHint}
            isDisabled={isReadOnly}
            placeholder={words.regionUnset}
            value={settings.targetRegion ?? ''}
            suggestions={regions}
            onCommit={(text) => change({ targetRegion: region(text) })}
          />
          <SuggestField
            label={words.vaultRegion}
            hint={words.regionHint}
            isDisabled={isReadOnly}
            placeholder={words.regionUnset}
            value={settings.vaultRegion ?? ''}
            suggestions={regions}
            onCommit={(text) => change({ vaultRegion: region(text) })}
          />
          <CommitField
            label={words.line}
            hint={words.lineHint(speed === null ? null : words.hours(transferHours(1024, speed)))}
            unit={words.lineUnit}
            inputMode="decimal"
            isDisabled={isReadOnly}
            value={speed === null ? '' : String(speed)}
            check={(text) => (readLineSpeed(text) === undefined ? words.lineWrong : null)}
            onCommit={(text) => change({ siteLinkMbps: readLineSpeed(text) ?? null })}
          />
          <SuggestField
            label={words.timeZone}
            hint={words.timeZoneHint}
            isDisabled={isReadOnly}
            value={settings.timeZone}
            suggestions={zones}
            check={(text) => (isKnownTimeZone(text) ? null : words.timeZoneWrong)}
            onCommit={(timeZone) => change({ timeZone })}
          />
          <Field
            className={styles.wide}
            label={words.scenarios}
            {...(scenarioProblem === null ? {} : { validationMessage: scenarioProblem })}
          >
            <ChoiceList
              label={words.scenarios}
              choices={scenarioChoices}
              chosen={settings.scenarios}
              onChange={(scenarios) => {
                setScenarioProblem(scenarios.length === 0 ? words.scenariosMissing : null);
                if (scenarios.length > 0 && !isReadOnly) change({ scenarios: [...scenarios] });
              }}
            />
          </Field>
          <Field className={styles.wide} label={words.file}>
            <div className={styles.path}>{path}</div>
          </Field>
        </div>
      </Section>
      <RouteDecision decision={settings.routeDecision} isReadOnly={isReadOnly} onDecide={(routeDecision) => change({ routeDecision })} />
    </>
  );
}
