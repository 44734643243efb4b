import { Worker } from 'node:worker_threads';
import { FailureError } from '../../shared/models/failure.ts';
import { answerSchema, type DeskCall, type DeskCalls, type DeskWorkerData } from './desk-calls.ts';

/** The desk's worker, by calls that answer with promises. */
export interface DeskThread {
  call<C extends DeskCall>(call: C, ...args: Parameters<DeskCalls[C]>): Promise<Awaited<ReturnType<DeskCalls[C]>>>;
  /** Ends the worker; calls that wait fail. */
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (why: Error) => void;
}

/**
 * Starts the desk's worker.
 * @param script the bundle of `desk-worker.ts`.
 */
export function startDeskThread(script: string | URL, data: DeskWorkerData): DeskThread {
  const worker = new Worker(script, { workerData: data });
  const waiting = new Map<number, Waiting>();
  let next = 1;
  let ended: Error | undefined;
  worker.unref();

  function endAll(why: Error): void {
    ended = why;
    for (const { reject } of waiting.values()) reject(why);
    waiting.clear();
  }
  worker.on('message', (message: unknown) => {
    const { id, value, error, reason } = answerSchema.parse(message);
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(value === undefined ? undefined : JSON.parse(value));
    else if (reason !== undefined) asked?.reject(new FailureError('invalid', error, { reason }));
    else asked?.reject(new Error(error));
  });
  worker.on('error', endAll);
  worker.on('exit', () => endAll(new Error('The desk’s worker has ended')));

  return {
    call<C extends DeskCall>(call: C, ...args: Parameters<DeskCalls[C]>) {
      return new Promise<Awaited<ReturnType<DeskCalls[C]>>>((resolve, reject) => {
        if (ended !== undefined) {
          reject(ended);
          return;
        }
        const id = next;
        next += 1;
        // The worker answers each call with what that call returns; see desk-worker.ts.
        waiting.set(id, { resolve: (value) => resolve(value as Awaited<ReturnType<DeskCalls[C]>>), reject });
        worker.postMessage({ id, call, args });
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}
