import { parentPort, workerData } from 'node:worker_threads';
import { JsonText } from '../../shared/ipc/json-text.ts';
import { requestSchema, workerDataSchema } from './desk-calls.ts';
import { DeskCore } from './desk-core.ts';
import { PatternError } from './index/scan-pattern.ts';

const data = workerDataSchema.parse(workerData);
const port = parentPort;
if (port === null) throw new Error('The desk runs in a worker');
const core = new DeskCore({ path: data.path, key: Buffer.from(data.key), limits: data });

// One after the other: a search must not see half of what is being kept.
let last: Promise<unknown> = Promise.resolve();
port.on('message', (message: unknown) => {
  const { id, call, args } = requestSchema.parse(message);
  last = last.then(async () => {
    try {
      // The main process sends what `DeskCalls` says; both are compiled together.
      const method = core[call] as (...args: readonly unknown[]) => unknown;
      const value = await method.apply(core, args);
      // As text: what was found is hundreds of small objects, which take longer to clone than to write and read.
      port.postMessage({ id, value: value instanceof JsonText ? value.text : JSON.stringify(value) });
    } catch (thrown) {
      port.postMessage({
        id,
        error: thrown instanceof Error ? thrown.message : String(thrown),
        ...(thrown instanceof PatternError && { reason: thrown.reason }),
      });
    }
  });
});
