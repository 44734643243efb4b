import type { OperationId } from '../../../shared/models/operation.ts';
import type { Message } from '../../../shared/models/transcript.ts';
import type { Bindings } from '../bind.ts';
import type { JsonRecord } from '../json.ts';
import type { SchemaRef } from '../openapi/schema-view.ts';
import type { LiveSnapshot } from '../tenant-api.ts';
import { type ConversationDecoder, conversationDecoder } from './conversation.ts';
import { decodeFlow, decodeInternalContact } from './directory.ts';
import { elementSchemaIn, unwrapped } from './envelope.ts';
import { eventDecoder } from './event.ts';
import { createFieldTable } from './field-table.ts';
import { transcriptDecoder, wrappedConversationDecoder } from './transcript.ts';
import { decodeMessage } from './transcript-parts.ts';
import { countOf, textOf } from './values.ts';

const POSITION = createFieldTable({
  streamId: ['streamid', 'stream', 'epoch', 'generation'],
  sequence: ['sequence', 'seq', 'lastsequence', 'streamsequence', 'offset', 'position'],
});

/** Where in the stream a snapshot was taken, from the envelope or its `meta`. */
function decodePosition(levels: readonly JsonRecord[]): Omit<LiveSnapshot, 'conversations'> {
  const values = levels.map((level) => POSITION.read(level).values);
  const streamId = values.map((one) => textOf(one.streamId)).find((one) => one !== undefined);
  const sequence = values.map((one) => countOf(one.sequence)).find((one) => one !== undefined);
  return { ...(streamId !== undefined && { streamId }), ...(sequence !== undefined && { sequence }) };
}

function decodeWrappedMessage(answer: unknown): Message | undefined {
  return unwrapped(answer, ['message', 'item'])
    .map(decodeMessage)
    .findLast((message) => message !== undefined);
}

/** The schema of an operation's successful answer, where the document has one. */
export function answerSchema(bindings: Bindings, operation: OperationId): SchemaRef | undefined {
  return bindings.bound.get(operation)?.described?.answers.find(({ schema }) => schema !== undefined)?.schema;
}

/** Decoders of one set of bindings, each made once with what its operation's schemas tell. */
export interface Decoders {
  readonly live: ConversationDecoder;
  readonly event: ReturnType<typeof eventDecoder>;
  readonly transcript: ReturnType<typeof transcriptDecoder>;
  readonly message: (answer: unknown) => Message | undefined;
  readonly internalContact: typeof decodeInternalContact;
  readonly flow: typeof decodeFlow;
  readonly position: typeof decodePosition;
  /** The conversation that a write answers with, if any. */
  acted(operation: OperationId): ConversationDecoder;
}

/** Makes the decoders for a set of bindings. */
export function decodersFor(bindings: Bindings): Decoders {
  const conversation = elementSchemaIn(answerSchema(bindings, 'conversations.live'), ['conversations', 'transcripts']);
  const acted = new Map<OperationId, ConversationDecoder>();
  return {
    live: conversationDecoder(conversation),
    event: eventDecoder(answerSchema(bindings, 'conversations.stream'), conversation),
    transcript: transcriptDecoder(answerSchema(bindings, 'transcripts.get')),
    message: decodeWrappedMessage,
    internalContact: decodeInternalContact,
    flow: decodeFlow,
    position: decodePosition,
    acted(operation) {
      const known = acted.get(operation);
      if (known !== undefined) return known;
      const made = wrappedConversationDecoder(answerSchema(bindings, operation));
      acted.set(operation, made);
      return made;
    },
  };
}
