/** Ids are plain strings; the aliases only say which kind of id a field holds. */
export type MachineId = string;
export type GroupId = string;
export type WaveId = string;
export type ImportId = string;
export type RuleId = string;
export type ScenarioId = string;
export type StepId = string;
export type QuestionId = string;
/** `<replica>-<seq>`: which laptop's chain, and the place in it. Stays the same when two copies are merged. */
export type EntryId = string;
/** Lower-case hexadecimal SHA-256. */
export type Sha256 = string;
/** UTC, ISO 8601, milliseconds, as `Date.prototype.toISOString` writes it. */
export type Instant = string;
