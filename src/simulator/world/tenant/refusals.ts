import type { ConversationRecord, LiveConversation } from '../live-conversation.ts';
import { hasEnded } from '../live-conversation.ts';
import type { Actor, Failure, Result } from '../world-port.ts';
import type { Records } from './records.ts';

/** A refusal with its code and reason. */
export function refuse(code: Failure['code'], message: string): Failure {
  return { ok: false, code, message };
}

/** 404: no conversation of that id. */
export function notFound(transcriptId: string): Failure {
  return refuse('not-found', `There is no conversation ${transcriptId}`);
}

/** 422: it is over. */
export function ended(record: ConversationRecord): Failure {
  return refuse('ended', `Conversation ${record.shown.transcriptId} has ended (${record.shown.status})`);
}

/** 409: somebody else has it; names them and since when. Undefined when nobody else has. */
export function takenByOther(live: LiveConversation, actor: Actor): Failure | undefined {
  const { kind, userId, name, since } = live.shown.handledBy;
  if (kind !== 'human' || userId === undefined || userId === actor.id) return undefined;
  return {
    ok: false,
    code: 'taken-over',
    message: `${name ?? 'Somebody else'} has taken this conversation over`,
    takenBy: { id: userId, name: name ?? userId, at: since ?? live.shown.startedAt },
  };
}

/** The conversation, if it is live. */
export function findLive(records: Records, transcriptId: string): Result<LiveConversation> {
  const live = records.live.get(transcriptId);
  if (live !== undefined && !hasEnded(live)) return { ok: true, value: live };
  const record = records.find(transcriptId);
  return record === undefined ? notFound(transcriptId) : ended(record);
}

/** The conversation, if it is live and in this person's hands. */
export function findHeld(records: Records, transcriptId: string, actor: Actor): Result<LiveConversation> {
  const found = findLive(records, transcriptId);
  if (!found.ok) return found;
  const taken = takenByOther(found.value, actor);
  if (taken !== undefined) return taken;
  if (found.value.shown.handledBy.kind === 'human') return found;
  return refuse('not-holder', 'Take the conversation over first: nobody but its holder may do this');
}
