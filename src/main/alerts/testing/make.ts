import type { AlertCondition, AlertRule } from '../../../shared/models/alert.ts';
import type { ConversationRow } from '../../../shared/models/conversation.ts';
import { aConversation } from '../../../shared/testing/a-conversation.ts';

/** A conversation that an AI agent runs calmly, with what the test changes. */
export function row(id: string, change: Partial<ConversationRow> = {}): ConversationRow {
  const contact = { display: `contact of ${id}` };
  return { ...aConversation({ id, status: 'in_progress', contact }), seenAt: 0, ...change };
}

/** The same waiting in a queue since an instant. */
export function waiting(id: string, since: number, skill = 'Billing'): ConversationRow {
  return row(id, { handler: { kind: 'queue', since }, queue: { skills: [skill], since } });
}

export const risk = (level: 0 | 1 | 2 | 3 | 4) => ({ risk: { level, label: '' } });

/** An enabled rule of these conditions, all of which must hold. */
export function rule(conditions: readonly AlertCondition[], change: Partial<AlertRule> = {}): AlertRule {
  return {
    id: 'r1',
    name: 'Rule',
    enabled: true,
    severity: 'warning',
    match: 'all',
    conditions: [...conditions],
    whenHandled: false,
    ...change,
  };
}
