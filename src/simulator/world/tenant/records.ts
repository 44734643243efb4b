import type { DeepArchive } from '../archive/deep-archive.ts';
import { numberOf } from '../archive/sort.ts';
import type { ConversationRecord, LiveConversation } from '../live-conversation.ts';
import type { Transcript } from '../world-port.ts';

/** All conversations of a tenant: those in progress, the latest finished ones, and those of the deep archive that were changed. */
export interface Records {
  readonly live: ReadonlyMap<string, LiveConversation>;
  /** Voice conversations among the live ones. */
  readonly calls: number;
  find(transcriptId: string): ConversationRecord | undefined;
  /** Every record but the untouched ones of the deep archive, in no particular order. */
  all(): IterableIterator<ConversationRecord>;
  /** To be called before a record is changed: one of the deep archive is only told anew each time until it is kept. */
  keep(record: ConversationRecord): void;
  /** Whether that one of the deep archive is kept, or forgotten for good. */
  hasTaken(deepIndex: number): boolean;
  /** Forgets a finished one for good. */
  forget(record: ConversationRecord): void;
  admit(live: LiveConversation): void;
  /** Moves a finished conversation to the archive, which forgets its oldest when it is full. */
  archive(live: LiveConversation): void;
}

/** Makes the store; `archiveLimit` bounds its memory however long the world runs. */
export function createRecords(archiveLimit: number, deep: DeepArchive): Records {
  const live = new Map<string, LiveConversation>();
  const archived = new Map<string, ConversationRecord>();
  const taken = new Map<number, ConversationRecord>();
  const forgotten = new Set<number>();
  let voice = 0;
  function findDeep(transcriptId: string): ConversationRecord | undefined {
    const index = /^c-\d+$/.test(transcriptId) ? deep.indexOf(numberOf(transcriptId)) : undefined;
    return index === undefined || forgotten.has(index) ? undefined : (taken.get(index) ?? deep.record(index));
  }
  return {
    live,
    get calls() {
      return voice;
    },
    find: (transcriptId) => live.get(transcriptId) ?? archived.get(transcriptId) ?? findDeep(transcriptId),
    *all() {
      yield* live.values();
      yield* archived.values();
      yield* taken.values();
    },
    keep(record) {
      const index = deep.indexOf(numberOf(record.shown.transcriptId));
      if (index !== undefined) taken.set(index, record);
    },
    hasTaken: (deepIndex) => taken.has(deepIndex) || forgotten.has(deepIndex),
    forget({ shown: { transcriptId } }) {
      archived.delete(transcriptId);
      const index = deep.indexOf(numberOf(transcriptId));
      if (index === undefined) return;
      taken.delete(index);
      forgotten.add(index);
    },
    admit(conversation) {
      live.set(conversation.shown.transcriptId, conversation);
      if (conversation.shown.platform === 'voice') voice += 1;
    },
    archive(conversation) {
      const { shown, messages, calls, transitions } = conversation;
      if (live.delete(shown.transcriptId) && shown.platform === 'voice') voice -= 1;
      // Only the record is kept: what moved the conversation is let go.
      archived.set(shown.transcriptId, { shown, messages, calls, transitions });
      if (archived.size > archiveLimit) {
        const oldest = archived.keys().next();
        if (oldest.done !== true) archived.delete(oldest.value);
      }
    },
  };
}

/** The whole transcript as of now; its lists are copies that later changes do not touch. */
export function transcriptOf(record: ConversationRecord, sequence: number): Transcript {
  return {
    ...record.shown,
    sequence,
    messages: [...record.messages],
    functionCalls: [...record.calls],
    transitions: [...record.transitions],
  };
}
