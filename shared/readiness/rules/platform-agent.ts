import { rule } from '../define-rule.ts';
import { missing, onWindows, raised, whenStated } from '../outcomes.ts';
import type { Rule } from '../rule.ts';
import { AGENT, AGENT_WINDOWS, CLASSIC, CROSS_REGION, PHYSICAL } from '../scenario-groups.ts';
import { CURRENT_AGENT, LEAST_FREE_MEMORY_SHARE, OLDEST_SUPPORTED_AGENT } from '../service-limits.data.ts';
import { isOlderThan, isVersion } from '../versions.ts';

const LACKS_AGENT = missing('agentVersion');
const LACKS_COMPONENTS = missing('agentVersion', 'csVersion');
const LACKS_SERVER = missing('csVersion');
const LACKS_PROTECTION = missing('protectionState');
const LACKS_MEMORY = missing('freeMemoryShare');

/** Below this version a classic item cannot be moved. SOURCE: CLS-MOVE 2023-08-01. */
const LEAST_MOVABLE = '9.50';

/** States of an item that is not under protection (any more), however a source writes the words apart: `Not-Protected`. */
export function isUnprotected(protectionState: string): boolean {
  return /^(?:none|unprotected|notprotected)$/i.test(protectionState.replaceAll(/[\s_-]/g, ''));
}

export const platformAgentRules: readonly Rule[] = [
  rule({
    id: 'R-PL-15',
    scenarios: AGENT,
    severity: 'warning',
    fields: ['agentVersion'],
    sources: ['NEW', 'VM-SM'],
    title: 'The agent is too old to be supported',
    why: `Four releases back from the current one are supported; in October 2025 ${CURRENT_AGENT} was current.`,
    remedy: 'Update the agent.',
    check: ({ agentVersion }) => {
      if (agentVersion === undefined) return LACKS_AGENT;
      // No agent yet: the current one will be installed.
      if (!isVersion(agentVersion)) return null;
      return isOlderThan(agentVersion, OLDEST_SUPPORTED_AGENT) ? raised({ agentVersion }) : null;
    },
  }),
  rule({
    id: 'R-PL-16',
    scenarios: CLASSIC,
    severity: 'blocker',
    fields: ['agentVersion', 'csVersion'],
    sources: ['CLS-MOVE'],
    title: 'Too old to be moved to the modernized experience',
    why: 'Configuration server, process servers and agents must be 9.50 or later.',
    remedy: 'Update them first.',
    check: ({ agentVersion, csVersion }) => {
      const seen = {
        ...(agentVersion !== undefined && isOlderThan(agentVersion, LEAST_MOVABLE) ? { agentVersion } : {}),
        ...(csVersion !== undefined && isOlderThan(csVersion, LEAST_MOVABLE) ? { csVersion } : {}),
      };
      if (Object.keys(seen).length > 0) return raised(seen);
      if (agentVersion !== undefined && csVersion !== undefined) return null;
      if (agentVersion === undefined && csVersion === undefined) return LACKS_COMPONENTS;
      return agentVersion === undefined ? LACKS_AGENT : LACKS_SERVER;
    },
  }),
  rule({
    id: 'R-PL-17',
    scenarios: CLASSIC,
    severity: 'blocker',
    fields: ['protectionState'],
    sources: ['CLS-DEP'],
    title: 'The item is in a classic vault',
    why: 'The classic experience has been out of support since March 2026; nothing new can be enabled in it, and items left behind may lose their health data.',
    remedy: 'Move the item to the modernized experience, or finish its migration now.',
    check: ({ protectionState }) => {
      if (protectionState === undefined) return LACKS_PROTECTION;
      return isUnprotected(protectionState) ? null : raised({ protectionState });
    },
  }),
  rule({
    id: 'R-PL-18',
    scenarios: PHYSICAL,
    severity: 'blocker',
    fields: ['sourceIsAzureVm'],
    sources: ['VM-SM'],
    title: 'An Azure machine is to be protected as a physical one',
    why: 'Disks that come from an image of the marketplace are refused.',
    remedy: 'Move it between Azure regions instead.',
    check: whenStated('sourceIsAzureVm', true),
  }),
  rule({
    id: 'R-PL-19',
    scenarios: [...AGENT_WINDOWS, ...CROSS_REGION],
    severity: 'warning',
    fields: ['vssAndComPlusEnabled'],
    sources: ['A2A-ERR'],
    title: 'VSS or COM+ is disabled',
    why: 'Application-consistent points, and the agent between Azure regions, need both services (error 151025).',
    remedy: 'Set both services to a start kind other than disabled.',
    check: onWindows(whenStated('vssAndComPlusEnabled', false)),
  }),
  rule({
    id: 'R-PL-20',
    scenarios: AGENT,
    severity: 'warning',
    fields: ['freeMemoryShare'],
    sources: ['VM-SM'],
    title: 'Less than a tenth of the memory is free',
    why: 'The driver of the agent takes 6 to 10 % of the memory.',
    remedy: 'Add memory as long as the machine replicates.',
    check: ({ freeMemoryShare }) => {
      if (freeMemoryShare === undefined) return LACKS_MEMORY;
      return freeMemoryShare < LEAST_FREE_MEMORY_SHARE ? raised({ freeMemoryShare }) : null;
    },
  }),
  rule({
    id: 'R-PL-21',
    scenarios: [...AGENT, ...CROSS_REGION],
    severity: 'blocker',
    fields: ['hasOtherReplicationAgent'],
    sources: ['A2A-SM', 'SIMP'],
    title: 'Another replication agent is installed',
    why: 'A machine can be in one tool that works by agent, not in two.',
    remedy: 'Remove the other agent and restart.',
    check: whenStated('hasOtherReplicationAgent', true),
  }),
];
