import type { Difference, Expected } from '../../shared/models/command.ts';
import type { Conversation, Handler } from '../../shared/models/conversation.ts';

/**
 * What changed between what the operator saw and what is. A growing revision alone is no difference: messages raise it,
 * and the operator acts on who has the conversation and where it stands.
 */
export function differences(expected: Expected, now: Conversation): readonly Difference[] {
  const found: Difference[] = [];
  if (expected.status !== now.status) found.push({ field: 'status', before: expected.status, now: now.status });
  const { handler } = now;
  const otherKind = expected.handlerKind !== handler.kind;
  const otherName =
    expected.handlerName !== undefined && handler.name !== undefined && expected.handlerName !== handler.name;
  if (otherKind || otherName) {
    found.push({ field: 'handler', before: expected.handlerName ?? expected.handlerKind, now: nameOf(handler) });
  }
  if (now.ended && found.length > 0) found.push({ field: 'ended', before: 'no', now: 'yes' });
  return found;
}

function nameOf(handler: Handler): string {
  return handler.name ?? handler.kind;
}
