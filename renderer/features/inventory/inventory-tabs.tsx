import { makeStyles, Tab, TabList } from '@fluentui/react-components';

import { useApp, useSnapshot } from '../../store/app-context.tsx';
import { useReply } from '../../store/use-reply.ts';
import { lookText } from '../../text/inventory-views.ts';

const useStyles = makeStyles({ tabs: { margin: '0 -8px' } });

/** List, conflicts, sources: three looks at the same inventory. */
export function InventoryTabs({ current }: { readonly current: 'machines' | 'conflicts' | 'sources' }) {
  const styles = useStyles();
  const app = useApp();
  const seq = useSnapshot((snapshot) => snapshot.seq);
  const imports = useSnapshot((snapshot) => snapshot.imports.length);
  const conflicts = useReply('machine.conflicts', { limit: 1 }, String(seq));
  const total = conflicts.kind === 'answered' ? conflicts.value.total : null;
  return (
    <TabList
      size="small"
      className={styles.tabs}
      aria-label={lookText.label}
      selectedValue={current}
      onTabSelect={(_, data) => app.go('inventory', data.value === 'machines' ? null : String(data.value))}
    >
      <Tab value="machines">{lookText.machines}</Tab>
      <Tab value="conflicts">{lookText.conflicts(total)}</Tab>
      <Tab value="sources">{lookText.sources(imports)}</Tab>
    </TabList>
  );
}
