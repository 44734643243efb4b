import type { Conversation } from '../../../shared/models/conversation.ts';
import type { ConversationReading } from './conversation.ts';
import type { ConversationSlot } from './conversation-fields.ts';
import { PART_NAMES, type PartName } from './conversation-parts.ts';
import { detached, fieldsWritten, nameWritten } from './json-text.ts';
import { type ChangedField, KnownText } from './known-text.ts';
import type { Mutable } from './mutable.ts';

/** Characters of conversations kept at most, all together: about 20,000 conversations. */
const MAX_KEPT_CHARS = 24_000_000;
/** Forms kept at most; an instance has one or two. */
const MAX_FORMS = 50;
/** A form is given up when so many more of its conversations had to be read anew than were read as repeated. */
const GIVEN_UP = 200;

/** A field of a form, and what changes with it. */
interface Field {
  readonly name: string;
  /** Undefined where it is one of `other`. */
  readonly slot: ConversationSlot | undefined;
  /** The parts that are read from it alone; undefined when more is needed than this field tells. */
  readonly parts: readonly PartName[] | undefined;
}

/** Conversations that are written with the same fields in the same order. */
interface Form {
  readonly written: readonly string[];
  readonly fields: readonly Field[];
  /** How often reading one as repeated went well, less how often it did not. */
  worth: number;
}

/** One conversation as it was last told. */
interface Kept {
  readonly form: Form;
  readonly text: KnownText;
  readonly chars: number;
  conversation: Conversation;
}

/**
 * Decodes conversations that were told before from what their text differs in. Events tell whole conversations of which
 * two or three fields moved; parsing and decoding the rest again is most of what an event costs. What comes out is what the
 * decoder of the reading makes of the whole: all that cannot be told from the changed fields alone is left to it.
 */
export class RepeatedConversations {
  readonly #reading: ConversationReading;
  readonly #kept = new Map<string, Kept>();
  readonly #forms = new Map<string, Form>();
  #chars = 0;

  constructor(reading: ConversationReading) {
    this.#reading = reading;
  }

  /**
   * Reads a conversation out of a text.
   * @param at of its opening brace
   * @returns the conversation and the place behind it; undefined when it must be read as a whole
   */
  read(
    id: string,
    text: string,
    at: number,
  ): { readonly conversation: Conversation; readonly end: number } | undefined {
    const kept = this.#kept.get(id);
    if (kept === undefined) return undefined;
    const changed: ChangedField[] = [];
    const end = kept.text.read(text, at, changed);
    const conversation = end === -1 ? undefined : this.#changedBy(kept, changed);
    if (conversation === undefined) {
      kept.form.worth--;
      // Its text may be half of before and half of now.
      this.forget(id);
      return undefined;
    }
    if (kept.form.worth < GIVEN_UP) kept.form.worth++;
    kept.conversation = conversation;
    return { conversation, end };
  }

  /** Keeps what the decoder made of the text between two places, which is valid JSON. */
  keep(conversation: Conversation, text: string, from: number, to: number): void {
    this.forget(conversation.id);
    if (conversation.ended) return;
    const form = this.#formOf(text, from);
    if (form === undefined || form.worth <= -GIVEN_UP) return;
    const chars = to - from;
    this.#chars += chars;
    const known = new KnownText(form.written, text.slice(from, to));
    this.#kept.set(conversation.id, { form, text: known, chars, conversation });
    for (const oldest of this.#kept.keys()) {
      if (this.#chars <= MAX_KEPT_CHARS) break;
      this.forget(oldest);
    }
  }

  /** Lets a conversation go. */
  forget(id: string): void {
    this.#chars -= this.#kept.get(id)?.chars ?? 0;
    this.#kept.delete(id);
  }

  #changedBy({ form, conversation: before }: Kept, changed: readonly ChangedField[]): Conversation | undefined {
    const conversation: Mutable<Conversation> = { ...before };
    for (const { index, value } of changed) {
      const field = form.fields[index];
      if (field?.parts === undefined) return undefined;
      const { name, slot, parts } = field;
      if (slot === undefined) {
        conversation.other = { ...conversation.other, [name]: value };
        continue;
      }
      for (const part of parts) {
        // What was not understood before is among the others, and would stay there.
        if (Object.hasOwn(before.other, part)) return undefined;
        if (!put(conversation, part, this.#reading.parts[part].read({ [slot]: value }))) return undefined;
      }
    }
    return conversation;
  }

  #formOf(text: string, at: number): Form | undefined {
    const written = fieldsWritten(text, at);
    if (written === undefined) return undefined;
    const key = written.join('');
    const known = this.#forms.get(key);
    if (known !== undefined || this.#forms.size >= MAX_FORMS) return known;
    const names = written.map(nameWritten);
    const slots = names.map((name) => this.#reading.placeOf(name));
    const present = slots.filter((slot) => slot !== undefined);
    // Two fields for one place are weighed against each other, which takes both.
    if (new Set(present).size < present.length) return undefined;
    const fields = names.map((name, index) => {
      const slot = slots[index];
      return { name, slot, parts: slot === undefined ? partsOfOther(name) : this.#partsOf(slot, present) };
    });
    const form = { written: written.map(detached), fields, worth: 0 };
    this.#forms.set(key, form);
    return form;
  }

  #partsOf(slot: ConversationSlot, present: readonly ConversationSlot[]): readonly PartName[] | undefined {
    const parts = PART_NAMES.filter((part) => this.#reading.parts[part].from.includes(slot));
    const alone = parts.every((part) =>
      this.#reading.parts[part].from.every((other) => other === slot || !present.includes(other)),
    );
    return alone && parts.length > 0 ? parts : undefined;
  }
}

/** A field without a place is kept by its name, but for the one name that means something else to the engine. */
function partsOfOther(name: string): readonly PartName[] | undefined {
  return name === '__proto__' ? undefined : [];
}

/** @returns false when it is absent now, or not understood: then other fields are concerned */
function put<P extends PartName>(conversation: Mutable<Conversation>, part: P, value: Conversation[P]): boolean {
  if (value === undefined) return false;
  conversation[part] = value;
  return true;
}
