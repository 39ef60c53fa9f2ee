import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';

import type { MethodOutput } from '../../../shared/contract/methods.ts';
import type { ImportSummary } from '../../../shared/contract/shapes.ts';
import { useApp, useAppState, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { formatBytes, formatDayTime, formatNumber } from '../../text/common-format.ts';
import { sourceText } from '../../text/inventory-views.ts';
import { copyText } from '../../ui/copy-text.ts';
import { FactList } from '../../ui/facts.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { Section } from '../../ui/section.tsx';
import { pageTarget } from './inventory-look.ts';

type Details = MethodOutput<'import.details'>;

const MOST_SKIPPED = 50;

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  hash: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '0 0 16px' },
  ask: { margin: '0 0 16px', padding: '8px 12px', borderLeft: `3px solid ${tokens.colorStatusWarningBorderActive}` },
  text: { margin: '0 0 8px' },
});

/** One import in full: the file with its hash, what it brought, what was left out and why; and the way to undo it. */
export function SourcePanel({ source }: { readonly source: ImportSummary }) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const asked = useReply('import.details', { importId: source.id }, `${source.id}|${seq}`);
  const details = asked.kind === 'answered' ? asked.value : null;
  const copyHash = async (): Promise<void> => {
    const isCopied = await copyText(source.fileSha256);
    app.notify(isCopied ? { tone: 'success', title: sourceText.copied } : { tone: 'error', title: sourceText.notCopied });
  };
  const { facts } = sourceText;
  return (
    <DetailsPanel title={source.fileName}>
      <UndoImport source={source}>
        <Button size="small" onClick={() => void copyHash()}>
          {sourceText.copyHash}
        </Button>
      </UndoImport>
      <FactList
        facts={[
          { title: facts.format, value: source.formatTitle },
          { title: facts.by, value: sourceText.by(source.importedBy, formatDayTime(source.importedAt)) },
          { title: facts.asOf, value: source.exportedAt === null ? sourceText.unknownDate : formatDayTime(source.exportedAt) },
          ...(details === null
            ? []
            : [
                { title: facts.size, value: formatBytes(details.fileSizeBytes) },
                { title: facts.rows, value: sourceText.rows(details.sheets) },
              ]),
          {
            title: facts.hash,
            value: <span className={styles.hash}>{source.fileSha256}</span>,
          },
        ]}
      />
      <div className={styles.text} />
      {asked.kind === 'asking' && <Spinner size="tiny" label={sourceText.brought} />}
      {asked.kind === 'failed' && <p role="alert">{asked.failure.detail}</p>}
      {details !== null && <Brought source={source} details={details} />}
      <LeftOut source={source} />
    </DetailsPanel>
  );
}

function Brought({ source, details }: { readonly source: ImportSummary; readonly details: Details }) {
  const app = useApp();
  const machinesById = useAppState((state) => state.machinesById);
  const { figures, facts } = sourceText;
  return (
    <>
      <Section title={sourceText.brought} level={3} isDense>
        <FactList
          facts={[
            { title: figures.machines, value: formatNumber(source.machineCount) },
            { title: figures.added, value: formatNumber(details.added) },
            { title: figures.changed, value: formatNumber(details.changed) },
            { title: figures.same, value: formatNumber(details.same) },
            { title: figures.gone, value: formatNumber(details.gone.length) },
            ...(details.connections === 0 ? [] : [{ title: facts.connections, value: formatNumber(details.connections) }]),
            ...(details.applications === 0 ? [] : [{ title: facts.applications, value: formatNumber(details.applications) }]),
          ]}
        />
      </Section>
      {details.changedFields.length > 0 && (
        <Section title={sourceText.changedFields} level={3} isDense>
          <FactList facts={details.changedFields.map(({ title, machines }) => ({ title, value: sourceText.fieldNote(machines) }))} />
        </Section>
      )}
      {details.gone.length > 0 && (
        <Section title={sourceText.gone} note={formatNumber(details.gone.length)} level={3} isDense>
          <LinkList
            items={details.gone.map(({ machineId, name }) => ({
              id: machineId,
              title: name,
              note: machinesById.get(machineId)?.application ?? '',
            }))}
            onSelect={(id) => app.go('inventory', pageTarget(id))}
          />
        </Section>
      )}
    </>
  );
}

function LeftOut({ source }: { readonly source: ImportSummary }) {
  const styles = useStyles();
  return (
    <>
      {source.warnings.length > 0 && (
        <Section title={sourceText.warnings} level={3} isDense>
          <ul className={styles.list}>
            {source.warnings.map((warning) => (
              <li key={warning} className={styles.item}>
                {warning}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {source.skipped.length > 0 && (
        <Section title={sourceText.leftOut} note={formatNumber(source.skipped.length)} level={3} isDense>
          <ul className={styles.list}>
            {source.skipped.slice(0, MOST_SKIPPED).map(({ sheet, row, what, reason }) => (
              <li key={`${sheet}|${row}|${what}`} className={styles.item}>
                {what === '' ? reason : `${what}: ${reason}`}
                <div className={styles.note}>{sourceText.rowPlace(sheet, row)}</div>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Says what undoing an import does before it is done. */
function UndoImport({ source, children }: { readonly source: ImportSummary; readonly children: ReactNode }) {
  const styles = useStyles();
  const app = useApp();
  const isReadOnly = useSnapshot((snapshot) => snapshot.engagement.isReadOnly);
  const [isAsking, setIsAsking] = useState(false);
  const undo = async (): Promise<void> => {
    const undone = await app.ask('journal.undo-entry', { entryId: source.entryId }, sourceText.notUndone);
    if (undone === null) return;
    app.notify({ tone: 'success', title: sourceText.undone(source.fileName), text: sourceText.again });
    app.go('inventory', 'sources');
  };
  if (isReadOnly || !isAsking) {
    return (
      <div className={styles.actions}>
        {children}
        {!isReadOnly && (
          <Button size="small" onClick={() => setIsAsking(true)}>
            {sourceText.undo}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className={styles.ask} role="group" aria-label={sourceText.undoTitle(source.fileName)} data-testid="undo-import">
      <p className={styles.text}>{sourceText.undoMeaning}</p>
      <Button size="small" autoFocus onClick={() => void undo()}>
        {sourceText.undoConfirm}
      </Button>{' '}
      <Button size="small" appearance="subtle" onClick={() => setIsAsking(false)}>
        {sourceText.cancel}
      </Button>
    </div>
  );
}
