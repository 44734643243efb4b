import { channels } from '../../../shared/ipc/channels.ts';
import type { BridgeApi } from '../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../shared/ipc/envelope.ts';
import type { RowsWire } from '../../../shared/ipc/row-wire.ts';
import { createRowReader } from './row-reader.ts';

type Call = (...args: unknown[]) => unknown;
type Groups = Readonly<Record<string, Readonly<Record<string, Call>>>>;

const known = new WeakMap<BridgeApi, BridgeApi>();

/**
 * The preload's face with the batches of streams and long answers read: they cross as JSON text, because a text crosses at
 * once where objects are copied property by property. What is no text (short answers, the fake bridge of tests) is passed on
 * as it is.
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
      own[name] =
        kind === 'stream'
          ? (input, onBatch) => pass(input, reading(`${group}.${name}`, onBatch as Call))
          : async (...args) => readAnswer(await pass(...args));
    }
    face[group] = own;
  }
  const read = face as unknown as BridgeApi;
  known.set(api, read);
  return read;
}

/** Main wrote it by the contract, as text where that says so; the bridge is the one place that takes its word for it. */
function readAnswer(answer: unknown): unknown {
  return typeof answer === 'string' ? JSON.parse(answer) : answer;
}

function reading(stream: string, onBatch: Call): Call {
  const rows = stream === 'live.rows' ? createRowReader() : undefined;
  return (batch) => {
    if (typeof batch !== 'string') return onBatch(batch);
    // Main wrote it by the contract; the bridge is the one place that takes its word for it.
    const read = JSON.parse(batch) as Envelope<unknown>;
    return onBatch(read.ok && rows !== undefined ? { ok: true, value: rows(read.value as RowsWire) } : read);
  };
}
