import { Worker } from 'node:worker_threads';
import { JsonText } from '../../shared/ipc/json-text.ts';
import { FailureError } from '../../shared/models/failure.ts';
import { answerSchema, type DeskAnswer, type DeskCall, type DeskCalls, type DeskWorkerData } from './desk-calls.ts';

/** The desk's worker, by calls that answer with promises. */
export interface DeskThread {
  call<C extends DeskCall>(call: C, ...args: Parameters<DeskCalls[C]>): Promise<DeskAnswer<C>>;
  /** The same, the answer not read. */
  text<C extends DeskCall>(call: C, ...args: Parameters<DeskCalls[C]>): Promise<JsonText<DeskAnswer<C>>>;
  /** Ends the worker; calls that wait fail. */
  end(): Promise<void>;
}

interface Waiting {
  /** @param text the answer in JSON; undefined for nothing */
  readonly resolve: (text: string | undefined) => void;
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
    if (error === undefined) asked?.resolve(value);
    else if (reason !== undefined) asked?.reject(new FailureError('invalid', error, { reason }));
    else asked?.reject(new Error(error));
  });
  worker.on('error', endAll);
  worker.on('exit', () => endAll(new Error('The desk’s worker has ended')));

  const ask = <C extends DeskCall>(call: C, args: Parameters<DeskCalls[C]>) =>
    new Promise<string | undefined>((resolve, reject) => {
      if (ended !== undefined) {
        reject(ended);
        return;
      }
      const id = next;
      next += 1;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, call, args });
    });

  return {
    async call(call, ...args) {
      const text = await ask(call, args);
      // The worker answers each call with what that call returns; see desk-worker.ts.
      return text === undefined ? undefined : JSON.parse(text);
    },
    async text(call, ...args) {
      return new JsonText((await ask(call, args)) ?? 'null');
    },
    async end() {
      await worker.terminate();
    },
  };
}
