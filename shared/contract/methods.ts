import type { z } from 'zod';

import { appMethods } from './methods/app-methods.ts';
import { azureMethods } from './methods/azure-methods.ts';
import { checklistMethods } from './methods/checklist-methods.ts';
import { dependencyMethods } from './methods/dependency-methods.ts';
import { engagementMethods } from './methods/engagement-methods.ts';
import { importMethods } from './methods/import-methods.ts';
import { journalMethods } from './methods/journal-methods.ts';
import { machineMethods } from './methods/machine-methods.ts';
import { planFileMethods } from './methods/plan-file-methods.ts';
import { planMethods } from './methods/plan-methods.ts';
import { readinessMethods } from './methods/readiness-methods.ts';
import { reportMethods } from './methods/report-methods.ts';

/**
 * Everything the renderer (or the command line) may ask of the main process: name -> input and output.
 * Types on both sides and validation in `dispatch` come from this one object.
 */
export const methods = {
  ...appMethods,
  ...engagementMethods,
  ...importMethods,
  ...machineMethods,
  ...readinessMethods,
  ...dependencyMethods,
  ...planMethods,
  ...planFileMethods,
  ...checklistMethods,
  ...azureMethods,
  ...journalMethods,
  ...reportMethods,
} as const;

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type MethodInput<M extends MethodName> = z.input<Methods[M]['input']>;
export type ParsedInput<M extends MethodName> = z.output<Methods[M]['input']>;
export type MethodOutput<M extends MethodName> = z.output<Methods[M]['output']>;

export const methodNames = Object.keys(methods).sort() as readonly MethodName[];

export function isMethodName(name: unknown): name is MethodName {
  return typeof name === 'string' && Object.hasOwn(methods, name);
}
