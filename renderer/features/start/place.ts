import { ENGAGEMENT_ENDING, fileNameFor } from '../../../shared/domain/engagement-file-name.ts';

/** Folder and name as one path, in the way of the system that the app runs on (`info.platform`). */
export function joinPath(folder: string, fileName: string, platform: string): string {
  const separator = platform === 'win32' ? '\\' : '/';
  return folder.endsWith('/') || folder.endsWith('\\') ? `${folder}${fileName}` : `${folder}${separator}${fileName}`;
}

/** Where a new engagement goes: the file a person chose, or the folder with a file named after the engagement. */
export type Place = { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'file'; readonly path: string };

export function placeWords(place: Place, name: string): { readonly fileName: string; readonly folder: string } {
  if (place.kind === 'folder') return { fileName: fileNameFor(name.trim() === '' ? 'Engagement' : name.trim()), folder: place.folder };
  const cut = Math.max(place.path.lastIndexOf('/'), place.path.lastIndexOf('\\'));
  const fileName = place.path.slice(cut + 1);
  return {
    fileName: fileName.endsWith(ENGAGEMENT_ENDING) ? fileName : `${fileName}${ENGAGEMENT_ENDING}`,
    folder: place.path.slice(0, cut) || '/',
  };
}

/** The path to ask for; `undefined` leaves the choice of a free name in the default folder to the other side. */
export function pathToCreate(
  place: Place,
  name: string,
  { defaultFolder, platform }: { readonly defaultFolder: string; readonly platform: string },
): string | undefined {
  if (place.kind === 'file') return place.path;
  return place.folder === defaultFolder ? undefined : joinPath(place.folder, fileNameFor(name.trim()), platform);
}
