import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { useCallback, useEffect, useRef } from 'react';

import { assertNever } from '../../../shared/domain/assert-never.ts';
import { useApp, useAppState } from '../../store/app-context.tsx';
import { importText } from '../../text/import.ts';
import { DoneStep } from './done-step.tsx';
import { EngagementStep } from './engagement-step.tsx';
import { canGoOneByOne, holdsAnything, isStale, mappingProblem, nameOfFiles, type ImportStep } from './import-step.ts';
import { PasswordStep } from './password-step.tsx';
import { PickStep } from './pick-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { ProgressStep } from './progress-step.tsx';
import { useImport, type ImportFlow } from './use-import.ts';

const useStyles = makeStyles({
  surface: {
    width: 'min(640px, calc(100vw - 32px))',
    maxWidth: 'none',
    maxHeight: 'calc(100vh - 32px)',
    ':focus-visible': { outlineStyle: 'none' },
  },
  wide: {
    width: 'min(1080px, calc(100vw - 32px))',
    maxWidth: 'none',
    height: 'calc(100vh - 64px)',
    maxHeight: '760px',
    ':focus-visible': { outlineStyle: 'none' },
    '@media (max-height: 500px)': { height: 'calc(100vh - 16px)', padding: '12px 16px' },
  },
  body: { height: '100%', maxHeight: 'none' },
  content: { display: 'flex', flexDirection: 'column', minHeight: 0 },
});

/** From a file to machines in the engagement: chosen, read, looked at, confirmed. */
export function ImportDialog({ file, alsoFiles }: { readonly file: File | null; readonly alsoFiles: readonly File[] }) {
  const styles = useStyles();
  const app = useApp();
  const flow = useImport(file, alsoFiles);
  const { step } = flow;
  const surface = useRef<HTMLDivElement | null>(null);
  const keepSurface = useCallback((element: HTMLDivElement | null) => {
    surface.current = element;
  }, []);
  useEffect(() => {
    // A step that goes takes the focused button with it; the focus goes on to what the next step is about.
    const { current } = surface;
    const { activeElement } = document;
    if (current === null || (activeElement !== current && current.contains(activeElement))) return;
    (current.querySelector<HTMLElement>('[data-autofocus]') ?? current).focus();
  });
  const isWide = step.kind === 'preview' || (step.kind === 'done' && step.summary.skipped.length > 0);
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && step.kind !== 'storing' && app.closeOverlay()}>
      <DialogSurface ref={keepSurface} tabIndex={-1} className={isWide ? styles.wide : styles.surface} data-testid="import-dialog">
        <DialogBody className={isWide ? styles.body : undefined}>
          <DialogTitle>{titleOf(step)}</DialogTitle>
          <DialogContent className={styles.content}>
            <StepView flow={flow} />
          </DialogContent>
          <DialogActions fluid>
            <Actions flow={flow} />
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function titleOf(step: ImportStep): string {
  if (step.kind === 'pick' || step.kind === 'failed') return importText.title;
  if (step.kind === 'password') return importText.password.title;
  return importText.titleOf('files' in step ? nameOfFiles(step.files) : step.preview.fileName);
}

function StepView({ flow }: { readonly flow: ImportFlow }) {
  const { step } = flow;
  switch (step.kind) {
    case 'pick':
      return <PickStep onFiles={flow.choose} />;
    case 'engagement':
      return <EngagementStep files={step.files} />;
    case 'uploading':
      return <ProgressStep title={importText.uploading} done={step.done} detail="" startedAt={null} />;
    case 'reading':
      return <ReadingStep taskId={step.taskId} />;
    case 'password':
      return <PasswordStep problem={step.problem} onPassword={(password) => flow.read({ password })} />;
    case 'preview':
      return (
        <PreviewStep
          key={step.preview.previewId}
          preview={step.preview}
          mapping={step.mapping}
          decisions={step.decisions}
          onMapping={flow.changeMapping}
          onDecide={flow.decide}
        />
      );
    case 'storing':
      return <ProgressStep title={importText.storing} done={null} detail="" startedAt={null} />;
    case 'done':
      return <DoneStep preview={step.preview} summary={step.summary} />;
    case 'failed':
      return (
        <MessageBar intent={step.failure.code === 'cancelled' ? 'info' : 'error'} layout="multiline" data-testid="import-failed">
          <MessageBarBody>
            <MessageBarTitle>{step.failure.code === 'cancelled' ? importText.failedCancelled : step.whatFailed}</MessageBarTitle>
            {step.failure.detail}
            {step.failure.detail.includes(importText.nothingStored) ? '' : ` ${importText.nothingStored}`}
          </MessageBarBody>
        </MessageBar>
      );
    default:
      return assertNever(step);
  }
}

function ReadingStep({ taskId }: { readonly taskId: string }) {
  const task = useAppState((state) => state.tasks.find((candidate) => candidate.taskId === taskId) ?? null);
  return (
    <ProgressStep title={importText.reading} done={task?.done ?? null} detail={task?.step ?? ''} startedAt={task?.startedAt ?? null} />
  );
}

function Actions({ flow }: { readonly flow: ImportFlow }) {
  const app = useApp();
  const { step } = flow;
  const another = <Button onClick={flow.reset}>{importText.another}</Button>;
  const [next] = flow.queue;
  switch (step.kind) {
    case 'preview':
      return <PreviewActions flow={flow} step={step} />;
    case 'done':
      return (
        <>
          {next !== undefined && (
            <Button appearance="primary" data-autofocus data-testid="import-next" onClick={flow.chooseNext}>
              {importText.next(next.name, flow.queue.length)}
            </Button>
          )}
          <Button {...(next === undefined ? { appearance: 'primary', 'data-autofocus': true } : {})} onClick={() => app.go('inventory')}>
            {importText.done.show}
          </Button>
          {another}
        </>
      );
    case 'failed':
      return (
        <>
          {canGoOneByOne(step) && (
            <Button appearance="primary" data-autofocus onClick={flow.oneByOne}>
              {importText.oneByOne}
            </Button>
          )}
          {next !== undefined && (
            <Button data-testid="import-next" onClick={flow.chooseNext}>
              {importText.next(next.name, flow.queue.length)}
            </Button>
          )}
          {another}
          <Button onClick={app.closeOverlay}>{importText.close}</Button>
        </>
      );
    case 'storing':
      return <Button disabled>{importText.cancel}</Button>;
    case 'pick':
    case 'engagement':
    case 'uploading':
    case 'reading':
    case 'password':
      return <Button onClick={app.closeOverlay}>{importText.cancel}</Button>;
    default:
      return assertNever(step);
  }
}

function PreviewActions({ flow, step }: { readonly flow: ImportFlow; readonly step: Extract<ImportStep, { kind: 'preview' }> }) {
  const app = useApp();
  const { preview, mapping } = step;
  const hasContent = holdsAnything(preview);
  const isSame = preview.sameFileAs !== null;
  const mustReadAgain = isStale(preview, mapping);
  const isBlocked = mappingProblem(preview, mapping) !== null;
  return (
    <>
      {mustReadAgain || preview.needsMapping ? (
        <Button appearance="primary" disabledFocusable={isBlocked} onClick={() => !isBlocked && flow.read({ mapping })}>
          {importText.mapping.readAgain}
        </Button>
      ) : (
        <Button
          appearance={isSame ? 'secondary' : 'primary'}
          {...(isSame ? {} : { 'data-autofocus': true })}
          disabledFocusable={!hasContent}
          data-testid="import-confirm"
          onClick={() => hasContent && flow.confirm()}
        >
          {isSame ? importText.confirmAgain(preview.machineCount) : importText.confirm(preview.machineCount)}
        </Button>
      )}
      {isSame ? (
        <Button appearance="primary" data-autofocus onClick={app.closeOverlay}>
          {importText.same.skip}
        </Button>
      ) : (
        <Button onClick={app.closeOverlay}>{importText.cancel}</Button>
      )}
    </>
  );
}
