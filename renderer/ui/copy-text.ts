/** Puts text, and a table as HTML where given, on the clipboard. `false` when the host does not allow it. */
export async function copyText(text: string, html?: string): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else
      await navigator.clipboard.write([
        new ClipboardItem({ 'text/plain': blobOf(text, 'text/plain'), 'text/html': blobOf(html, 'text/html') }),
      ]);
    return true;
  } catch {
    return copyByEvent(text, html);
  }
}

function blobOf(text: string, type: string): Blob {
  return new Blob([text], { type });
}

/** Hosts that refuse the clipboard permission still allow what a copy event carries. */
function copyByEvent(text: string, html: string | undefined): boolean {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    event.preventDefault();
  };
  document.addEventListener('copy', onCopy, { once: true, capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}
