import type { CannedReply } from '../../../../../shared/models/views.ts';

/** As the contract has them; written here so that no schema library loads in the window. A test compares. */
export const MAX_REPLIES = 200;
export const MAX_TITLE = 80;
export const MAX_REPLY = 5000;

/** A list of replies while it is edited; what was deleted comes back the last first. */
export interface Editing {
  readonly replies: readonly CannedReply[];
  readonly chosen: string | undefined;
  readonly deleted: readonly { readonly reply: CannedReply; readonly at: number }[];
}

export function startEditing(replies: readonly CannedReply[]): Editing {
  return { replies, chosen: replies[0]?.id, deleted: [] };
}

/** Adds an empty reply at the end and chooses it. */
export function added(editing: Editing, id: string): Editing {
  return { ...editing, replies: [...editing.replies, { id, title: '', en: '', fr: '' }], chosen: id };
}

/** Changes the chosen reply. */
export function changed(editing: Editing, patch: Partial<Omit<CannedReply, 'id'>>): Editing {
  const replies = editing.replies.map((reply) => (reply.id === editing.chosen ? { ...reply, ...patch } : reply));
  return { ...editing, replies };
}

/** Deletes the chosen reply and chooses its neighbour. */
export function withoutChosen(editing: Editing): Editing {
  const at = editing.replies.findIndex(({ id }) => id === editing.chosen);
  const reply = editing.replies[at];
  if (reply === undefined) return editing;
  const replies = editing.replies.toSpliced(at, 1);
  const chosen = (replies[at] ?? replies[at - 1])?.id;
  return { replies, chosen, deleted: [...editing.deleted, { reply, at }] };
}

/** Puts back what was deleted last, where it was, and chooses it. */
export function undone(editing: Editing): Editing {
  const last = editing.deleted.at(-1);
  if (last === undefined) return editing;
  return {
    replies: editing.replies.toSpliced(last.at, 0, last.reply),
    chosen: last.reply.id,
    deleted: editing.deleted.slice(0, -1),
  };
}

/** The first reply that cannot be kept: without a title, or without any text. */
export function incomplete(replies: readonly CannedReply[]): CannedReply | undefined {
  return replies.find(({ title, en, fr }) => title.trim() === '' || (en.trim() === '' && fr.trim() === ''));
}

export function sameReplies(a: readonly CannedReply[], b: readonly CannedReply[]): boolean {
  return (
    a.length === b.length &&
    a.every((reply, at) => {
      const other = b[at];
      return reply.id === other?.id && reply.title === other.title && reply.en === other.en && reply.fr === other.fr;
    })
  );
}
