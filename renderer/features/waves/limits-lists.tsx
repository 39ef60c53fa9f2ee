import { Button, Field, Input, Select } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';

import type { GroupView } from '../../../shared/contract/shapes.ts';
import { limitsText } from '../../text/limits.ts';
import type { FormErrors, LimitsForm } from './limits-form.ts';
import { AddButton, GroupSelect, RuleRow, useListStyles } from './limits-parts.tsx';

interface OrderListProps {
  readonly precedences: LimitsForm['precedences'];
  readonly groups: readonly GroupView[];
  readonly onChange: (precedences: LimitsForm['precedences']) => void;
}

type Order = LimitsForm['precedences'][number];
const NEW_ORDER: Order = { before: '', after: '', kind: 'strict' };

/** Which group moves before which: sentences that can be removed, and one line to add another. */
export function OrderList({ precedences, groups, onChange }: OrderListProps) {
  const styles = useListStyles();
  const [adding, setAdding] = useState<Order | null>(null);
  const titleOf = (id: string): string => groups.find((group) => group.id === id)?.title ?? id;
  const canAdd = adding !== null && adding.before !== '' && adding.after !== '' && adding.before !== adding.after;
  const isKnown = precedences.some((order) => order.before === adding?.before && order.after === adding.after);
  return (
    <>
      <ul className={styles.list}>
        {precedences.map((order) => {
          const words = limitsText.order(titleOf(order.before), titleOf(order.after), order.kind === 'strict');
          return (
            <RuleRow
              key={`${order.before} ${order.after} ${order.kind}`}
              words={words}
              onRemove={() => onChange(precedences.filter((known) => known !== order))}
            />
          );
        })}
      </ul>
      {adding === null ? (
        <Button size="small" icon={<AddRegular />} onClick={() => setAdding(NEW_ORDER)}>
          {limitsText.addPrecedence}
        </Button>
      ) : (
        <div className={styles.adding}>
          <GroupSelect
            label={limitsText.before}
            groups={groups}
            value={adding.before}
            onChange={(before) => setAdding({ ...adding, before })}
          />
          <GroupSelect
            label={limitsText.after}
            groups={groups}
            value={adding.after}
            onChange={(after) => setAdding({ ...adding, after })}
          />
          <Field label={limitsText.kind}>
            <Select
              className={styles.input}
              value={adding.kind}
              onChange={(_, data) => setAdding({ ...adding, kind: data.value === 'weak' ? 'weak' : 'strict' })}
            >
              <option value="strict">{limitsText.strict}</option>
              <option value="weak">{limitsText.weak}</option>
            </Select>
          </Field>
          <AddButton
            isOff={!canAdd || isKnown}
            onClick={() => {
              onChange([...precedences, adding]);
              setAdding(null);
            }}
          />
        </div>
      )}
    </>
  );
}

interface PinListProps {
  readonly pins: LimitsForm['pins'];
  readonly groups: readonly GroupView[];
  readonly errors: FormErrors;
  readonly onChange: (pins: LimitsForm['pins']) => void;
}

type Pin = LimitsForm['pins'][number];

/** Which group must move in which wave. */
export function PinList({ pins, groups, errors, onChange }: PinListProps) {
  const styles = useListStyles();
  const [adding, setAdding] = useState<Pin | null>(null);
  const titleOf = (id: string): string => groups.find((group) => group.id === id)?.title ?? id;
  const free = groups.filter((group) => pins.every((pin) => pin.groupId !== group.id));
  return (
    <>
      <ul className={styles.list}>
        {pins.map((pin, index) => {
          const words = limitsText.pin(titleOf(pin.groupId), pin.waveNumber);
          const error = errors[`pins.${index}.waveNumber`] ?? errors[`pins.${index}.groupId`];
          return <RuleRow key={pin.groupId} words={words} error={error} onRemove={() => onChange(pins.filter((known) => known !== pin))} />;
        })}
      </ul>
      {adding === null ? (
        <Button size="small" icon={<AddRegular />} onClick={() => setAdding({ groupId: '', waveNumber: '' })}>
          {limitsText.addPin}
        </Button>
      ) : (
        <div className={styles.adding}>
          <GroupSelect
            label={limitsText.pinGroup}
            groups={free}
            value={adding.groupId}
            onChange={(groupId) => setAdding({ ...adding, groupId })}
          />
          <Field label={limitsText.pinWave}>
            <Input
              className={styles.input}
              inputMode="numeric"
              value={adding.waveNumber}
              onChange={(_, data) => setAdding({ ...adding, waveNumber: data.value })}
            />
          </Field>
          <AddButton
            isOff={adding.groupId === '' || adding.waveNumber.trim() === ''}
            onClick={() => {
              onChange([...pins, adding]);
              setAdding(null);
            }}
          />
        </div>
      )}
    </>
  );
}
