import type { Conversation } from '../../../shared/models/conversation.ts';
import { detached, endOfValue, fieldsWritten, nameWritten, passingValueIn } from './json-text.ts';
import type { Mutable } from './mutable.ts';
import type { RepeatedConversations } from './repeated-conversations.ts';

const [COMMA, OPEN, CLOSE] = [44, 123, 125];
/** Names of events remembered; the set is open, so it may not grow memory. */
const MAX_NAMES = 50;

/** What an event's envelope says besides the conversation, as it came. */
export interface EnvelopeValues {
  readonly sequence?: unknown;
  readonly streamId?: unknown;
  readonly at?: unknown;
  readonly conversationId?: unknown;
}
type EnvelopeSlot = keyof EnvelopeValues;

/** An event about a conversation that was told before. */
export interface RepeatedEvent {
  readonly values: EnvelopeValues;
  readonly conversation: Conversation;
}

/** One field of an envelope: how it is written, and its place; null when it is of no account here. */
interface EnvelopeField {
  readonly written: string;
  readonly slot: EnvelopeSlot | 'conversation' | null;
}

/**
 * Reads events whose envelope and conversation are written as others before, without parsing what is repeated. Everything
 * else is left to the decoder: an event is read here as it reads it, or not at all.
 */
export class RepeatedEvents {
  readonly #conversations: RepeatedConversations;
  readonly #placeOf: (name: string) => string | undefined;
  /** By the event's name. Null for a form that is not read here. */
  readonly #forms = new Map<string, readonly EnvelopeField[] | null>();

  /** @param placeOf the place of an envelope's field by its name */
  constructor(conversations: RepeatedConversations, placeOf: (name: string) => string | undefined) {
    this.#conversations = conversations;
    this.#placeOf = placeOf;
  }

  /** Reads an event's body; undefined when it must be read as a whole. */
  read(name: string, text: string): RepeatedEvent | undefined {
    const form = this.#forms.get(name);
    if (form === undefined || form === null) return undefined;
    let conversation: Conversation | undefined;
    const values = walk(form, text, (at, id) => {
      const again = this.#conversations.read(id, text, at);
      conversation = again?.conversation;
      return again?.end;
    });
    return values === undefined || conversation === undefined ? undefined : { values, conversation };
  }

  /**
   * Remembers an event that was read as a whole.
   * @param conversation what the decoder made of it
   * @param text its body, which is valid JSON
   */
  keep(name: string, text: string, conversation: Conversation): void {
    this.#conversations.forget(conversation.id);
    const form = this.#forms.get(name) ?? this.#learn(name, text);
    if (form === null) return;
    const values = walk(form, text, (at, id) => {
      const end = endOfValue(text, at);
      if (id === conversation.id && end !== -1) this.#conversations.keep(conversation, text, at, end);
      return end === -1 ? undefined : end;
    });
    // Written otherwise this time: the next event tells anew how they are written.
    if (values === undefined) this.#forms.delete(name);
  }

  #learn(name: string, text: string): readonly EnvelopeField[] | null {
    const written = fieldsWritten(text, 0);
    const fields = written?.map((one) => ({ written: detached(one), slot: slotOf(this.#placeOf(nameWritten(one))) }));
    const slots = fields?.flatMap(({ slot }) => slot ?? []) ?? [];
    // Whose it is must be known before the conversation is come to; two fields for one place would have to be weighed.
    const id = slots.indexOf('conversationId');
    const usable = id !== -1 && id < slots.indexOf('conversation') && new Set(slots).size === slots.length;
    const form = usable && fields !== undefined ? fields : null;
    if (this.#forms.size < MAX_NAMES) this.#forms.set(detached(name), form);
    return form;
  }
}

/**
 * Goes through an envelope of a form.
 * @param onConversation reads the conversation that begins at a place; answers the place behind it
 * @returns undefined when it is not an envelope of this form, with nothing but plain values beside the conversation
 */
function walk(
  form: readonly EnvelopeField[],
  text: string,
  onConversation: (at: number, id: string) => number | undefined,
): EnvelopeValues | undefined {
  const values: Mutable<EnvelopeValues> = {};
  let place = 0;
  for (const { written, slot } of form) {
    const at = place + 1 + written.length;
    if (text.charCodeAt(place) !== (place === 0 ? OPEN : COMMA) || text.slice(place + 1, at) !== written)
      return undefined;
    if (slot === 'conversation') {
      const end = text.charCodeAt(at) === OPEN ? onConversation(at, String(values.conversationId)) : undefined;
      if (end === undefined) return undefined;
      place = end;
    } else {
      place = endOfValue(text, at);
      const value = place === -1 ? undefined : passingValueIn(text, at, place);
      if (value === undefined || (typeof value === 'object' && value !== null)) return undefined;
      // The name of the stream is kept for long.
      if (slot !== null) values[slot] = slot === 'streamId' && typeof value === 'string' ? detached(value) : value;
    }
  }
  return text.charCodeAt(place) === CLOSE && place === text.length - 1 ? values : undefined;
}

function slotOf(place: string | undefined): EnvelopeField['slot'] {
  const wanted = ['sequence', 'streamId', 'at', 'conversationId', 'conversation'] as const;
  return wanted.find((slot) => slot === place) ?? null;
}
