import { createParser } from 'eventsource-parser';
import { FailureError } from '../../../shared/models/failure.ts';
import type { RawEvent } from '../decode/event.ts';

/** Largest event (and longest line) a stream may bring, in characters. */
export const MAX_EVENT_CHARS = 4 * 1024 * 1024;

/** Name given to a comment line: instances keep a quiet stream open with them, so they count as heartbeats. */
const COMMENT = 'heartbeat';

/** What one network read brought: whole events, in order. */
export type OnBatch = (events: readonly RawEvent[]) => void;

/**
 * Reads an event stream (WHATWG HTML 9.2) until the server ends it. Events that one network read completed are handed
 * over together; characters split across reads are put together.
 * @param signal its abort stops the reading; no batch is handed over afterwards.
 * @throws FailureError `unavailable` with reason `wrong-content-type` or `event-too-large`, `cancelled` on abort; network
 *   errors as they come.
 */
export async function readStream(response: Response, signal: AbortSignal, onBatch: OnBatch): Promise<void> {
  const contentType = response.headers.get('content-type') ?? '';
  if (!/^text\/event-stream\b/i.test(contentType) || response.body === null) {
    await response.body?.cancel();
    throw new FailureError('unavailable', 'The instance did not answer with an event stream', {
      reason: 'wrong-content-type',
      status: response.status,
    });
  }
  let batch: RawEvent[] = [];
  let tooLarge = false;
  const parser = createParser({
    maxBufferSize: MAX_EVENT_CHARS,
    onEvent: (event) => batch.push(event),
    onComment: () => batch.push({ event: COMMENT, data: '' }),
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') tooLarge = true;
    },
  });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const cancelled = () => new FailureError('cancelled', 'The stream was closed by the console');
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (signal.aborted) throw cancelled();
      parser.feed(decoder.decode(part.value, { stream: true }));
      if (batch.length > 0) {
        const events = batch;
        batch = [];
        onBatch(events);
      }
      if (tooLarge) {
        throw new FailureError('unavailable', 'An event is larger than the console accepts', {
          reason: 'event-too-large',
        });
      }
    }
  } catch (thrown) {
    if (signal.aborted) throw cancelled();
    throw thrown;
  } finally {
    // Ends the connection when we stop early; after the server's end it does nothing.
    await reader.cancel().catch(() => undefined);
  }
}
