import type { Picture } from '../../shared/models/act.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import { failureOf } from '../../shared/models/failure.ts';
import type { Act } from '../commands/acts/act.ts';
import type { ArchiveApi } from '../platform/archive/archive-api.ts';
import { editedTags, sameTags, type TagEdit } from './tag-edit.ts';

interface Target {
  readonly tenant: string;
  readonly id: string;
  /** What was on screen. */
  readonly expected: Picture;
  readonly hold?: string | undefined;
}

/** Reads a conversation; undefined when it is not there any more. */
async function readOne(api: ArchiveApi, id: string): Promise<Conversation | undefined> {
  try {
    return (await api.get(id)).conversation;
  } catch (thrown) {
    if (failureOf(thrown).code === 'not-found') return undefined;
    throw thrown;
  }
}

function base(api: ArchiveApi, name: string, { tenant, id, expected, hold }: Target) {
  return {
    name,
    tenant,
    subject: { kind: 'conversation' as const, ids: [id] },
    hold,
    expected,
    read: () => readOne(api, id),
    picture: ({ status, flagged }: Conversation): Picture => ({ status, flagged }),
    refuse: (now: Conversation | undefined) =>
      now === undefined ? { code: 'not-found' as const, message: 'The conversation is not there any more' } : undefined,
  };
}

/** Edits tags: on what they are now, so that somebody else's edit of other tags is not undone. */
export function tagAct(api: ArchiveApi, target: Target, edit: TagEdit): Act<Conversation> {
  return {
    ...base(api, 'editTags', target),
    facts: { added: edit.add.length, removed: edit.remove.length },
    already: (now) => now !== undefined && sameTags(now.tags, editedTags(now.tags, edit)),
    send: (now) => api.setTags(target.id, editedTags(now?.tags ?? [], edit), now?.revision),
    find: (_before, now) => {
      if (now === undefined) return 'cannot-tell';
      return sameTags(now.tags, editedTags(now.tags, edit)) ? 'done' : 'not-done';
    },
  };
}

/** Flags a conversation for review, or takes the flag off. */
export function flagAct(api: ArchiveApi, target: Target, flagged: boolean): Act<Conversation> {
  return {
    ...base(api, flagged ? 'flagTranscript' : 'unflagTranscript', target),
    already: (now) => now?.flagged === flagged,
    send: (now) => api.flag(target.id, flagged, now?.revision),
    find: (_before, now) => (now === undefined ? 'cannot-tell' : now.flagged === flagged ? 'done' : 'not-done'),
  };
}

/** Reports a conversation with a reason. */
export function reportAct(api: ArchiveApi, target: Target, reason: string, note?: string): Act<Conversation> {
  return {
    ...base(api, 'reportTranscript', target),
    facts: { reason },
    send: () => api.report(target.id, reason, note),
    find: (_before, now) => (now === undefined ? 'cannot-tell' : now.status === 'reported' ? 'done' : 'not-done'),
  };
}
