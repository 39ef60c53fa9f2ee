import { Button, Field, Input, makeStyles, Textarea } from '@fluentui/react-components';
import { useState } from 'react';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { sharedText } from '../../text/groups-rules.ts';
import { groupsText } from '../../text/groups.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import type { ChangeView } from './groups-view.ts';
import { RuleEffect } from './rule-effect.tsx';
import { readPorts, serviceIdFor, withService, type Service, type Summary } from './shared-services.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '12px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface ServicePanelProps {
  readonly summary: Summary;
  /** `null`: a new one. */
  readonly service: Service | null;
  readonly onView: ChangeView;
}

/** A shared service with its ports; shows what a change makes of the groups before it is saved. */
export function ServicePanel({ summary, service, onView }: ServicePanelProps) {
  const styles = useStyles();
  const app = useApp();
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const [title, setTitle] = useState(service?.title ?? '');
  const [text, setText] = useState(service?.ports.join(', ') ?? '');
  const [wasTried, setWasTried] = useState(false);
  const { sharedServices } = summary.rules;
  const read = readPorts(text);
  const id = service?.id ?? serviceIdFor(title, sharedServices);
  const changed = 'ports' in read ? withService(sharedServices, id, { id, title: title.trim(), ports: read.ports }) : null;
  const isChanged =
    service === null ||
    title.trim() !== service.title ||
    ('ports' in read && read.ports.join() !== service.ports.toSorted((a, b) => a - b).join());
  const without = service === null ? null : withService(sharedServices, service.id, null);
  const save = async (services: readonly Service[], what: string): Promise<void> => {
    const saved = await app.ask('dependency.set-rules', { rules: { sharedServices: [...services] }, what }, groupsText.notSaved);
    if (saved === null) return;
    app.notify({ tone: 'success', title: sharedText.saved, text: groupsText.undo });
    onView({ panel: { kind: 'none' } });
  };
  const submit = (): void => {
    setWasTried(true);
    if (changed === null || title.trim() === '') return;
    void save(changed, (service === null ? sharedText.what.add : sharedText.what.change)(title.trim()));
  };
  const isNameMissing = wasTried && title.trim() === '';
  const portsProblem = 'problem' in read && (wasTried || text !== '') ? read.problem : null;
  return (
    <DetailsPanel title={service?.title ?? sharedText.newTitle}>
      <form
        noValidate
        className={styles.form}
        data-testid="shared-service"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label={sharedText.name} required {...(isNameMissing ? { validationMessage: sharedText.nameMissing } : {})}>
          <Input value={title} maxLength={200} disabled={isReadOnly} onChange={(_, data) => setTitle(data.value)} />
        </Field>
        <Field
          label={sharedText.ports}
          hint={sharedText.portsHint}
          required
          {...(portsProblem === null ? {} : { validationMessage: portsProblem })}
        >
          <Textarea resize="vertical" rows={3} value={text} disabled={isReadOnly} onChange={(_, data) => setText(data.value)} />
        </Field>
        {/* Nothing typed: what the calls of the service would tie if it were not shared. */}
        <RuleEffect
          rules={
            isChanged
              ? changed === null || title.trim() === ''
                ? null
                : { sharedServices: changed }
              : without === null
                ? null
                : { sharedServices: without }
          }
        />
        {!isReadOnly && (
          <div className={styles.actions}>
            {isChanged && (
              <Button type="submit" appearance="primary">
                {service === null ? sharedText.saveNew : sharedText.save}
              </Button>
            )}
            {service !== null && without !== null && !isChanged && (
              <Button onClick={() => void save(without, sharedText.what.remove(service.title))}>{sharedText.remove}</Button>
            )}
            <Button appearance="subtle" onClick={() => onView({ panel: { kind: 'none' } })}>
              {groupsText.cancel}
            </Button>
          </div>
        )}
      </form>
    </DetailsPanel>
  );
}
