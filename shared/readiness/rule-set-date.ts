/**
 * Version and date of the rule set. INVARIANT: whoever changes what a rule, a table or a limit says raises the version, so
 * that an engagement opened with the new rules can show what they change.
 */
export const RULE_SET_VERSION = '2026.11.1';
export const RULE_SET_DATE = '2026-11-25';
