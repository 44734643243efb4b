/** A word as texts.ts keys it: `In Progress`, `in_progress` and `IN-PROGRESS` are one. */
export function wordKey(word: string): string {
  return word
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** The words of an instance that the console knows; any other is shown verbatim. */
export const KNOWN_WORDS = {
  status: [
    'in-progress',
    'queued',
    'human-handoff',
    'completed',
    'abandoned',
    'failed',
    'reported',
    'restarted',
    'unsubscribed',
    'no-answer',
    'busy',
    'answering-machine-message-left',
    'answering-machine-no-message',
    'transferred',
  ],
  platform: ['voice', 'sms', 'webchat', 'email', 'slack'],
  direction: ['inbound', 'outbound'],
  risk: ['low', 'guarded', 'elevated', 'high', 'critical'],
  sentiment: [
    'anger',
    'anxiety',
    'frustration',
    'confusion',
    'gratitude',
    'curiosity',
    'relief',
    'joy',
    'sadness',
    'fear',
    'satisfaction',
    'neutral',
    'surprise',
    'disappointment',
    'urgency',
    'impatience',
  ],
} as const;

export type WordKind = keyof typeof KNOWN_WORDS;
export type KnownWord<K extends WordKind> = (typeof KNOWN_WORDS)[K][number];

/** The known word that `word` spells, or undefined. */
export function knownWord<K extends WordKind>(kind: K, word: string): KnownWord<K> | undefined {
  const key = wordKey(word);
  const known: readonly KnownWord<K>[] = KNOWN_WORDS[kind];
  return known.find((candidate) => candidate === key);
}
