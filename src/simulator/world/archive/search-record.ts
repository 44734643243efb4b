import { foldText } from '../fold-text.ts';
import type { ConversationRecord } from '../live-conversation.ts';
import type { Query } from './query.ts';

/** Whether all terms occur: in what was said, and, when no speaker was asked for, in contact, tags and parameters. */
export function mentions({ shown, messages }: ConversationRecord, { terms, speaker }: Query): boolean {
  if (terms.length === 0) return true;
  const texts: string[] = [];
  if (speaker === undefined) {
    texts.push(shown.transcriptId, shown.contact.display, shown.contact.name ?? '');
    for (const { name, value } of [...shown.tags, ...shown.parameters]) texts.push(name, value);
  }
  for (const { role, text } of messages) if (speaker === undefined || speaker === role) texts.push(text);
  const folded = foldText(texts.join('\n'));
  return terms.every((term) => folded.includes(term));
}
