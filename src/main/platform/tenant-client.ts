import type { Conversation } from '../../shared/models/conversation.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { OperationId } from '../../shared/models/operation.ts';
import type { AccessToken } from '../auth/access-token.ts';
import type { Bindings, BoundOperation } from './bind.ts';
import { type CallerDeps, callWithToken } from './client/api-caller.ts';
import { fetchList } from './client/fetch-list.ts';
import type { Inputs } from './client/inputs.ts';
import { type Operations, operationCaller } from './client/operation-caller.ts';
import { type Decoders, decodersFor } from './decode/decoders.ts';
import { unwrapped } from './decode/envelope.ts';
import { readStream } from './sse/read-stream.ts';
import type { LiveSnapshot, StreamedEvent, StreamOptions, TenantApi } from './tenant-api.ts';

export interface TenantClientDeps {
  readonly tenant: string;
  readonly caller: CallerDeps;
  /** The current bindings; they change when the document is fetched again or an operation is bound by hand. */
  readonly operations: () => Operations;
}

function unreadable(bound: BoundOperation): FailureError {
  return new FailureError('unavailable', `${bound.operation}: the answer is not understood`, {
    reason: 'unreadable-answer',
    operation: bound.operation,
  });
}

/** Makes the client of one tenant over whatever operations are bound. Implements `TenantApi`; see there for failures. */
export function createTenantClient(deps: TenantClientDeps): TenantApi {
  const { tenant, caller } = deps;
  /** The token that a stream was ended for; the next stream must not be opened with it. */
  let refused: AccessToken | undefined;
  let decoders: { readonly of: Bindings; readonly value: Decoders } | undefined;

  function decode(): Decoders {
    const { bindings } = deps.operations();
    if (decoders?.of !== bindings) decoders = { of: bindings, value: decodersFor(bindings) };
    return decoders.value;
  }

  const api = operationCaller(caller, deps.operations);
  const call = (operation: OperationId, inputs: Inputs = {}, signal?: AbortSignal) =>
    api.json(operation, { tenant, ...inputs }, signal);

  async function list<T>(
    operation: OperationId,
    names: readonly string[],
    read: (one: unknown) => T | undefined,
    signal?: AbortSignal,
  ) {
    const bound = api.bound(operation);
    const fetched = await fetchList(bound, names, (query) => call(operation, { query }, signal));
    if (fetched === undefined) throw unreadable(bound);
    const items: T[] = [];
    for (const one of fetched.items) {
      const item = read(one);
      if (item !== undefined) items.push(item);
    }
    // Some of many may be malformed; when none can be read, the answer means something else.
    if (items.length === 0 && fetched.items.length > 0) throw unreadable(bound);
    return { items, first: fetched.first };
  }

  async function act(operation: OperationId, inputs: Inputs): Promise<Conversation | undefined> {
    const answer = await call(operation, inputs);
    return decode().acted(operation)(answer);
  }

  async function streamConversations(options: StreamOptions): Promise<void> {
    const { signal } = options;
    const request = api.prepare('conversations.stream', { tenant }, signal);
    const decodeEvent = decode().event;
    await callWithToken(
      caller,
      {
        ...request,
        accept: 'text/event-stream',
        headers: {
          ...request.headers,
          'cache-control': 'no-store',
          ...(options.lastEventId !== undefined && { 'last-event-id': options.lastEventId }),
        },
      },
      async (response, token) => {
        refused = undefined;
        options.onOpen?.();
        await readStream(response, signal, (raw) => {
          const events: StreamedEvent[] = [];
          for (const one of raw) {
            const event = decodeEvent(one);
            if (event.event.type === 'unauthorized') refused = token;
            events.push(event);
          }
          options.onEvents(events);
        });
      },
      { headersOnly: true, rejected: refused },
    );
  }

  return {
    tenant,
    can: (operation) => api.can(operation),
    clockSkew: () => caller.skew.latest(),
    async liveSnapshot(signal): Promise<LiveSnapshot> {
      const { items, first } = await list(
        'conversations.live',
        ['conversations', 'transcripts'],
        decode().live,
        signal,
      );
      return { ...decode().position(unwrapped(first, ['meta'])), conversations: items };
    },
    streamConversations,
    async getTranscript(id, signal) {
      const bound = api.bound('transcripts.get');
      const transcript = decode().transcript(await call('transcripts.get', { id }, signal));
      if (transcript === undefined) throw unreadable(bound);
      return transcript;
    },
    takeOver: (id) => act('conversations.takeOver', { id }),
    async reply(id, text, clientMessageId) {
      return decode().message(await call('conversations.reply', { id, text, clientMessageId }));
    },
    handBack: (id, note) => act('conversations.handBack', { id, ...(note !== undefined && { note }) }),
    transfer: (id, internalContactId, note) =>
      act('conversations.transfer', { id, internalContactId, ...(note !== undefined && { note }) }),
    complete: (id) => act('conversations.complete', { id, complete: true }),
    async announcePresence(id) {
      await call('conversations.watch', { id });
    },
    async internalContacts() {
      return (
        await list('internalContacts.list', ['contacts', 'internalcontacts', 'entries'], decode().internalContact)
      ).items;
    },
    async flows() {
      return (await list('flows.list', ['flows'], decode().flow)).items;
    },
  };
}
