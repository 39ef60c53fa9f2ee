import { Button, makeStyles, Spinner, Tab, TabList, tokens } from '@fluentui/react-components';
import { useMemo, useState, type Ref } from 'react';

import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { ChecklistItem, QuestionView, StepView } from '../../../shared/contract/shapes.ts';
import { useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { checklistText } from '../../text/checklist.ts';
import { formatDayTime, formatNumber } from '../../text/common-format.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { ToneMark } from '../../ui/tone-mark.tsx';
import type { Tone } from '../../ui/tone.ts';
import { CheckNow } from './check-now.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { ItemList } from './item-list.tsx';
import { MarkBar } from './mark-bar.tsx';
import { itemKey, markable, openFirst, whyNotDone } from './mark-form.ts';
import { StepText } from './step-text.tsx';
import { useMarkCommand } from './use-checklist-commands.ts';
import { formOfDraft, useDraft, useMarking } from './use-marking.ts';

const useStyles = makeStyles({
  tabs: { margin: '0 -8px 12px' },
  state: { marginBottom: '12px', display: 'flex', flexDirection: 'column', gap: '2px' },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  choice: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px', margin: '0 -4px 8px' },
});

const MOST_ITEMS = 1000;

/** The wave, the machine or both that items are looked at for. */
export type ChecklistPart = MethodInput<'checklist.part-counts'>;

type PanelTab = 'what' | 'items' | 'evidence';

interface StepPanelProps {
  readonly step: StepView;
  readonly part: ChecklistPart | null;
  readonly questions: readonly QuestionView[];
  readonly isReadOnly: boolean;
  readonly noteRef: Ref<HTMLTextAreaElement>;
  readonly onQuestions: () => void;
}

/** A step in full, the things it is done for, what was handed in, and the bar that marks it. */
export function StepPanel(props: StepPanelProps) {
  const { step, part, questions, isReadOnly, noteRef, onQuestions } = props;
  const styles = useStyles();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const input = { stepId: step.id, limit: MOST_ITEMS, ...part };
  const asked = useReply('checklist.items', input, `${step.id} ${JSON.stringify(part)} ${seq}`);
  const items = useMemo(
    () => (asked.kind === 'answered' ? openFirst(asked.value.items.filter((item) => item.stepId === step.id)) : []),
    [asked, step.id],
  );
  const [tab, setTab] = useState<PanelTab>('what');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [draft, setDraft] = useDraft(step.id);
  const [said, setSaid] = useState('');
  const marking = useMarking();
  // A machine has one item of each step, which needs no choosing.
  const isMany = items.length > 1 || (step.totalCount > 1 && part?.machineId === undefined);
  const chosen = isMany ? items.filter((item) => picked.has(itemKey(item))) : items;
  const total = asked.kind === 'answered' ? asked.value.total : step.totalCount;
  const evidenceCount = items.filter((item) => item.evidence.length > 0).length;
  const clearDraft = (): void => setDraft({ note: '', url: '', file: null });
  const mark = async (state: ChecklistItem['state'], reason: string | null): Promise<void> => {
    const isMarked = await marking.mark({ items: chosen, state, reason, draft });
    if (!isMarked) return;
    clearDraft();
    setPicked(new Set());
    setSaid(checklistText.mark.marked(chosen.length, checklistText.itemStates[state].toLowerCase()));
  };
  const addEvidence = async (): Promise<void> => {
    const [item] = chosen;
    if (item === undefined || !(await marking.addEvidence(item, draft))) return;
    clearDraft();
    setSaid(checklistText.mark.evidenceAdded);
  };
  const why = isReadOnly ? checklistText.mark.readOnly : (marking.busy ?? whyNotDone(step, chosen, formOfDraft(draft)));
  useMarkCommand({ why, onMarkDone: () => void mark('done', null) });
  return (
    <DetailsPanel title={step.title}>
      <TabList size="small" className={styles.tabs} selectedValue={tab} onTabSelect={(_, data) => setTab(data.value as PanelTab)}>
        <Tab value="what">{checklistText.tabs.what}</Tab>
        {isMany && <Tab value="items">{`${checklistText.items(step.per)} ${formatNumber(total)}`}</Tab>}
        <Tab value="evidence">
          {evidenceCount === 0 ? checklistText.evidence.heading : `${checklistText.evidence.heading} ${formatNumber(evidenceCount)}`}
        </Tab>
      </TabList>
      {!isMany && items[0] !== undefined && tab === 'what' && <ItemState item={items[0]} />}
      {tab === 'what' && step.isCheckable && <CheckNow items={chosen.length > 0 ? chosen : items} isReadOnly={isReadOnly} />}
      {tab === 'what' && <StepText step={step} questions={questions} onQuestions={onQuestions} />}
      {tab === 'items' && isMany && (
        <ItemChoice step={step} items={items} total={total} isAsking={asked.kind === 'asking'} picked={picked} onPick={setPicked} />
      )}
      {tab === 'evidence' && <EvidenceList items={items} />}
      <MarkBar
        step={step}
        chosen={chosen}
        draft={draft}
        onDraft={setDraft}
        marking={marking}
        isReadOnly={isReadOnly}
        said={said}
        noteRef={noteRef}
        onMark={(state, reason) => void mark(state, reason)}
        onAddEvidence={() => void addEvidence()}
        choose={
          isMany
            ? {
                count: markable(items).length,
                onChooseAll: () => {
                  setPicked(new Set(markable(items).map(itemKey)));
                  setTab('items');
                },
              }
            : null
        }
      />
    </DetailsPanel>
  );
}

/** Where the only item of a step stands. */
function ItemState({ item }: { readonly item: ChecklistItem }) {
  const styles = useStyles();
  const { itemStates } = checklistText;
  const [waits] = item.blockedBy;
  const isWaiting = item.state === 'open' && waits !== undefined;
  const tone: Tone = item.state === 'open' ? (isWaiting ? 'waiting' : 'neutral') : 'done';
  const words = isWaiting ? checklistText.states.blocked : itemStates[item.state];
  return (
    <div className={styles.state}>
      <ToneMark tone={tone}>{words}</ToneMark>
      {item.by !== null && item.at !== null && item.state !== 'open' && (
        <span className={styles.small} title={item.at}>
          {checklistText.evidence.by(item.by, formatDayTime(item.at))}
        </span>
      )}
      {item.reason !== null && item.state === 'not-applicable' && <span className={styles.small}>{item.reason}</span>}
      {item.drift !== null && <span className={styles.small}>{item.drift}</span>}
      {item.seen !== null && item.drift === null && <span className={styles.small}>{item.seen.text}</span>}
      {isWaiting &&
        item.blockedBy.map((reason) => (
          <span key={reason} className={styles.small}>
            {reason}
          </span>
        ))}
    </div>
  );
}

interface ItemChoiceProps {
  readonly step: StepView;
  readonly items: readonly ChecklistItem[];
  readonly total: number;
  readonly isAsking: boolean;
  readonly picked: ReadonlySet<string>;
  readonly onPick: (picked: ReadonlySet<string>) => void;
}

function ItemChoice({ step, items, total, isAsking, picked, onPick }: ItemChoiceProps) {
  const styles = useStyles();
  if (isAsking && items.length === 0) return <Spinner size="small" label={checklistText.loadingItems} />;
  if (items.length === 0) return <span className={styles.small}>{checklistText.noItems}</span>;
  const toggle = (key: string): void => {
    const next = new Set(picked);
    if (!next.delete(key)) next.add(key);
    onPick(next);
  };
  return (
    <>
      <div className={styles.choice}>
        <span className={styles.small}>{checklistText.itemsChosen(picked.size, total)}</span>
        <Button size="small" appearance="subtle" onClick={() => onPick(new Set(markable(items).map(itemKey)))}>
          {checklistText.chooseAll}
        </Button>
        {picked.size > 0 && (
          <Button size="small" appearance="subtle" onClick={() => onPick(new Set())}>
            {checklistText.chooseNone}
          </Button>
        )}
      </div>
      <ItemList label={checklistText.items(step.per)} items={items} chosen={picked} onToggle={toggle} />
      {items.length < total && <p className={styles.small}>{checklistText.itemsCut(items.length, total)}</p>}
    </>
  );
}
