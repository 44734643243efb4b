import { type Failure, FailureError, failureOf } from '../../../../shared/models/failure.ts';
import type { ManifestUpload } from '../../../../shared/models/manifest-upload.ts';
import type { ByteSource } from '../source/byte-source.ts';

/** Bytes of a chunk where the instance names no size. */
const CHUNK = 1 << 20;
/** Failures in a row after which the operator has to say that it should go on: some three minutes. */
const MOST_FAILURES = 10;
const WAITS_MS = [500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000];

export interface ByteTarget {
  /** Sends bytes. @returns how many the instance has now, where it says so. @throws FailureError */
  put(offset: number, bytes: Uint8Array): Promise<number | undefined>;
  /** The upload as the instance has it. */
  read(): Promise<ManifestUpload>;
}

export interface SendHooks {
  readonly chunkBytes: number | undefined;
  readonly signal: AbortSignal;
  /** Waits; rejects when the signal aborts. @param ms for how long, @param why what made it wait */
  wait(ms: number, why: Failure): Promise<void>;
  sent(bytes: number): void;
}

/**
 * Sends all bytes that the instance does not have yet. It is asked where it stands before the first byte and after everything
 * that leaves doubt; bytes that it has are not sent again.
 *
 * @returns when the instance has all of them, or what it says of an upload that it does not receive any more
 * @throws FailureError when it needs the operator to go on
 */
export async function sendBytes(
  source: ByteSource,
  target: ByteTarget,
  hooks: SendHooks,
): Promise<ManifestUpload | undefined> {
  let offset: number | undefined;
  let failures = 0;
  while (offset === undefined || offset < source.size) {
    if (hooks.signal.aborted) throw new FailureError('cancelled', 'Stopped');
    try {
      if (offset === undefined) {
        const upload = await target.read();
        if (upload.state !== 'receiving') return upload;
        offset = upload.receivedBytes;
      } else {
        const bytes = new Uint8Array(Math.min(hooks.chunkBytes ?? CHUNK, source.size - offset));
        await fill(source, bytes, offset);
        const received = await target.put(offset, bytes);
        offset = received ?? offset + bytes.length;
        failures = 0;
      }
      hooks.sent(Math.min(offset, source.size));
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (hooks.signal.aborted) throw new FailureError('cancelled', 'Stopped');
      failures += 1;
      if (!isPassing(failure) || failures > MOST_FAILURES) throw thrown;
      offset = toldOffset(failure);
      if (failure.code !== 'conflict' || failures > 1) await hooks.wait(patience(failure, failures), failure);
    }
  }
  return undefined;
}

/** What passes by itself, or is cured by asking where the upload stands. */
function isPassing({ code }: Failure): boolean {
  return (
    code === 'conflict' ||
    code === 'saturated' ||
    code === 'offline' ||
    code === 'unavailable' ||
    code === 'unknown-outcome'
  );
}

/** Where the upload stands is known only when a refused offset says so; otherwise it is asked. */
function toldOffset({ code, detail }: Failure): number | undefined {
  const receives = detail?.state === undefined || detail.state === 'receiving';
  return code === 'conflict' && receives ? detail?.receivedBytes : undefined;
}

function patience({ detail }: Failure, failures: number): number {
  return detail?.retryAfterMs ?? WAITS_MS[Math.min(failures, WAITS_MS.length) - 1] ?? 1_000;
}

async function fill(source: ByteSource, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    const read = await source.read(bytes, at, bytes.length - at, position + at);
    if (read === 0) throw new FailureError('internal', 'The prepared manifest is shorter than it was');
    at += read;
  }
}
