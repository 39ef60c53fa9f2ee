import { NO_AZURE } from '../../shared/domain/azure.ts';
import { DEFAULT_DEPENDENCY_RULES } from '../../shared/domain/dependency-rules.ts';
import type { Engagement } from '../../shared/domain/engagement.ts';
import { NO_RULE_SET_HISTORY } from '../../shared/domain/finding.ts';
import { DEFAULT_WAVE_LIMITS } from '../../shared/domain/wave.ts';

/** An engagement in which nothing happened yet. */
export function emptyEngagement(): Engagement {
  return {
    id: 'e',
    createdAt: '2026-11-01T00:00:00.000Z',
    settings: {
      name: 'Engagement',
      customer: '',
      scenarios: [],
      routeDecision: null,
      targetRegion: null,
      vaultRegion: null,
      siteLinkMbps: null,
      timeZone: 'UTC',
      isSample: false,
      answers: {},
    },
    facts: {},
    factsChangedAt: null,
    imports: [],
    machines: new Map(),
    mergedInto: new Map(),
    keptApart: new Set(),
    groupEdits: [],
    dependencyRules: DEFAULT_DEPENDENCY_RULES,
    waveLimits: DEFAULT_WAVE_LIMITS,
    plan: null,
    azure: NO_AZURE,
    marks: new Map(),
    overrides: new Map(),
    tasks: new Map(),
    ruleSets: NO_RULE_SET_HISTORY,
    notes: [],
    reports: [],
  };
}
