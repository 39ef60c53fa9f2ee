import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';

import type { ImportPreview } from '../../../shared/contract/methods/import-methods.ts';
import { importText } from '../../text/import.ts';
import { ChangeFigures } from './change-figures.tsx';
import { ChangeList, DoubtfulList } from './change-list.tsx';
import { isStale, mappingProblem, type Decisions, type Mapping } from './import-step.ts';
import { MappingTable } from './mapping-table.tsx';
import { FirstRows, SheetList, SkippedRows, WarningList } from './preview-tables.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px', minHeight: 0, height: '100%' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', justifyContent: 'space-between', columnGap: '32px', rowGap: '8px' },
  file: { margin: 0, color: tokens.colorNeutralForeground2 },
  found: {
    margin: '0 0 2px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  part: { flex: '1 1 0', minHeight: '160px', display: 'flex', flexDirection: 'column' },
  fill: { flex: '1 1 0', minHeight: 0 },
});

type Part = 'rows' | 'changes' | 'doubtful' | 'columns' | 'sheets' | 'skipped' | 'warnings';

interface PreviewStepProps {
  readonly preview: ImportPreview;
  readonly mapping: Mapping;
  readonly decisions: Decisions;
  readonly onMapping: (mapping: Mapping) => void;
  readonly onDecide: (decisions: Decisions) => void;
}

/** What the file holds and what it would change, before anything is stored. */
export function PreviewStep({ preview, mapping, decisions, onMapping, onDecide }: PreviewStepProps) {
  const styles = useStyles();
  const isMapped = preview.columns.length > 0;
  const [part, setPart] = useState<Part>(preview.needsMapping ? 'columns' : preview.changes.doubtful > 0 ? 'doubtful' : 'rows');
  const { tabs } = importText;
  const { changes } = preview;
  const same = preview.sameFileAs;
  return (
    <div className={styles.root} data-testid="import-preview">
      <div className={styles.head}>
        <div>
          <p className={styles.found}>
            {importText.found({
              machines: preview.machineCount,
              connections: preview.connectionCount,
              applications: preview.applicationCount,
            })}
          </p>
          <p className={styles.file} data-testid="import-format">
            {importText.file(preview.formatTitle, preview.fileSizeBytes, preview.exportedAt)}
          </p>
        </div>
        <ChangeFigures changes={preview.changes} />
      </div>
      {same !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{importText.same.title}</MessageBarTitle>
            {importText.same.text(same.importedBy, same.importedAt)}
          </MessageBarBody>
        </MessageBar>
      )}
      {isMapped && <MappingNotice preview={preview} mapping={mapping} />}
      <TabList size="small" selectedValue={part} onTabSelect={(_, data) => setPart(data.value as Part)} aria-label={tabs.label}>
        <Tab value="rows">{tabs.rows(preview.firstRows.length)}</Tab>
        {isKnownEstate(changes) && <Tab value="changes">{tabs.changes(changes.added + changes.changed + changes.gone)}</Tab>}
        {changes.doubtful > 0 && <Tab value="doubtful">{tabs.doubtful(changes.doubtful)}</Tab>}
        {isMapped && <Tab value="columns">{tabs.columns(preview.columns.length)}</Tab>}
        <Tab value="sheets">{tabs.sheets(preview.sheets.length)}</Tab>
        <Tab value="skipped">{tabs.skipped(preview.skipped.length)}</Tab>
        <Tab value="warnings">{tabs.warnings(preview.warnings.length)}</Tab>
      </TabList>
      <div className={styles.part} role="tabpanel" aria-label={tabs.label}>
        {part === 'rows' && <FirstRows preview={preview} className={styles.fill} />}
        {part === 'changes' && <ChangeList preview={preview} className={styles.fill} />}
        {part === 'doubtful' && <DoubtfulList preview={preview} decisions={decisions} className={styles.fill} onDecide={onDecide} />}
        {part === 'columns' && <MappingTable preview={preview} mapping={mapping} className={styles.fill} onChange={onMapping} />}
        {part === 'sheets' && <SheetList preview={preview} className={styles.fill} />}
        {part === 'skipped' && <SkippedRows skipped={preview.skipped} className={styles.fill} />}
        {part === 'warnings' && <WarningList preview={preview} className={styles.fill} />}
      </div>
    </div>
  );
}

/** Whether the file speaks of machines that the engagement holds; else everything in it is new, and the first rows say it all. */
function isKnownEstate({ changed, unchanged, gone }: ImportPreview['changes']): boolean {
  return changed + unchanged + gone > 0;
}

function MappingNotice({ preview, mapping }: { readonly preview: ImportPreview; readonly mapping: Mapping }) {
  const words = importText.mapping;
  const problem = mappingProblem(preview, mapping);
  const assumed = preview.columns.filter(({ isUnitAssumed }) => isUnitAssumed);
  if (problem !== 'no-name' && !isStale(preview, mapping)) {
    if (assumed.length === 0) return null;
    return (
      <MessageBar intent="warning" layout="multiline" data-testid="import-units">
        <MessageBarBody>{words.unitAsked(assumed.map(({ header, unit }) => `“${header}” (${unit ?? ''})`))}</MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <MessageBar intent={problem === 'no-name' ? 'warning' : 'info'} layout="multiline">
      <MessageBarBody>{problem === 'no-name' ? words.noName : words.isStale}</MessageBarBody>
    </MessageBar>
  );
}
