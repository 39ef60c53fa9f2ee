/** What is needed of Electron's `app`. */
interface QuittingApp {
  readonly on: (event: 'will-quit', listener: (event: { readonly preventDefault: () => void }) => void) => unknown;
  readonly quit: () => void;
}

/** The engagement's file is complete by itself only after it was closed; quitting waits for that, even if closing fails. */
export function closeBeforeQuitting(app: QuittingApp, close: () => Promise<void>, onError: (error: unknown) => void): void {
  let isClosed = false;
  let isClosing = false;

  async function closeAndQuit(): Promise<void> {
    isClosing = true;
    try {
      await close();
    } catch (error) {
      onError(error);
    }
    isClosed = true;
    app.quit();
  }

  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (!isClosing) void closeAndQuit();
  });
}
