import type { Failure, FailureCode } from '../../shared/contract/failure.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';

/** Words for a failure: what it means, and what to do next. What happened is said by whoever asked, and by `failure.detail`. */
export interface FailureWords {
  readonly meaning: string;
  readonly whatToDo: string;
}

export function failureWords(code: FailureCode): FailureWords {
  switch (code) {
    case 'invalid-input':
      return { meaning: 'A value is missing or not allowed.', whatToDo: 'Correct the value and try again.' };
    case 'signed-out':
      return { meaning: 'Azure is not signed in to.', whatToDo: 'Sign in, then try again.' };
    case 'forbidden':
      return {
        meaning: 'The signed-in account or this computer does not allow it.',
        whatToDo: 'Ask for the missing right, or use another place.',
      };
    case 'not-found':
      return { meaning: 'What was asked for is not there any more.', whatToDo: 'Check whether it was moved, renamed or undone.' };
    case 'conflict':
      return { meaning: 'Something else holds it or has changed it.', whatToDo: 'Look at the present state, then decide again.' };
    case 'not-ready':
      return { meaning: 'Something has to be done before this.', whatToDo: 'Do the step that is named, then try again.' };
    case 'throttled':
      return { meaning: 'Azure asks to slow down.', whatToDo: 'Wait for the time that is named, then try again.' };
    case 'offline':
      return { meaning: 'The other side cannot be reached.', whatToDo: 'Check the connection, then try again.' };
    case 'azure-rejected':
      return { meaning: 'Azure refused the request.', whatToDo: 'Read the reason, change what it names, then try again.' };
    case 'in-doubt':
      return {
        meaning: 'It is not certain whether Azure accepted the request.',
        whatToDo: 'Compare both sides before anything is sent again.',
      };
    case 'cancelled':
      return { meaning: 'It was cancelled.', whatToDo: 'Start it again when it is wanted.' };
    case 'journal-unavailable':
      return {
        meaning: 'The engagement file cannot be written or read.',
        whatToDo: 'Check that the disk has room and that the file is still there.',
      };
    case 'internal':
      return { meaning: 'A fault in Landfall.', whatToDo: 'Copy the details and report them; the work up to here is kept.' };
    default:
      return assertNever(code);
  }
}

/** A notice for a failure: title, one paragraph, and what "Copy details" copies (never a stack or a secret). */
export function describeFailure(failure: Failure, whatFailed: string): { title: string; text: string; details: string } {
  const words = failureWords(failure.code);
  const wait = failure.retryAfterSeconds === undefined ? '' : ` Wait ${Math.ceil(failure.retryAfterSeconds)} seconds.`;
  const reason = failure.detail === '' ? words.meaning : failure.detail;
  const details = [
    whatFailed,
    `Code: ${failure.code}`,
    `Detail: ${failure.detail}`,
    `Retry: ${failure.retry}`,
    ...(failure.azureCorrelationId === undefined ? [] : [`Azure correlation id: ${failure.azureCorrelationId}`]),
  ].join('\n');
  return { title: whatFailed, text: `${endSentence(reason)} ${words.whatToDo}${wait}`, details };
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
