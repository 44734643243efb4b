import { FailureError } from '../../../../shared/models/failure.ts';
import type { Clock } from '../../../storage/clock.ts';

/** Waits. @throws FailureError `cancelled` when it is stopped meanwhile */
export function sleepUnless(signal: AbortSignal, clock: Pick<Clock, 'after'>, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      cancel();
      reject(new FailureError('cancelled', 'Stopped'));
    };
    const cancel = clock.after(ms, () => {
      signal.removeEventListener('abort', end);
      resolve();
    });
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
