import type { KnownScenarioId } from '../domain/scenario-ids.ts';
import { sourcesOf } from '../domain/sources.data.ts';
import type { Rule, Severity } from './rule.ts';

interface Definition {
  readonly id: string;
  readonly scenarios: readonly KnownScenarioId[];
  readonly severity: Severity;
  /** Fields that the check looks at, named as in the machine model; engagement-wide ones by their own names. */
  readonly fields: readonly string[];
  /** Codes of the articles, the deciding one first. */
  readonly sources: readonly [string, ...string[]];
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  readonly check: Rule['check'];
}

/** A rule with its source codes looked up. Throws on an unknown code: that is a slip in the data, found by the first test. */
export function rule({ sources, ...definition }: Definition): Rule {
  const [source, ...otherSources] = sourcesOf(...sources);
  if (source === undefined) throw new Error(`${definition.id} names no source.`);
  return { ...definition, source, otherSources };
}
