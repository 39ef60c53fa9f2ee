import { Button, Field, makeStyles, Radio, RadioGroup } from '@fluentui/react-components';

import { useCommandRegistry } from '../../commands/commands-context.tsx';
import { useApp, useAppState } from '../../store/app-context.tsx';
import { settingsText as words } from '../../text/settings.ts';
import { CommitField } from '../../ui/commit-field.tsx';
import { FactList } from '../../ui/facts.tsx';
import { Section } from '../../ui/section.tsx';

const useStyles = makeStyles({
  fields: { display: 'flex', flexDirection: 'column', gap: '12px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

/** What belongs to this computer and not to an engagement. */
export function ComputerSettings() {
  const styles = useStyles();
  const app = useApp();
  const registry = useCommandRegistry();
  const info = useAppState((state) => state.info);
  if (info === null) return null;
  const { preferences } = info;
  const resetColumns = async (): Promise<void> => {
    await app.setPreferences({ layouts: { 'inventory.columns': '' } });
    app.notify({ tone: 'success', title: words.wasReset });
  };
  return (
    <>
      <Section title={words.computer}>
        <div className={styles.fields}>
          <CommitField
            label={words.person}
            hint={words.personHint}
            isRequired
            maxLength={200}
            value={preferences.actorName}
            check={(text) => (text === '' ? words.personMissing : null)}
            onCommit={(actorName) => void app.setPreferences({ actorName })}
          />
          <Field label={words.theme}>
            <RadioGroup
              value={preferences.theme}
              onChange={(_, data) => void app.setPreferences({ theme: data.value as typeof preferences.theme })}
            >
              {(['system', 'light', 'dark'] as const).map((theme) => (
                <Radio key={theme} value={theme} label={words.themes[theme]} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={words.layouts} hint={words.resetHint}>
            <div>
              <Button size="small" onClick={() => void resetColumns()}>
                {words.resetLayouts}
              </Button>
            </div>
          </Field>
        </div>
      </Section>
      <Section title={words.help}>
        <div className={styles.buttons}>
          <Button onClick={() => registry.run('help.tour')}>{words.tour}</Button>
          <Button onClick={() => registry.run('help.shortcuts')}>{words.shortcuts}</Button>
        </div>
      </Section>
      <Section title={words.about}>
        <FactList
          facts={[
            { title: words.version, value: info.version },
            { title: words.host, value: words.hosts[info.host] },
          ]}
        />
      </Section>
    </>
  );
}
