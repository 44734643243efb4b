import type { Context } from 'hono';
import type { EventEncoder } from '../stream/event-encoder.ts';
import { openEventStream } from '../stream/event-stream.ts';
import { createStreamFaults } from '../stream/stream-faults.ts';
import type { StreamSource, WorldEvent } from '../world/world-port.ts';
import type { ApiEnv } from './api-env.ts';
import { tenantOf } from './guard/guard.ts';

export interface StreamRequest<E extends { readonly sequence: number }> {
  /** Operation id of the primary API, by which faults are set. */
  readonly operation: string;
  readonly source: StreamSource<E>;
  readonly encoder: EventEncoder<E>;
  /** Only these events. */
  readonly wanted?: (event: E) => boolean;
}

/** Opens the stream of the conversations of the caller's tenant, or of one of them. */
export function answerConversations(
  c: Context<ApiEnv>,
  operation: string,
  encoder: EventEncoder,
  transcriptId?: string,
): Response {
  const source = tenantOf(c.get('caller'));
  const one = (event: WorldEvent) => event.transcriptId === transcriptId;
  return answerStream(c, { operation, source, encoder, ...(transcriptId !== undefined && { wanted: one }) });
}

/** Opens an event stream for the caller of a guarded request. */
export function answerStream<E extends { readonly sequence: number }>(
  c: Context<ApiEnv>,
  request: StreamRequest<E>,
): Response {
  const { world, faults, streams, heartbeatMs } = c.get('services');
  const { tokenExpiresAt } = c.get('caller');
  const { operation, ...streamed } = request;
  let leave = () => {};
  const stream = openEventStream(
    {
      ...streamed,
      lastEventId: c.req.header('last-event-id'),
      faults: createStreamFaults(faults, operation),
      heartbeatMs,
      tokenLeftMs: tokenExpiresAt * 1000 - Date.now() - faults.clockSkewMs(),
      now: () => world().clock.now(),
    },
    () => leave(),
  );
  leave = streams.add(() => stream.close());
  return new Response(stream.body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
  });
}
