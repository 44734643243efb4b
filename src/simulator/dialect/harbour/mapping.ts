import type { z } from '@hono/zod-openapi';
import type { ApiError } from '../../api/api-error.ts';
import { withoutUndefined } from '../../api/routes/without-undefined.ts';
import type {
  Conversation,
  Flow,
  FunctionCall,
  Message,
  Platform,
  TenantInfo,
  Transcript,
  Transition,
} from '../../world/world-port.ts';
import type * as schemas from './schemas.ts';

type Shape<K extends keyof typeof schemas> = (typeof schemas)[K] extends z.ZodType
  ? z.infer<(typeof schemas)[K]>
  : never;

export const channels: Readonly<Record<Platform, Shape<'channel'>>> = {
  voice: 'VOICE',
  sms: 'SMS',
  webchat: 'WEB_CHAT',
  email: 'EMAIL',
  slack: 'SLACK',
};
const speakers = { customer: 'CUSTOMER', ai: 'AI', csr: 'AGENT', system: 'SYSTEM' } as const;
const outcomes = { running: 'RUNNING', succeeded: 'SUCCEEDED', failed: 'FAILED' } as const;
const agentTypes = { ai: 'AI', human: 'HUMAN', none: 'NONE' } as const;
const activities = { running: 'RUNNING', paused: 'PAUSED', composing: 'COMPOSING' } as const;

const ms = (time: string) => Date.parse(time);
const msOrNull = (time: string | null) => (time === null ? null : ms(time));

/** `in-progress` as `IN_PROGRESS`; names of handoff destinations, which have capitals or spaces, stay as they are. */
export function spellStatus(status: string): string {
  return /^[a-z-]+$/.test(status) ? status.toUpperCase().replaceAll('-', '_') : status;
}

/** The way back of {@link spellStatus}. */
export function readStatus(status: string): string {
  return /^[A-Z_]+$/.test(status) ? status.toLowerCase().replaceAll('_', '-') : status;
}

/** The platform behind a channel's spelling. */
export function readChannel(channel: Shape<'channel'>): Platform {
  return channel === 'WEB_CHAT'
    ? 'webchat'
    : ({ VOICE: 'voice', SMS: 'sms', EMAIL: 'email', SLACK: 'slack' } as const)[channel];
}

/** A conversation: risk becomes 0 to 100, most times become epoch milliseconds. */
export function toSummary(from: Conversation): Shape<'conversation'> {
  const { contact, handledBy, queue, flow } = from;
  return {
    conversation_id: from.transcriptId,
    version: from.revision,
    channel: channels[from.platform],
    direction: from.direction === 'inbound' ? 'INBOUND' : 'OUTBOUND',
    customer: withoutUndefined({ customer_id: contact.id, address: contact.display, full_name: contact.name }),
    entry_point: { id: from.pointOfContact.id, title: from.pointOfContact.name },
    conversation_status: spellStatus(from.status),
    agent: withoutUndefined({
      type: agentTypes[handledBy.kind],
      user_id: handledBy.userId,
      display_name: handledBy.name,
      assigned_at: handledBy.since === undefined ? undefined : ms(handledBy.since),
    }),
    ai_activity: activities[from.aiState],
    waiting: queue && { required_skills: [...queue.skills], waiting_since: ms(queue.since) },
    flow_id: flow.id,
    flow_name: flow.name,
    flow_version: flow.version,
    current_state: from.state,
    started_at: ms(from.startedAt),
    ended_at: msOrNull(from.endedAt),
    last_message_at: from.lastMessageAt,
    contact_sessions_24h: from.sessions24h,
    risk_score: from.risk.level * 25,
    emotions: from.sentiments.map(({ name, score }) => ({ emotion: name, strength: score })),
    mood_history: [...from.sentimentTrend],
    function_names: [...from.functionsCalled],
    function_call_count: from.functionCallCount,
    internal_parameters: from.parameters.map(({ name, value, source }) => {
      return { key: name, value, verified: source === 'verified' };
    }),
    labels: from.tags.map(({ name, value }) => ({ key: name, value })),
    flagged_for_review: from.flagged,
    ...(from.watchers && {
      viewers: from.watchers.map(({ id, name, since }) => {
        return { user_id: id, display_name: name, viewing_since: ms(since) };
      }),
    }),
    locale: from.language === 'fr' ? 'fr-CA' : 'en-CA',
    stage: toStage(from.environment),
  };
}

/** A message of the transcript. */
export function toUtterance(from: Message): Shape<'utterance'> {
  return withoutUndefined({
    utterance_id: from.messageId,
    position: from.index,
    speaker: speakers[from.role],
    speaker_id: from.author?.id,
    speaker_name: from.author?.name,
    content: from.text,
    sent_at: from.at,
    client_reference: from.clientMessageId,
    mood: from.sentiment,
  });
}

/** A function call with its inputs and outputs. */
export function toInvocation(from: FunctionCall): Shape<'invocation'> {
  return {
    invocation_id: from.callId,
    position: from.index,
    function_name: from.name,
    began_at: ms(from.startedAt),
    completed_at: msOrNull(from.finishedAt),
    outcome: outcomes[from.status],
    arguments: { ...from.inputs },
    result: from.outputs && { ...from.outputs },
    emitted_event: from.event,
    failure_message: from.error,
  };
}

/** A transition of the flow. */
export function toStateChange({ index, at, from, event, to }: Transition): Shape<'stateChange'> {
  return { position: index, occurred_at: ms(at), from_state: from, event_name: event, to_state: to };
}

/** A whole transcript. */
export function toRecord(from: Transcript): Shape<'record'> {
  return {
    ...toSummary(from),
    stream_position: from.sequence,
    utterances: from.messages.map(toUtterance),
    invocations: from.functionCalls.map(toInvocation),
    state_changes: from.transitions.map(toStateChange),
  };
}

/** A tenant. */
export function toOrganisation(from: TenantInfo): Shape<'organisation'> {
  const { slug, name, timeZone, region, environment } = from;
  return { org: slug, title: name, tz: timeZone, region_code: region, stage: toStage(environment) };
}

/** A flow; its transitions are called arcs here. */
export function toDialogFlow(from: Flow): Shape<'dialogFlow'> {
  return {
    flow_id: from.id,
    flow_name: from.name,
    flow_version: from.version,
    first_state: from.initialState,
    state_names: from.states.map(({ name }) => name),
    arcs: from.transitions.map((each) => ({ from_state: each.from, event_name: each.event, to_state: each.to })),
  };
}

/** Errors in this dialect's words: codes in capitals, details one by one. */
export function toProblem(error: ApiError): Shape<'errorBody'> {
  const { details = [], requiredScope, takenBy, state, legalVerbs, revision, receivedBytes } = error.extras;
  const code = error.code.toUpperCase().replaceAll('-', '_');
  const main = withoutUndefined({
    code,
    detail: error.message,
    required_permission: requiredScope,
    claimed_by: takenBy && { user_id: takenBy.id, display_name: takenBy.name, claimed_at: ms(takenBy.at) },
    current_state: state && spellStatus(state),
    allowed_actions: legalVerbs?.map(spellStatus),
    present_version: revision,
    received_bytes: receivedBytes,
  });
  return { errors: [main, ...details.map(({ path, message }) => ({ code, detail: message, pointer: path }))] };
}

function toStage(environment: TenantInfo['environment']): Shape<'stage'> {
  return environment === 'production' ? 'PRODUCTION' : 'INTERNAL_TESTING';
}
