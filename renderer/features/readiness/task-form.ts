import type { MethodInput } from '../../../shared/contract/methods.ts';
import type { TaskView } from '../../../shared/contract/methods/readiness-methods.ts';
import type { TaskState } from '../../../shared/domain/backlog.ts';
import { backlogText } from '../../text/backlog.ts';

type Changes = MethodInput<'backlog.change'>['changes'];

/** Fields of the form. For many tasks at once `''` as state leaves it, and so does an empty field. */
export interface TaskForm {
  readonly owner: string;
  readonly dueOn: string;
  readonly state: TaskState | '';
  readonly note: string;
}

export const EMPTY_TASK_FORM: TaskForm = { owner: '', dueOn: '', state: '', note: '' };

export function formOfTask(task: Pick<TaskView, 'owner' | 'dueOn' | 'state' | 'note'>): TaskForm {
  return { owner: task.owner ?? '', dueOn: task.dueOn ?? '', state: task.state, note: task.note ?? '' };
}

/** What a form says otherwise than the task does: emptied fields are taken away, the rest is left alone. */
export function changesOfOne(task: Pick<TaskView, 'owner' | 'dueOn' | 'state' | 'note'>, form: TaskForm): Changes {
  const before = formOfTask(task);
  const text = (value: string): string | null => (value.trim() === '' ? null : value.trim());
  return {
    ...(form.owner.trim() === before.owner ? {} : { owner: text(form.owner) }),
    ...(form.dueOn === before.dueOn ? {} : { dueOn: form.dueOn === '' ? null : form.dueOn }),
    ...(form.state === before.state || form.state === '' ? {} : { state: form.state }),
    // Accepting needs its reason in the same act, also where the note says it already.
    ...(form.note.trim() === before.note && !(form.state === 'accepted' && before.state !== 'accepted') ? {} : { note: text(form.note) }),
  };
}

/** For many tasks: only what was filled in. */
export function changesOfMany(form: TaskForm): Changes {
  return {
    ...(form.owner.trim() === '' ? {} : { owner: form.owner.trim() }),
    ...(form.dueOn === '' ? {} : { dueOn: form.dueOn }),
    ...(form.state === '' ? {} : { state: form.state }),
    ...(form.note.trim() === '' ? {} : { note: form.note.trim() }),
  };
}

/** Why the form cannot be saved, in words; `null` when it can. */
export function whyNotSaved(form: TaskForm, changes: Changes): string | null {
  if (form.state === 'accepted' && form.note.trim() === '') return backlogText.acceptedNeedsNote;
  return Object.keys(changes).length === 0 ? backlogText.nothingChanged : null;
}
