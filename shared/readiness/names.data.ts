/** Names that Azure keeps for itself. SOURCE: RES 2023-04-05. All in upper case. */

/** Refused as the whole name or as a word of it. */
export const reservedWords: ReadonlySet<string> = new Set([
  'ACCESS',
  'APP_BROWSERS',
  'APP_CODE',
  'APP_DATA',
  'APP_GLOBALRESOURCES',
  'APP_LOCALRESOURCES',
  'APP_THEMES',
  'APP_WEBREFERENCES',
  'AZURE',
  'BING',
  'BIZSPARK',
  'BIZTALK',
  'CORTANA',
  'DIRECTX',
  'DOTNET',
  'DYNAMICS',
  'EXCEL',
  'EXCHANGE',
  'FOREFRONT',
  'GROOVE',
  'HOLOLENS',
  'HYPERV',
  'KINECT',
  'LYNC',
  'MSDN',
  'O365',
  'OFFICE',
  'OFFICE365',
  'ONEDRIVE',
  'ONENOTE',
  'OUTLOOK',
  'POWERPOINT',
  'SHAREPOINT',
  'SKYPE',
  'VISIO',
  'VISUALSTUDIO',
  'WEB.CONFIG',
  'XBOX',
]);

/** Refused anywhere in the name. */
export const reservedAnywhere: readonly string[] = ['MICROSOFT', 'WINDOWS'];

/** Refused at its beginning. */
export const reservedAtStart: readonly string[] = ['LOGIN'];
