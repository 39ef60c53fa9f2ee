/** Loaded before a worker: gives it the parent port that Electron's utility processes have. */
const parentPort = {
  on: (_event: 'message', listener: (event: { readonly data: unknown }) => void) =>
    void process.on('message', (data: unknown) => listener({ data })),
  postMessage: (message: unknown) => void process.send?.(message),
};

Object.defineProperty(process, 'parentPort', { value: parentPort });
