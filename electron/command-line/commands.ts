import type { Command } from './command.ts';
import { assessCommand } from './commands/assess-command.ts';
import { callCommand } from './commands/call-command.ts';
import { checkPlanCommand } from './commands/check-plan-command.ts';
import { checklistCommand } from './commands/checklist-command.ts';
import { importCommand } from './commands/import-command.ts';
import { journalCommand } from './commands/journal-command.ts';
import { planCommand } from './commands/plan-command.ts';
import { reportCommand } from './commands/report-command.ts';
import { verifyCommand } from './commands/verify-command.ts';

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  importCommand,
  assessCommand,
  planCommand,
  checkPlanCommand,
  checklistCommand,
  reportCommand,
  verifyCommand,
  journalCommand,
  callCommand,
];
