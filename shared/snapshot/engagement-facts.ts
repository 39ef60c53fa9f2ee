import type { EngagementFactView } from '../contract/shapes.ts';
import type { EngagementFacts } from '../domain/engagement-facts.ts';
import { engagementFields } from '../domain/engagement-fields.data.ts';

/** Every engagement-wide field with its answer, in the order people read them. */
export function factViews(facts: EngagementFacts): EngagementFactView[] {
  return engagementFields.map(({ name, title, group, unit, kind, choices }) => ({
    name,
    title,
    group,
    unit,
    kind,
    choices: [...(choices ?? [])],
    value: shown(facts[name]),
  }));
}

function shown(value: EngagementFacts[keyof EngagementFacts]): EngagementFactView['value'] {
  if (value === undefined) return null;
  if (typeof value !== 'object') return value;
  return value.length === 0 ? 'none' : value.join(', ');
}
