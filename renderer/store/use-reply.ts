import { useEffect, useState } from 'react';

import type { Failure } from '../../shared/contract/failure.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/methods.ts';
import { useApp } from './app-context.tsx';

export type Asked<T> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'failed'; readonly failure: Failure };

/**
 * What a method answers, asked again when `key` changes (give it everything the input depends on). An answer that comes too
 * late is dropped; while a newer one is on its way the last one stays, so that nothing flickers. `null` asks nothing.
 */
export function useReply<M extends MethodName>(name: M, input: MethodInput<M> | null, key: string): Asked<MethodOutput<M>> {
  const app = useApp();
  const [asked, setAsked] = useState<Asked<MethodOutput<M>>>({ kind: 'asking' });
  useEffect(() => {
    if (input === null) return undefined;
    let isCurrent = true;
    void app.client.call(name, input).then((reply) => {
      if (isCurrent) setAsked(reply.ok ? { kind: 'answered', value: reply.value } : { kind: 'failed', failure: reply.failure });
    });
    return () => {
      isCurrent = false;
    };
    // `key` stands for `input`, which is a new object each time.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [app, name, key]);
  return asked;
}
