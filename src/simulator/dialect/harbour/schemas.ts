import { z } from '@hono/zod-openapi';

/** The schemas of the harbour dialect: other names, spellings and units for the same things. */

export const epoch = z.int().openapi({ format: 'int64', description: 'epoch milliseconds' });
const optionalEpoch = z.int().nullable().openapi({ format: 'int64', description: 'epoch milliseconds' });
const isoTime = z.iso.datetime({ precision: 3 }).openapi({ format: 'date-time' });
export const conversationId = z.string().openapi({ description: 'Identifier of the conversation (transcript).' });

export const channel = z.enum(['VOICE', 'SMS', 'WEB_CHAT', 'EMAIL', 'SLACK']).openapi('Channel');
export const direction = z.enum(['INBOUND', 'OUTBOUND']).openapi('Direction');
export const stage = z.enum(['PRODUCTION', 'INTERNAL_TESTING']).openapi('Stage');
export const conversationStatus = z.string().openapi('ConversationStatus', {
  description:
    'Where the conversation stands: IN_PROGRESS, QUEUED, HUMAN_HANDOFF, COMPLETED, ABANDONED, FAILED, REPORTED, RESTARTED, UNSUBSCRIBED, NO_ANSWER, ANSWERING_MACHINE_MESSAGE_LEFT, ANSWERING_MACHINE_NO_MESSAGE, or the name of a handoff destination.',
});
export const label = z.object({ key: z.string().min(1).max(80), value: z.string().max(200) }).openapi('Label');

export const conversation = z
  .object({
    conversation_id: conversationId,
    version: z.int().openapi({ description: 'Revision of the conversation; grows by one with each change.' }),
    channel,
    direction,
    customer: z
      .object({
        customer_id: z.string(),
        address: z.string().openapi({ description: 'Phone number, e-mail address or user name.' }),
        full_name: z.string().optional(),
      })
      .openapi({ description: 'The contact.' }),
    entry_point: z.object({ id: z.string(), title: z.string() }).openapi({ description: 'The point of contact.' }),
    conversation_status: conversationStatus,
    agent: z
      .object({
        type: z.enum(['AI', 'HUMAN', 'NONE']),
        user_id: z.string().optional(),
        display_name: z.string().optional(),
        assigned_at: epoch.optional(),
      })
      .openapi({ description: 'Who handles the conversation.' }),
    ai_activity: z.enum(['RUNNING', 'PAUSED', 'COMPOSING']).openapi({ description: 'What the AI is doing.' }),
    waiting: z
      .object({ required_skills: z.array(z.string()), waiting_since: epoch })
      .nullable()
      .openapi({ description: 'Set while the conversation is queued for a person.' }),
    flow_id: z.string(),
    flow_name: z.string(),
    flow_version: z.int(),
    current_state: z.string().openapi({ description: 'Current state of the flow.' }),
    started_at: epoch,
    ended_at: optionalEpoch,
    last_message_at: isoTime.nullable(),
    contact_sessions_24h: z.int().openapi({ description: 'Sessions of this contact in the last 24 hours.' }),
    risk_score: z.int().min(0).max(100).openapi({ description: 'Risk from 0 (low) to 100 (critical).' }),
    emotions: z
      .array(z.object({ emotion: z.string(), strength: z.number().min(0).max(1) }))
      .openapi({ description: 'Sentiments with their scores.' }),
    mood_history: z
      .array(z.number().min(-1).max(1))
      .openapi({ description: 'Trend of the overall sentiment, oldest first.' }),
    function_names: z.array(z.string()).openapi({ description: 'Distinct functions called so far.' }),
    function_call_count: z.int(),
    internal_parameters: z.array(z.object({ key: z.string(), value: z.string(), verified: z.boolean() })),
    labels: z.array(label).openapi({ description: 'Tags.' }),
    flagged_for_review: z.boolean(),
    viewers: z
      .array(z.object({ user_id: z.string(), display_name: z.string(), viewing_since: epoch }))
      .optional()
      .openapi({ description: 'People who have the conversation open.' }),
    locale: z.enum(['en-CA', 'fr-CA']),
    stage,
  })
  .openapi('ConversationSummary');

export const utterance = z
  .object({
    utterance_id: z.string(),
    position: z.int().openapi({ description: 'Index within the transcript, 0 for the first.' }),
    speaker: z.enum(['CUSTOMER', 'AI', 'AGENT', 'SYSTEM']).openapi({ description: 'Role; AGENT is a person (CSR).' }),
    speaker_id: z.string().optional(),
    speaker_name: z.string().optional(),
    content: z.string().openapi({ description: 'Text of the message.' }),
    sent_at: isoTime,
    client_reference: z.string().optional().openapi({ description: 'Id that the client chose for the message.' }),
    mood: z.number().min(-1).max(1).optional().openapi({ description: 'Overall sentiment after the message.' }),
  })
  .openapi('Utterance', { description: 'One message of a transcript.' });

// Given by hand: the generator writes an unknown value as `nullable` without a type, which OpenAPI 3.0 does not have.
const open = { type: 'object', additionalProperties: true } as const;
const openOrNull = { ...open, nullable: true, description: 'Outputs.' };
const anyObject = z.record(z.string(), z.unknown()).openapi(open);
export const invocation = z
  .object({
    invocation_id: z.string(),
    position: z.int(),
    function_name: z.string(),
    began_at: epoch,
    completed_at: optionalEpoch,
    outcome: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED']).openapi({ description: 'Status of the call.' }),
    arguments: anyObject.openapi({ description: 'Inputs.' }),
    result: anyObject.nullable().openapi(openOrNull),
    emitted_event: z.string().nullable(),
    failure_message: z.string().nullable(),
  })
  .openapi('FunctionInvocation', { description: 'One function call.' });

export const stateChange = z
  .object({
    position: z.int(),
    occurred_at: epoch,
    from_state: z.string(),
    event_name: z.string(),
    to_state: z.string(),
  })
  .openapi('StateChange', { description: 'One transition of the flow.' });

export const record = conversation
  .extend({
    stream_position: z.int().openapi({ description: 'Latest sequence of the feed that is included here.' }),
    utterances: z.array(utterance),
    invocations: z.array(invocation),
    state_changes: z.array(stateChange),
  })
  .openapi('ConversationRecord', { description: 'A transcript: the conversation with all it said and did.' });

export const feedEventNames = [
  'ConversationOpened',
  'ConversationChanged',
  'ConversationClosed',
  'UtteranceAdded',
  'FunctionStarted',
  'FunctionCompleted',
  'StateChanged',
  'Ping',
  'Resync',
  'AuthorizationExpired',
] as const;

export const feedEvent = z
  .object({
    event_type: z.enum(feedEventNames).openapi({ description: 'The same as the name of the server-sent event.' }),
    position: z.int().openapi({ description: 'Sequence within the tenant, gapless over all events but Ping.' }),
    occurred_at: epoch,
    conversation_id: conversationId.optional(),
    version: z.int().optional().openapi({ description: 'Revision of the conversation after this event.' }),
    conversation: conversation.optional(),
    utterance: utterance.optional(),
    invocation: invocation.optional(),
    state_change: stateChange.optional(),
    cause: z.string().optional().openapi({ description: 'Why the feed was reset (Resync).' }),
  })
  .openapi('FeedEvent');

export const organisation = z
  .object({
    org: z.string().openapi({ description: 'Slug of the tenant, and the audience of its tokens.' }),
    title: z.string(),
    tz: z.string().openapi({ description: 'IANA time zone.' }),
    region_code: z.string(),
    stage,
  })
  .openapi('Organisation', { description: 'A tenant.' });

export const session = z
  .object({
    user_id: z.string(),
    display_name: z.string(),
    email_address: z.string(),
    role_names: z.array(z.string()),
    permissions: z.array(z.string()).openapi({ description: 'Scopes in the tenant of the token.' }),
    organisations: z.array(organisation),
  })
  .openapi('Session', { description: 'Who calls.' });

export const destination = z
  .object({ destination_id: z.string(), title: z.string(), dial_number: z.string() })
  .openapi('TransferDestination', { description: 'An internal contact.' });

export const dialogFlow = z
  .object({
    flow_id: z.string(),
    flow_name: z.string(),
    flow_version: z.int(),
    first_state: z.string(),
    state_names: z.array(z.string()),
    arcs: z.array(z.object({ from_state: z.string(), event_name: z.string(), to_state: z.string() })),
  })
  .openapi('DialogFlow');

export const hit = z
  .object({
    conversation,
    excerpts: z.array(z.object({ utterance_id: z.string(), content: z.string() })),
  })
  .openapi('SearchHit');

export const errorBody = z
  .object({
    errors: z.array(
      z.object({
        code: z.string(),
        detail: z.string(),
        pointer: z.string().optional(),
        required_permission: z.string().optional().openapi({ description: 'The scope that the token lacks (403).' }),
        claimed_by: z
          .object({ user_id: z.string(), display_name: z.string(), claimed_at: epoch })
          .optional()
          .openapi({ description: 'Who holds the conversation (409).' }),
        current_state: z.string().optional().openapi({ description: 'Where the thing stands (409).' }),
        allowed_actions: z.array(z.string()).optional().openapi({ description: 'Verbs that are legal there (409).' }),
        present_version: z.int().optional().openapi({ description: 'Present revision (409 STALE_REVISION).' }),
        received_bytes: z.int().optional().openapi({ description: 'How far the upload has come (409).' }),
      }),
    ),
  })
  .openapi('Problem');
