import type { MachineFacts } from '../../domain/machine.ts';
import { MISSING_FIELDS } from '../assess-readiness.ts';
import { rule } from '../define-rule.ts';
import { missing, raised, type Check } from '../outcomes.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { ALL, isClassic } from '../scenario-groups.ts';
import { FREE_DAYS } from '../service-limits.data.ts';
import { isUnprotected } from './platform-agent.ts';

const LACKS_DAYS = missing('plannedDays');
const LACKS_LICENCE = missing('licenseType');
const LACKS_TEST = missing('lastTestResult');
const LACKS_TEST_AGE = missing('testFailoverAgeDays');
const LACKS_CHANGE_AGE = missing('settingsChangeAgeDays');

/** Words of sources for "no benefit wanted". */
function wantsBenefit(licenseType: string): boolean {
  return !/^(?:none|nolicensetype|notspecified)?$/i.test(licenseType.replaceAll(/[\s_-]/g, ''));
}

/**
 * A test is possible only once a machine replicates: until a vault or a person says that it does, it does not, and the
 * checklist holds the step open. Whatever is stated about replication or a test asks for the whole answer: a missing result,
 * age or date of the last change is unknown, never passed. Machines of a classic vault replicate already.
 */
function checkTest(facts: MachineFacts, { scenario }: RuleContext): ReturnType<Check> {
  const { lastTestResult, testFailoverAgeDays, settingsChangeAgeDays, protectionState } = facts;
  if (lastTestResult === undefined) {
    const isSomethingStated = testFailoverAgeDays !== undefined || settingsChangeAgeDays !== undefined || isClassic(scenario);
    const isReplicating = protectionState === undefined ? isSomethingStated : !isUnprotected(protectionState);
    return isReplicating ? LACKS_TEST : null;
  }
  if (lastTestResult !== 'succeeded') return raised({ lastTestResult });
  if (testFailoverAgeDays === undefined) return LACKS_TEST_AGE;
  if (settingsChangeAgeDays === undefined) return LACKS_CHANGE_AGE;
  return settingsChangeAgeDays < testFailoverAgeDays
    ? raised({ testFailoverAgeDays, settingsChangeAgeDays }, 'Settings were changed after the last successful test.')
    : null;
}

export const processRules: readonly Rule[] = [
  rule({
    id: 'R-LI-01',
    scenarios: ALL,
    severity: 'info',
    fields: ['plannedDays'],
    sources: ['A2A-FAQ'],
    title: 'Replication lasts longer than it is free',
    why: `Each machine replicates for ${FREE_DAYS} days without a fee of the service; then it is billed.`,
    remedy: 'Make the wave shorter.',
    check: (_facts, { shared: { plannedDays } }) => {
      if (plannedDays === undefined) return LACKS_DAYS;
      return plannedDays > FREE_DAYS ? raised({ plannedDays }) : null;
    },
  }),
  rule({
    id: 'R-LI-02',
    scenarios: ALL,
    severity: 'warning',
    fields: ['licenseType', 'hasSoftwareAssurance'],
    sources: ['VM-FAQ'],
    title: 'Hybrid benefit without a proof',
    why: 'The benefit needs licences with Software Assurance or a subscription; without a proof it is a risk in an audit.',
    remedy: 'Find the proof, or do without the benefit.',
    check: (facts, { shared }) => {
      const licenseType = facts.licenseType ?? shared.licenseType;
      if (licenseType === undefined) return LACKS_LICENCE;
      if (!wantsBenefit(licenseType)) return null;
      const hasSoftwareAssurance = facts.hasSoftwareAssurance ?? shared.hasSoftwareAssurance;
      return hasSoftwareAssurance === true ? null : raised({ licenseType, hasSoftwareAssurance: hasSoftwareAssurance ?? null });
    },
  }),
  rule({
    id: 'R-LI-03',
    scenarios: ALL,
    severity: 'blocker',
    fields: ['routeDecision'],
    sources: ['MIG'],
    title: 'The route is not decided',
    why: 'Microsoft recommends Azure Migrate for migrations. Whoever uses Site Recovery decides it once, with a reason.',
    remedy: 'Decide the route in the first step of the checklist.',
    check: (_facts, { isRouteDecided }) => (isRouteDecided ? null : raised({ routeDecision: null })),
  }),
  rule({
    id: 'R-LI-04',
    scenarios: ALL,
    severity: 'blocker',
    fields: ['lastTestResult', 'testFailoverAgeDays', 'settingsChangeAgeDays', 'protectionState'],
    sources: ['MIG', 'FO'],
    title: 'No successful test failover since the last change',
    why: 'Microsoft recommends a test before the cutover; Landfall asks for one, made after the last change of settings.',
    remedy: 'Run the test failover (again).',
    check: checkTest,
  }),
  rule({
    id: 'R-LI-05',
    scenarios: ALL,
    severity: 'warning',
    fields: MISSING_FIELDS,
    sources: ['product'],
    title: 'Facts are missing that blocking rules need',
    why: 'What is unknown does not count as passed.',
    remedy: 'Collect the facts: run the guest script, import a further source, or state the values by hand.',
    check: (_facts, { requiredFieldsMissing }) => (requiredFieldsMissing.length > 0 ? raised({ requiredFieldsMissing }) : null),
  }),
];
