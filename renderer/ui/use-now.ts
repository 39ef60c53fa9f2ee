import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;

/** The time in milliseconds, once a minute unless told otherwise: what is told as "3 minutes ago" must not stand still. */
export function useNow(everyMs = MINUTE_MS): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
