import { cached, type EventEncoder, frame } from '../../stream/event-encoder.ts';
import type { WorldEvent } from '../../world/world-port.ts';
import { toInvocation, toStateChange, toSummary, toUtterance } from './mapping.ts';
import type { feedEventNames } from './schemas.ts';

const names: Readonly<Record<WorldEvent['type'], (typeof feedEventNames)[number]>> = {
  'conversation.started': 'ConversationOpened',
  'conversation.updated': 'ConversationChanged',
  'conversation.ended': 'ConversationClosed',
  'message.added': 'UtteranceAdded',
  'function.called': 'FunctionStarted',
  'function.finished': 'FunctionCompleted',
  'state.changed': 'StateChanged',
};

/** The stream in harbour's words. */
export const feedEncoder: EventEncoder = cached({
  event(streamId, event) {
    const { sequence, at, transcriptId, revision } = event;
    const head = { ...common(names[event.type], sequence, at), conversation_id: transcriptId, version: revision };
    return frame(names[event.type], { ...head, ...content(event) }, `${streamId}:${sequence}`);
  },
  heartbeat: (sequence, at) => frame('Ping', common('Ping', sequence, at)),
  reset: (streamId, sequence, at, reason) => {
    return frame('Resync', { ...common('Resync', sequence, at), cause: reason }, `${streamId}:${sequence}`);
  },
  unauthorized: (sequence, at) => frame('AuthorizationExpired', common('AuthorizationExpired', sequence, at)),
});

function common(name: (typeof feedEventNames)[number], sequence: number, at: string) {
  return { event_type: name, position: sequence, occurred_at: Date.parse(at) };
}

function content(event: WorldEvent): object {
  if ('conversation' in event) return { conversation: toSummary(event.conversation) };
  if ('message' in event) return { utterance: toUtterance(event.message) };
  if ('functionCall' in event) return { invocation: toInvocation(event.functionCall) };
  return { state_change: toStateChange(event.transition) };
}
