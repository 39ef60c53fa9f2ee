import { makeStyles, tokens } from '@fluentui/react-components';
import {
  ArrowImportRegular,
  ArrowRedoRegular,
  ArrowUndoRegular,
  CircleRegular,
  ClipboardTaskListLtrRegular,
  DocumentTextRegular,
  FolderRegular,
  LaptopRegular,
  NoteRegular,
  ServerRegular,
  SettingsRegular,
  ShieldCheckmarkRegular,
  TimelineRegular,
  type FluentIcon,
} from '@fluentui/react-icons';

import { kindTitle } from '../../text/journal.ts';

const useStyles = makeStyles({ icon: { fontSize: '18px', color: tokens.colorNeutralForeground2 } });

const ICONS: Readonly<Record<string, FluentIcon>> = {
  'engagement.created': FolderRegular,
  'engagement.settings-changed': SettingsRegular,
  'journal.replica-joined': LaptopRegular,
  'journal.note-added': NoteRegular,
  'journal.entry-undone': ArrowUndoRegular,
  'journal.entry-redone': ArrowRedoRegular,
  'inventory.imported': ArrowImportRegular,
};

/** By the first word of the kind, for kinds without an icon of their own, also such as are added later. */
const ICONS_BY_AREA: Readonly<Record<string, FluentIcon>> = {
  machine: ServerRegular,
  group: TimelineRegular,
  dependencies: TimelineRegular,
  plan: TimelineRegular,
  checklist: ClipboardTaskListLtrRegular,
  readiness: ShieldCheckmarkRegular,
  report: DocumentTextRegular,
};

/** What kind of entry it is, at a glance; the word is its hover text. */
export function KindIcon({ kind }: { readonly kind: string }) {
  const styles = useStyles();
  const Icon = ICONS[kind] ?? ICONS_BY_AREA[kind.split('.')[0] ?? ''] ?? CircleRegular;
  return <Icon className={styles.icon} title={kindTitle(kind)} />;
}
