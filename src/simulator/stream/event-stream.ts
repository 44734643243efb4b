import type { StreamSource } from '../world/world-port.ts';
import type { EventEncoder, ResetReason } from './event-encoder.ts';
import { readEventId } from './event-id.ts';
import type { StreamFaults } from './stream-faults.ts';

interface Numbered {
  readonly sequence: number;
}

export interface EventStreamOptions<E extends Numbered> {
  readonly source: StreamSource<E>;
  /** Only these events; the ids stay those of the whole stream. */
  readonly wanted?: (event: E) => boolean;
  readonly lastEventId: string | undefined;
  readonly encoder: EventEncoder<E>;
  readonly faults: StreamFaults;
  readonly heartbeatMs: number;
  /** For how long the caller's token is still good. */
  readonly tokenLeftMs: number;
  /** World time, for the stream's own events. */
  readonly now: () => number;
}

export interface EventStream {
  readonly body: ReadableStream<Uint8Array>;
  close(): void;
}

/** What may wait for a slow client before no more is taken from the world for it. */
const highWaterBytes = 256 * 1024;
/** Events handed over at once, so that a long replay gives way to others. */
const batch = 500;
const longestTimer = 2 ** 31 - 1;

/**
 * Streams a tenant's events to one client: a heartbeat at once, then the replay after `Last-Event-ID` or a reset, then
 * what happens. Nothing queues up for a slow client: it reads on from the world's own buffer, and is reset when that
 * no longer reaches back.
 *
 * @param onClose told once, whoever ends the stream
 */
export function openEventStream<E extends Numbered>(options: EventStreamOptions<E>, onClose: () => void): EventStream {
  const { source, encoder, faults, wanted = () => true } = options;
  const utf8 = new TextEncoder();
  const time = () => new Date(options.now()).toISOString();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cursor = source.sequence;
  let scheduled = false;
  let stopWatching = () => {};

  const send = (text: string) => {
    if (text !== '') controller?.enqueue(utf8.encode(text));
  };
  const finish = () => {
    if (!controller) return;
    controller = undefined;
    stopWatching();
    onClose();
  };
  const close = () => {
    const ending = controller;
    finish();
    ending?.close();
  };
  const reset = (reason: ResetReason) => {
    cursor = source.sequence;
    send(encoder.reset(source.streamId, cursor, time(), reason));
  };
  const expire = () => {
    send(encoder.unauthorized(cursor, time()));
    close();
  };
  const pump = () => {
    scheduled = false;
    while (controller && !faults.stalled && (controller.desiredSize ?? 0) > 0 && cursor < source.sequence) {
      const events = source.events.since(cursor);
      if (!events) {
        reset('behind');
        return;
      }
      const taken = events.slice(0, batch);
      cursor = taken.at(-1)?.sequence ?? source.sequence;
      const outcome = faults.spoil(taken.filter(wanted).map((event) => encoder.event(source.streamId, event)));
      send(outcome.text);
      if (outcome.end === 'cut') close();
      if (outcome.end === 'unauthorized') expire();
    }
  };
  const schedule = () => {
    if (scheduled) return;
    scheduled = true;
    // The world tells many events within one tick: they leave as one piece.
    queueMicrotask(pump);
  };
  const watch = () => {
    const unsubscribe = source.events.subscribe(schedule);
    const heartbeat = setInterval(() => {
      if (!faults.stalled) send(encoder.heartbeat(cursor, time()));
    }, options.heartbeatMs);
    const expiry = setTimeout(expire, Math.min(Math.max(options.tokenLeftMs, 0), longestTimer));
    stopWatching = () => {
      unsubscribe();
      clearInterval(heartbeat);
      clearTimeout(expiry);
    };
  };

  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
        const resumed = readEventId(options.lastEventId, source);
        if ('sequence' in resumed) cursor = resumed.sequence;
        // A heartbeat tells how far this stream has come, so that a client can trust it to find gaps.
        send(encoder.heartbeat(cursor, time()));
        if ('reason' in resumed) reset(resumed.reason);
        watch();
        pump();
      },
      pull: pump,
      cancel: finish,
    },
    { highWaterMark: highWaterBytes, size: (chunk) => chunk.byteLength },
  );
  return { body, close };
}
