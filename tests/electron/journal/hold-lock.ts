import { takeWriterLock } from '../../../electron/journal/writer-lock.ts';

/** Run as a process of its own: holds the lock of a file until it is ended. Says `held` or `refused`. */
const [, , filePath = '', person = ''] = process.argv;
const lock = takeWriterLock(filePath, person, '2026-11-24T09:00:00.000Z');
process.stdout.write(lock.ok ? 'held\n' : 'refused\n');
setInterval(() => undefined, 1000);
// Named here so that it is not collected, which would let go of the lock.
process.on('exit', () => lock.ok && lock.release());
