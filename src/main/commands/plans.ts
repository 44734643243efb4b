import type { Expected } from '../../shared/models/command.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import type { Message } from '../../shared/models/transcript.ts';
import type { FetchedTranscript } from '../platform/tenant-api.ts';
import { takenBy } from './failures.ts';
import { digest } from './journal/chain.ts';
import type { Answer, Plan } from './plan.ts';

interface Target {
  readonly tenant: string;
  readonly id: string;
  readonly expected: Expected;
}

/** Take over: only while an AI agent runs the conversation (platform.md, Live View). */
export function takeOverPlan({ tenant, id, expected }: Target): Plan {
  return {
    name: 'takeOver',
    tenant,
    id,
    expected,
    already: (now, identity) => identity.whose(now.handler) === 'mine',
    refuse: ({ handler }) => {
      // `unknown`: the instance does not say who runs it, so only it can decide.
      if (handler.kind === 'ai' || handler.kind === 'unknown') return undefined;
      if (handler.kind === 'human') return takenBy(handler);
      return {
        code: 'invalid',
        message: 'Only a conversation that the AI runs can be taken over',
        detail: { reason: 'not-takeable' },
      };
    },
    send: (api) => api.takeOver(id),
    find: (_before, now, answer, identity) => {
      if (isConversation(answer)) identity.learn(answer.handler);
      const whose = identity.whose(now.conversation.handler);
      if (whose === 'nobody') return 'not-done';
      if (whose === 'other') return 'taken';
      return whose === 'mine' ? 'done' : 'cannot-tell';
    },
  };
}

/** Reply as CSR. One `clientMessageId` is one text, and is sent once. */
export function replyPlan(input: Target & { readonly text: string; readonly clientMessageId: string }): Plan {
  const { tenant, id, expected, text, clientMessageId } = input;
  return {
    name: 'reply',
    tenant,
    id,
    expected,
    text,
    once: digest(`${tenant}\n${id}\n${clientMessageId}`),
    send: (api) => api.reply(id, text, clientMessageId),
    find: (before, now, answer) => (findReply(before, now, answer, text, clientMessageId) ? 'done' : 'not-done'),
  };
}

/** Hand the conversation back to the AI. */
export function handBackPlan({ tenant, id, expected, note }: Target & { readonly note?: string | undefined }): Plan {
  return {
    name: 'handBack',
    tenant,
    id,
    expected,
    note,
    send: (api) => api.handBack(id, note),
    find: (_before, now, _answer, identity) => {
      if (now.conversation.handler.kind === 'ai') return 'done';
      return identity.whose(now.conversation.handler) === 'mine' ? 'not-done' : 'cannot-tell';
    },
  };
}

/** Transfer to an internal contact. What it looks like afterwards differs between instances. */
export function transferPlan(
  input: Target & { readonly internalContactId: string; readonly note?: string | undefined },
): Plan {
  const { tenant, id, expected, internalContactId, note } = input;
  return {
    name: 'transfer',
    tenant,
    id,
    expected,
    note,
    internalContactId,
    send: (api) => api.transfer(id, internalContactId, note),
    find: (before, now, _answer, identity) => {
      const { conversation } = now;
      const moved = conversation.status !== before?.conversation.status;
      if (before !== undefined && (moved || conversation.ended)) return 'done';
      const whose = identity.whose(conversation.handler);
      return whose === 'other' || whose === 'nobody' ? 'done' : 'cannot-tell';
    },
  };
}

/** Complete the conversation. It cannot be undone. */
export function completePlan({ tenant, id, expected }: Target): Plan {
  return {
    name: 'complete',
    tenant,
    id,
    expected,
    send: (api) => api.complete(id),
    find: (_before, now) => (now.conversation.ended ? 'done' : 'not-done'),
  };
}

function isConversation(answer: Answer): answer is Conversation {
  return answer !== undefined && 'handler' in answer;
}

function findReply(
  before: FetchedTranscript | undefined,
  now: FetchedTranscript,
  answer: Answer,
  text: string,
  clientMessageId: string,
): boolean {
  const answered = answer !== undefined && !isConversation(answer) ? answer.id : undefined;
  const known = before === undefined ? undefined : new Set(before.messages.map((message) => message.id));
  return now.messages.some((message: Message) => {
    if (message.clientMessageId !== undefined) return message.clientMessageId === clientMessageId;
    if (message.id === answered) return true;
    // An instance that echoes no id: a CSR's message with this very text that was not there before it was sent.
    return known !== undefined && !known.has(message.id) && message.role === 'csr' && message.text === text;
  });
}
