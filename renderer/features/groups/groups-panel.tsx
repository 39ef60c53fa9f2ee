import { groupPanelText } from '../../text/groups-panels.ts';
import { rulesText, sharedText } from '../../text/groups-rules.ts';
import { graphText } from '../../text/groups.ts';
import { DetailsPanel } from '../../ui/screen-layout.tsx';
import { EditPanel } from './edit-panel.tsx';
import { GroupPanel } from './group-panel.tsx';
import { MachinePanel } from './machine-panel.tsx';
import { PairPanel } from './pair-panel.tsx';
import { ServicePanel } from './service-panel.tsx';
import { SharedMachinePanel } from './shared-machine-panel.tsx';
import type { Groups } from './use-groups.ts';
import { WhyPanel } from './why-panel.tsx';

/** The panel at the right: follows what is chosen or being done. */
export function GroupsPanelView({ groups }: { readonly groups: Groups }) {
  const { view, onView, rows, graph, summary, toggle } = groups;
  const { panel } = view;
  if (panel.kind === 'group' || panel.kind === 'edit') {
    const row = rows.find(({ group }) => group.id === panel.groupId);
    if (row !== undefined && panel.kind === 'edit') return <EditPanel key={row.group.id} group={row.group} onView={onView} />;
    const largestGroup = summary?.rules.largestGroup ?? Infinity;
    if (row !== undefined) {
      return <GroupPanel row={row} largestGroup={largestGroup} graph={graph} view={view} onView={onView} onToggle={toggle} />;
    }
  }
  if (panel.kind === 'machine') return <MachinePanel machineId={panel.machineId} onView={onView} />;
  if (panel.kind === 'pair') return <PairPanel from={panel.from} to={panel.to} graph={graph} onView={onView} />;
  if (panel.kind === 'why') return <WhyPanel from={panel.from} to={panel.to} onView={onView} />;
  if (panel.kind === 'service' && summary !== null) {
    const service = summary.rules.sharedServices.find(({ id }) => id === panel.serviceId) ?? null;
    return <ServicePanel key={`${panel.serviceId ?? ''}|${JSON.stringify(service)}`} summary={summary} service={service} onView={onView} />;
  }
  if (panel.kind === 'shared-machine' && summary !== null) {
    return <SharedMachinePanel key={panel.machineId} summary={summary} machineId={panel.machineId} onView={onView} />;
  }
  if (panel.kind === 'rest') {
    const node = graph?.nodes.find(({ kind }) => kind === 'rest');
    return (
      <DetailsPanel title={graphText.rest(node?.groups ?? 0, node?.machines ?? 0)}>
        <p>{graphText.restMeaning}</p>
      </DetailsPanel>
    );
  }
  return (
    <DetailsPanel title={groupPanelText.none}>
      <p>{view.tab === 'shared' ? sharedText.choose : view.tab === 'rules' ? rulesText.choose : groupPanelText.noneText}</p>
    </DetailsPanel>
  );
}
