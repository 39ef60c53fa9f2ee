import { cleanText } from '../clean-text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * SECURITY: every text of a report goes through here. Markup becomes text; control characters go; marks that turn the
 * direction of writing go, because they can make a name read as another one.
 */
export function escapeHtml(text: string): string {
  return cleanText(text).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
