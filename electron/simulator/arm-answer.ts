import type { Body } from './estate.ts';
import type { JobFault } from './start-job.ts';

export interface ArmAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export function found(body: unknown): ArmAnswer {
  return { status: 200, body };
}

/** An error of Site Recovery: the useful code is the inner one. */
export function siteRecoveryError(
  status: number,
  parts: { readonly code: string; readonly innerCode: string; readonly message: string; readonly clientRequestId: string },
): ArmAnswer {
  const { code, innerCode, message, clientRequestId } = parts;
  const detail: Body = {
    code: innerCode,
    message,
    possibleCauses: 'Ensure correct resource name was specified.',
    recommendedAction: 'Verify ARM resource name details.',
    clientRequestId,
    activityId: `${clientRequestId} ActivityId: ${clientRequestId}`,
  };
  return { status, body: { error: { code, message, details: [detail] } } };
}

export function notFound(name: string, clientRequestId: string): ArmAnswer {
  return siteRecoveryError(404, {
    code: 'NotFound',
    innerCode: 'ArmResourceDoesNotExist',
    message: `Specified resource with name '${name}' does not exist.`,
    clientRequestId,
  });
}

/** An error of ARM itself: no details. */
export function armError(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): ArmAnswer {
  return { status, body: { error: { code, message } }, headers };
}

export interface ArmRequest {
  readonly method: string;
  /** Path below the vault, decoded, without a slash at its ends. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly clientRequestId: string;
  readonly now: number;
  readonly fault: JobFault | null;
  readonly hiddenJobMs: number;
  /** Path of the vault, as ids carry it. */
  readonly vaultPath: string;
  /** Address under which the simulator is reached. */
  readonly origin: string;
  readonly retryAfterSeconds: number;
  /** Polling addresses carry a signature. */
  readonly isSigned: boolean;
}
