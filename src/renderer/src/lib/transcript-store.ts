import type { TranscriptBatch } from '../../../shared/ipc/live-batches.ts';
import type { ConversationRow } from '../../../shared/models/conversation.ts';
import type { Flow, FunctionCall, Message, Transition } from '../../../shared/models/transcript.ts';
import { isNewerRow } from './newer-row.ts';
import { placeOf } from './sorted-list.ts';

/** An open conversation as it stands. A new object for each batch that changed something. */
export interface OpenTranscript {
  readonly state: 'loading' | 'open' | 'gone';
  readonly conversation?: ConversationRow;
  /** In order, each once. */
  readonly messages: readonly Message[];
  readonly functionCalls: readonly FunctionCall[];
  readonly transitions: readonly Transition[];
  readonly flow?: Flow;
  readonly seenAt?: number;
  /** How many earlier messages are still on their way; absent when all are here. */
  readonly earlier?: number;
}

export interface TranscriptStore {
  readonly get: () => OpenTranscript;
  readonly apply: (batch: TranscriptBatch) => void;
  readonly subscribe: (changed: () => void) => () => void;
}

const LOADING: OpenTranscript = { state: 'loading', messages: [], functionCalls: [], transitions: [] };

/** Holds one open conversation; batches may repeat or arrive late without doubling or disordering anything. */
export function createTranscriptStore(): TranscriptStore {
  let current = LOADING;
  const listeners = new Set<() => void>();
  return {
    get: () => current,
    apply: (batch) => {
      const next = applyBatch(current, batch);
      if (next === current) return;
      current = next;
      for (const listener of listeners) listener();
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** The transcript after a batch; the same object when the batch says nothing new. */
export function applyBatch(current: OpenTranscript, batch: TranscriptBatch): OpenTranscript {
  if (batch.kind === 'gone') return { ...current, state: 'gone' };
  if (batch.kind === 'snapshot') {
    const { transcript } = batch;
    return {
      state: 'open',
      conversation: transcript.conversation,
      messages: addAll([], transcript.messages, byMessagePlace, laterMessage),
      functionCalls: addAll([], transcript.functionCalls, byCallPlace, laterCall),
      transitions: addTransitions([], transcript.transitions),
      ...(transcript.flow === undefined ? {} : { flow: transcript.flow }),
      seenAt: transcript.seenAt,
      ...(batch.earlier === undefined ? {} : { earlier: batch.earlier }),
    };
  }
  const held = current.conversation;
  const row = batch.conversation;
  const conversation = row !== undefined && (held === undefined || isNewerRow(row, held)) ? row : held;
  const { earlier: _earlier, ...rest } = current;
  return {
    ...rest,
    ...(batch.earlier === undefined ? {} : { earlier: batch.earlier }),
    ...(conversation === undefined ? {} : { conversation }),
    messages: addAll(current.messages, batch.messages, byMessagePlace, laterMessage),
    functionCalls: addAll(current.functionCalls, batch.functionCalls, byCallPlace, laterCall),
    transitions: addTransitions(current.transitions, batch.transitions),
    seenAt: Math.max(current.seenAt ?? 0, batch.seenAt),
  };
}

/** Adds items by id: a new one at its place, a known one by `choose`. The same array when nothing changed. */
function addAll<T extends { readonly id: string }>(
  list: readonly T[],
  items: readonly T[],
  compare: (a: T, b: T) => number,
  choose: (held: T, incoming: T) => T,
): readonly T[] {
  if (items.length === 0) return list;
  const byId = new Map(list.map((item) => [item.id, item]));
  let next = list.slice();
  let changed = false;
  let sorted = true;
  for (const item of items) {
    const held = byId.get(item.id);
    const chosen = held === undefined ? item : choose(held, item);
    if (chosen === held) continue;
    changed = true;
    if (held !== undefined) next = next.filter((other) => other !== held);
    byId.set(chosen.id, chosen);
    const last = next.at(-1);
    if (last !== undefined && compare(last, chosen) > 0) sorted = false;
    next.push(chosen);
  }
  if (!changed) return list;
  // The sort is stable: what has the same place keeps the order in which it arrived.
  return sorted ? next : next.sort(compare);
}

/** Numbered messages by their number, then those without one by their time; without either, as they came. */
function byMessagePlace(a: Message, b: Message): number {
  return byNumber(a.index, b.index) || (a.index === undefined ? byNumber(a.at, b.at) : byText(a.id, b.id));
}

function byCallPlace(a: FunctionCall, b: FunctionCall): number {
  return byNumber(a.startedAt, b.startedAt) || byNumber(a.index, b.index) || byText(a.id, b.id);
}

function byNumber(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a - b;
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A repeated message keeps its place; one that was first seen without a number takes the number it got since. */
function laterMessage(held: Message, incoming: Message): Message {
  if (held.index !== undefined && incoming.index === undefined) return held;
  return sameFields(held, incoming) ? held : incoming;
}

/** A call that has ended does not run again. */
function laterCall(held: FunctionCall, incoming: FunctionCall): FunctionCall {
  const ended = (call: FunctionCall) =>
    call.finishedAt !== undefined || call.status === 'succeeded' || call.status === 'failed';
  return ended(held) && !ended(incoming) ? held : incoming;
}

function sameFields(a: Message, b: Message): boolean {
  return (
    a.text === b.text &&
    a.index === b.index &&
    a.role === b.role &&
    a.at === b.at &&
    a.author === b.author &&
    a.sentiment === b.sentiment
  );
}

/** Transitions carry no id: their number, or all they say, tells them apart. */
function addTransitions(list: readonly Transition[], items: readonly Transition[]): readonly Transition[] {
  if (items.length === 0) return list;
  const key = (item: Transition) =>
    item.index === undefined ? `${item.at ?? ''}|${item.from}|${item.event}|${item.to}` : `#${item.index}`;
  const known = new Set(list.map(key));
  const next = list.slice();
  for (const item of items) {
    if (known.has(key(item))) continue;
    known.add(key(item));
    next.splice(placeOf(next, item, byTransitionPlaceAfter), 0, item);
  }
  return next.length === list.length ? list : next;
}

/** Like the order of transitions, but equal counts as before: a later arrival goes behind. */
function byTransitionPlaceAfter(other: Transition, item: Transition): number {
  return (byNumber(other.index, item.index) || byNumber(other.at, item.at)) > 0 ? 1 : -1;
}
