import type { AwayItem } from '../../shared/models/away.ts';
import type { Conversation, Handler } from '../../shared/models/conversation.ts';

/** From this level on a risk is worth telling after an absence: high and critical. */
const TOLD_RISK = 3;

export type Finding = Omit<AwayItem, 'id' | 'from' | 'to'>;

/**
 * What mattered of one conversation between two pictures of it, an absence apart.
 * @param before as it was last proven; absent when it began since. @param now absent when it is not live any more.
 * @param isMine whether a handler is the signed-in operator, whose own doings are no news.
 */
export function whatMattered(
  before: Conversation | undefined,
  now: Conversation | undefined,
  isMine: (handler: Handler) => boolean,
): readonly Finding[] {
  const shown = now ?? before;
  if (shown === undefined) return [];
  const about = {
    conversation: shown.id,
    contact: shown.contact.name ?? shown.contact.display,
    platform: shown.platform,
  };
  if (now === undefined || now.ended) {
    if (before === undefined || before.ended) return [];
    return [{ ...about, kind: 'ended', ...(now === undefined ? {} : { status: now.status }) }];
  }
  const findings: Finding[] = [];
  const { risk, handler } = now;
  if (risk !== undefined && risk.level >= TOLD_RISK && risk.level > (before?.risk?.level ?? 0)) {
    findings.push({ ...about, kind: 'risk', risk });
  }
  // Of what began meanwhile only risk and waiting are news: who has it was never otherwise.
  if (before !== undefined && handler.kind === 'human' && !isMine(handler) && !sameHolder(before.handler, handler)) {
    findings.push({ ...about, kind: 'taken-over', by: holder(handler) });
  }
  if (waits(now) && (before === undefined || !waits(before))) {
    findings.push({ ...about, kind: 'handed-off', ...(now.queue === undefined ? {} : { skills: now.queue.skills }) });
  }
  return findings;
}

const KINDS: readonly Finding['kind'][] = ['risk', 'taken-over', 'handed-off', 'ended'];

/** The order to show: what can still be acted upon first, the highest risk first of all. */
export function worstFirst(a: Finding, b: Finding): number {
  const byKind = KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind);
  return byKind !== 0 ? byKind : (b.risk?.level ?? 0) - (a.risk?.level ?? 0);
}

function waits({ handler, queue }: Conversation): boolean {
  return handler.kind === 'queue' || (queue !== undefined && handler.kind !== 'human');
}

function sameHolder(before: Handler, now: Handler): boolean {
  if (before.kind !== 'human') return false;
  if (before.userId !== undefined && now.userId !== undefined) return before.userId === now.userId;
  return before.name === now.name;
}

function holder({ userId, name, since }: Handler): NonNullable<AwayItem['by']> {
  return {
    ...(userId === undefined ? {} : { id: userId }),
    ...(name === undefined ? {} : { name }),
    ...(since === undefined ? {} : { at: since }),
  };
}
