import type { Context } from 'hono';
import type { EventEncoder } from '../stream/event-encoder.ts';
import { openEventStream } from '../stream/event-stream.ts';
import { createStreamFaults } from '../stream/stream-faults.ts';
import type { ApiEnv } from './api-env.ts';
import { tenantOf } from './guard/guard.ts';

export interface StreamRequest {
  /** Operation id of the primary API, by which faults are set. */
  readonly operation: string;
  readonly encoder: EventEncoder;
  readonly transcriptId?: string;
}

/** Opens an event stream for the caller of a guarded request. */
export function answerStream(c: Context<ApiEnv>, request: StreamRequest): Response {
  const { world, faults, streams, heartbeatMs } = c.get('services');
  const { tokenExpiresAt } = c.get('caller');
  let leave = () => {};
  const stream = openEventStream(
    {
      tenant: tenantOf(c.get('caller')),
      ...(request.transcriptId === undefined ? {} : { transcriptId: request.transcriptId }),
      lastEventId: c.req.header('last-event-id'),
      encoder: request.encoder,
      faults: createStreamFaults(faults, request.operation),
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
