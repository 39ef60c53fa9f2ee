/** What is needed of Electron's message box, already bound to the window. Gives the index of the button. */
export type AskPerson = (question: {
  readonly type: 'question' | 'warning';
  readonly message: string;
  readonly detail: string;
  readonly buttons: string[];
  readonly defaultId: number;
  readonly cancelId: number;
}) => Promise<number>;

/** Enter and Esc keep the work; only the other button stops it. */
export async function mayStopWork(ask: AskPerson, what: string): Promise<boolean> {
  const answer = await ask({
    type: 'warning',
    message: 'Something is still running',
    detail: `Closing Landfall stops ${what}. What the journal holds stays; what is running has to be started again.`,
    buttons: ['Keep working', 'Stop and close'],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}

/** SECURITY: the host is named, because the words of a link may say something else. */
export async function mayOpenAddress(ask: AskPerson, address: string): Promise<boolean> {
  const { protocol, host } = new URL(address);
  const answer = await ask({
    type: 'question',
    message: `Open ${host} in the browser?`,
    detail: `${protocol === 'http:' ? 'The connection would not be encrypted. ' : ''}The address is ${shorten(address)}`,
    buttons: ['Do not open', 'Open'],
    defaultId: 0,
    cancelId: 0,
  });
  return answer === 1;
}

/** After the page's process ended. `false` = quit. */
export async function mayShowAgain(ask: AskPerson): Promise<boolean> {
  const answer = await ask({
    type: 'warning',
    message: 'The window of Landfall stopped working',
    detail: 'Nothing in the engagement was lost: every change was on disk before it was shown. What was running was stopped.',
    buttons: ['Show the window again', 'Quit'],
    defaultId: 0,
    cancelId: 1,
  });
  return answer === 0;
}

function shorten(address: string): string {
  return address.length > 300 ? `${address.slice(0, 300)}…` : address;
}
