import type { Tag } from '../../../shared/models/conversation.ts';
import type { KeptTranscript } from '../../../shared/models/desk.ts';

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
    conversation: {
      id,
      platform: 'webchat',
      direction: 'inbound',
      contact: { display: 'Kim' },
      status: 'completed',
      ended: true,
      handler: { kind: 'none' },
      aiState: 'unknown',
      startedAt,
      sentiments: [],
      sentimentTrend: [],
      functionsCalled: [],
      parameters: [],
      tags: more.tags ?? [],
      flagged: false,
      other: {},
    },
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
