import { channels } from '../../../shared/ipc/channels.ts';
import type { BridgeApi } from '../../../shared/ipc/contract.ts';

type Call = (...args: unknown[]) => unknown;
type Groups = Readonly<Record<string, Readonly<Record<string, Call>>>>;

const known = new WeakMap<BridgeApi, BridgeApi>();

/**
 * The preload's face with the batches of streams read: they cross as JSON text, because a text crosses at once where
 * objects are copied property by property. A batch that is no text (the fake bridge of tests) is passed on as it is.
 */
export function withReadBatches(api: BridgeApi): BridgeApi {
  const made = known.get(api);
  if (made !== undefined) return made;
  // `channels` has the shape of BridgeApi (the compiler checks it in contract.ts), and every call is passed on as it is.
  const groups = api as unknown as Groups;
  const face: Record<string, Record<string, Call>> = {};
  for (const [group, calls] of Object.entries(channels)) {
    const own: Record<string, Call> = {};
    for (const [name, kind] of Object.entries(calls)) {
      // Looked up at each call: tests replace functions of a fake that is in use.
      const pass: Call = (...args) => groups[group]?.[name]?.(...args);
      own[name] = kind === 'stream' ? (input, onBatch) => pass(input, reading(onBatch as Call)) : pass;
    }
    face[group] = own;
  }
  const read = face as unknown as BridgeApi;
  known.set(api, read);
  return read;
}

function reading(onBatch: Call): Call {
  return (batch) => onBatch(typeof batch === 'string' ? JSON.parse(batch) : batch);
}
