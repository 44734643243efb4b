import type { Conversation } from '../../shared/models/conversation.ts';
import type { Failure } from '../../shared/models/failure.ts';
import type { Flow, FunctionCall, Message, Transcript, Transition } from '../../shared/models/transcript.ts';
import type { FetchedTranscript, LiveEvent } from '../platform/tenant-api.ts';
import { IndexHoles } from './index-holes.ts';
import { functionCallKind, messageKind, transitionKind } from './item-kinds.ts';
import { ItemList } from './item-list.ts';
import { sameData } from './same-data.ts';
import { type FetchStamp, isAfterFetch, type Stamp } from './stamp.ts';
import { TranscriptCursor } from './transcript-cursor.ts';
import { NOTHING_EARLIER, splitAtEnd, type TranscriptPatch, type TranscriptStart } from './transcript-start.ts';

/**
 * One transcript that somebody looks at: what was fetched and what events added since, merged so that every message is
 * there once and in order. Events may come before the first fetch, twice, late, or be missing until the next fetch.
 */
export class OpenTranscript {
  readonly id: string;
  readonly #messages = new ItemList<Message>(messageKind);
  readonly #calls = new ItemList<FunctionCall>(functionCallKind);
  readonly #steps = new ItemList<Transition>(transitionKind);
  readonly #holes = new IndexHoles();
  readonly #cursors = new Set<TranscriptCursor>();
  #conversation: Conversation | undefined;
  #conversationStamp: { sequence: number | undefined; arrival: number } = { sequence: undefined, arrival: -1 };
  #coveredTo: number | undefined;
  #notBefore = -1;
  #flow: Flow | undefined;
  #seenAt = 0;
  #gone = false;
  /** False until the first fetch: events alone are not a transcript. */
  #loaded = false;

  constructor(id: string) {
    this.id = id;
  }

  /** True when a message is known to be missing. */
  get hasHole(): boolean {
    return this.#holes.missing;
  }

  /** True after a 404: news about it means that it is there after all, and must be fetched. */
  get gone(): boolean {
    return this.#gone;
  }

  get watched(): boolean {
    return this.#cursors.size > 0;
  }

  /** Takes an event about this conversation; what is already covered changes nothing. */
  event(event: LiveEvent, stamp: Stamp): void {
    const { sequence } = stamp;
    // The fetch had everything up to here; an item that it lacked was taken back by the instance.
    if (sequence !== undefined && this.#coveredTo !== undefined && sequence <= this.#coveredTo) return;
    this.#seenAt = stamp.at;
    if (event.type === 'conversation') this.#setConversation(event.conversation, stamp);
    else if (event.type === 'function') this.#mark('calls', this.#calls.add(event.call, stamp));
    else if (event.type === 'transition') this.#mark('steps', this.#steps.add(event.transition, stamp));
    else if (event.type === 'message') {
      if (event.message.index !== undefined) this.#holes.add(event.message.index);
      this.#mark('messages', this.#messages.add(event.message, stamp));
    }
  }

  /** Another run of the instance began: nothing that arrived until now counts once the next fetch is in. */
  newEpoch(arrival: number): void {
    this.#notBefore = arrival;
    for (const list of [this.#messages, this.#calls, this.#steps]) list.newEpoch(arrival);
    this.#coveredTo = undefined;
    this.#holes.clear();
  }

  /** Brings the transcript in line with a fetch. */
  fetched(transcript: FetchedTranscript, flow: Flow | undefined, fetch: FetchStamp): void {
    const messages = this.#messages.reconcile(transcript.messages, fetch);
    const calls = this.#calls.reconcile(transcript.functionCalls, fetch);
    const steps = this.#steps.reconcile(transcript.transitions, fetch);
    this.#holes.fetched(transcript.messages.flatMap((message) => message.index ?? []));
    this.#coveredTo = fetch.sequence;
    this.#seenAt = fetch.at;
    const whole = !this.#loaded || this.#gone || messages.lost || calls.lost || steps.lost;
    const otherFlow = !sameData(flow, this.#flow);
    this.#loaded = true;
    this.#gone = false;
    this.#flow = flow;
    const stamp = { sequence: fetch.sequence, arrival: fetch.askedAt, at: fetch.at };
    const { sequence, arrival } = this.#conversationStamp;
    // What was asked for after the last news is the truth, even with a lower revision (an instance that began anew).
    if (!isAfterFetch(sequence, arrival, fetch)) this.#replaceConversation(transcript.conversation, stamp);
    else this.#setConversation(transcript.conversation, stamp);
    // A patch can add and change but not take away: then, as at first, the windows get the whole.
    if (whole || otherFlow) for (const cursor of this.#cursors) cursor.restart();
    for (const key of messages.changed) this.#mark('messages', key);
    for (const key of calls.changed) this.#mark('calls', key);
    for (const key of steps.changed) this.#mark('steps', key);
  }

  /** The instance does not know this conversation (404). */
  goneNow(): void {
    this.#gone = true;
    for (const cursor of this.#cursors) cursor.restart();
  }

  /** It cannot be read, and asking again will not help by itself: told to each window once. */
  failed(failure: Failure): void {
    for (const cursor of this.#cursors) cursor.fail(failure);
  }

  /** The end of it and what leads up to there; undefined before the first fetch. Short ones are all end. */
  begin(): TranscriptStart | undefined {
    if (this.#gone) return { batch: { kind: 'gone' }, earlier: NOTHING_EARLIER };
    if (this.#conversation === undefined || !this.#loaded) return undefined;
    const { messages, calls, earlier } = splitAtEnd(this.#messages.all(), this.#calls.all());
    const transcript: Transcript = {
      conversation: { ...this.#conversation, seenAt: this.#seenAt },
      messages,
      functionCalls: calls,
      transitions: this.#steps.all(),
      seenAt: this.#seenAt,
      ...(this.#flow === undefined ? {} : { flow: this.#flow }),
    };
    return { batch: { kind: 'snapshot', transcript }, earlier };
  }

  /** What these keys name, in order. */
  part(dirty: {
    readonly conversation: boolean;
    readonly messages: ReadonlySet<string>;
    readonly calls: ReadonlySet<string>;
    readonly steps: ReadonlySet<string>;
  }): TranscriptPatch {
    const patch = {
      kind: 'patch',
      messages: this.#messages.some(dirty.messages),
      functionCalls: this.#calls.some(dirty.calls),
      transitions: this.#steps.some(dirty.steps),
      seenAt: this.#seenAt,
    } as const;
    if (!dirty.conversation || this.#conversation === undefined) return patch;
    return { ...patch, conversation: { ...this.#conversation, seenAt: this.#seenAt } };
  }

  /** A window's view of it. */
  open(changed: () => void, onClose: () => void): TranscriptCursor {
    const cursor = new TranscriptCursor(this, changed, () => {
      if (this.#cursors.delete(cursor)) onClose();
    });
    this.#cursors.add(cursor);
    return cursor;
  }

  #setConversation(conversation: Conversation, stamp: Stamp): void {
    const known = this.#conversation;
    if (known === undefined || this.#supersedes(conversation, known, stamp))
      this.#replaceConversation(conversation, stamp);
  }

  #replaceConversation(conversation: Conversation, stamp: Stamp): void {
    const known = this.#conversation;
    this.#conversation = conversation;
    this.#conversationStamp = { sequence: stamp.sequence, arrival: stamp.arrival };
    if (!sameData(known, conversation) && !this.#gone) for (const cursor of this.#cursors) cursor.markConversation();
  }

  #supersedes(next: Conversation, known: Conversation, stamp: Stamp): boolean {
    const before = this.#conversationStamp;
    if (before.arrival <= this.#notBefore) return true;
    if (next.revision !== undefined && known.revision !== undefined && next.revision !== known.revision) {
      return next.revision > known.revision;
    }
    if (stamp.sequence !== undefined && before.sequence !== undefined) return stamp.sequence > before.sequence;
    return stamp.arrival >= before.arrival;
  }

  #mark(part: 'messages' | 'calls' | 'steps', key: string | undefined): void {
    if (key !== undefined && !this.#gone) for (const cursor of this.#cursors) cursor.mark(part, key);
  }
}
