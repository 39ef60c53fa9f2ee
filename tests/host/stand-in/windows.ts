/** Open windows of this run, known to `app` and `BrowserWindow` alike. */
interface OpenWindow {
  readonly tryClose: () => boolean;
}

const windows: OpenWindow[] = [];

export function allWindows(): readonly OpenWindow[] {
  return [...windows];
}

export function addWindow(window: OpenWindow): void {
  windows.push(window);
}

export function removeWindow(window: OpenWindow): boolean {
  const place = windows.indexOf(window);
  if (place >= 0) windows.splice(place, 1);
  return place >= 0;
}
