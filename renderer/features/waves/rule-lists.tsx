import { Button, Field, Input } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';

import type { GroupView } from '../../../shared/contract/shapes.ts';
import { limitsText } from '../../text/limits.ts';
import type { FormErrors, LimitsForm } from './limits-form.ts';
import { AddButton, GroupSelect, RuleRow, useListStyles } from './limits-parts.tsx';

interface ApartListProps {
  readonly conflicts: LimitsForm['conflicts'];
  readonly groups: readonly GroupView[];
  readonly onChange: (conflicts: LimitsForm['conflicts']) => void;
}

/** Groups that must not share a wave. */
export function ApartList({ conflicts, groups, onChange }: ApartListProps) {
  const styles = useListStyles();
  const [adding, setAdding] = useState<LimitsForm['conflicts'][number] | null>(null);
  const titleOf = (id: string): string => groups.find((group) => group.id === id)?.title ?? id;
  const isPair = adding !== null && adding.a !== '' && adding.b !== '' && adding.a !== adding.b;
  return (
    <>
      <ul className={styles.list}>
        {conflicts.map((conflict) => {
          const words = limitsText.apartWords(titleOf(conflict.a), titleOf(conflict.b));
          return (
            <RuleRow
              key={`${conflict.a} ${conflict.b}`}
              words={words}
              onRemove={() => onChange(conflicts.filter((known) => known !== conflict))}
            />
          );
        })}
      </ul>
      {adding === null ? (
        <Button size="small" icon={<AddRegular />} onClick={() => setAdding({ a: '', b: '' })}>
          {limitsText.addApart}
        </Button>
      ) : (
        <div className={styles.adding}>
          <GroupSelect label={limitsText.apartA} groups={groups} value={adding.a} onChange={(a) => setAdding({ ...adding, a })} />
          <GroupSelect label={limitsText.apartB} groups={groups} value={adding.b} onChange={(b) => setAdding({ ...adding, b })} />
          <AddButton
            isOff={!isPair}
            onClick={() => {
              onChange([...conflicts, adding]);
              setAdding(null);
            }}
          />
        </div>
      )}
    </>
  );
}

interface DateListProps {
  readonly dates: LimitsForm['dates'];
  readonly groups: readonly GroupView[];
  readonly errors: FormErrors;
  readonly onChange: (dates: LimitsForm['dates']) => void;
}

/** Groups that may not move before, or must be done by, a day. */
export function DateList({ dates, groups, errors, onChange }: DateListProps) {
  const styles = useListStyles();
  const [adding, setAdding] = useState<LimitsForm['dates'][number] | null>(null);
  const titleOf = (id: string): string => groups.find((group) => group.id === id)?.title ?? id;
  const free = groups.filter((group) => dates.every((date) => date.groupId !== group.id));
  return (
    <>
      <ul className={styles.list}>
        {dates.map((date, index) => {
          const words = limitsText.dateWords(titleOf(date.groupId), inWords(date.notBefore), inWords(date.notAfter));
          const error = ['notBefore', 'notAfter', 'groupId'].flatMap((name) => errors[`dates.${index}.${name}`] ?? [])[0];
          return (
            <RuleRow key={date.groupId} words={words} error={error} onRemove={() => onChange(dates.filter((known) => known !== date))} />
          );
        })}
      </ul>
      {adding === null ? (
        <Button size="small" icon={<AddRegular />} onClick={() => setAdding({ groupId: '', notBefore: '', notAfter: '' })}>
          {limitsText.addDate}
        </Button>
      ) : (
        <div className={styles.adding}>
          <div className={styles.wide}>
            <GroupSelect
              label={limitsText.pinGroup}
              groups={free}
              value={adding.groupId}
              onChange={(groupId) => setAdding({ ...adding, groupId })}
            />
          </div>
          {(['notBefore', 'notAfter'] as const).map((name) => (
            <Field key={name} label={limitsText[name]} className={styles.wide}>
              <Input
                className={styles.input}
                type="datetime-local"
                value={adding[name]}
                onChange={(_, data) => setAdding({ ...adding, [name]: data.value })}
              />
            </Field>
          ))}
          <AddButton
            isOff={adding.groupId === '' || (adding.notBefore === '' && adding.notAfter === '')}
            onClick={() => {
              onChange([...dates, adding]);
              setAdding(null);
            }}
          />
        </div>
      )}
    </>
  );
}

function inWords(local: string): string {
  return local.replace('T', ' ');
}
