import { onlyProvided } from './not-provided.ts';
import { run, type DialogKind } from './run-state.ts';

/** Shows nothing: the person's answer was prepared by the test. A question that no test expected fails. */
function answer(kind: DialogKind): (window: object, options: unknown) => Promise<unknown> {
  return (_window, options) => {
    run.dialogs.push({ kind, options });
    const [next] = run.answers;
    if (next?.kind !== kind) return Promise.reject(new Error(`No answer was prepared for dialog.${kind}: ${JSON.stringify(options)}`));
    run.answers.shift();
    return Promise.resolve(next.answer);
  };
}

export const dialog = onlyProvided('dialog', {
  showOpenDialog: answer('showOpenDialog'),
  showSaveDialog: answer('showSaveDialog'),
  showMessageBox: answer('showMessageBox'),
  showErrorBox: (title: string, content: string) => void run.errorBoxes.push(`${title}: ${content}`),
});
