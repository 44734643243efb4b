import type { Tag } from '../../../shared/models/conversation.ts';
import type { KeptTranscript } from '../../../shared/models/desk.ts';
import { aConversation, ENDED } from '../../../shared/testing/a-conversation.ts';

/** A transcript for tests: the customer and the AI say the texts in turn, a second apart. */
export function keptTranscript(
  id: string,
  startedAt: number,
  texts: readonly string[],
  more: {
    readonly tenant?: string;
    readonly tags?: readonly Tag[];
    readonly pinned?: boolean;
    readonly keptAt?: number;
  } = {},
): KeptTranscript {
  return {
    tenant: more.tenant ?? 'north',
    conversation: aConversation({
      ...ENDED,
      id,
      contact: { display: 'Kim' },
      startedAt,
      tags: more.tags ?? [],
    }),
    messages: texts.map((text, index) => ({
      id: `${id}-m${index}`,
      index,
      role: index % 2 === 0 ? 'customer' : 'ai',
      text,
      at: startedAt + index * 1000,
    })),
    functionCalls: [],
    transitions: [],
    keptAt: more.keptAt ?? startedAt,
    pinned: more.pinned ?? false,
  };
}
