import { useMemo } from 'react';
import type { Conversation } from '../../../shared/models/conversation.ts';
import type { ConversationParts } from '../features/conversations/parts.ts';
import { Facts } from '../features/live/detail/facts.tsx';
import { timelineOf } from '../features/live/detail/timeline.ts';
import { TimelineRow } from '../features/live/detail/timeline-row.tsx';
import { PlatformIcon } from '../features/live/list/platform-label.tsx';
import { RiskGlyph, riskTone } from '../features/live/list/risk-mark.tsx';
import { useLiveWords } from '../features/live/model/use-live-words.ts';
import { useMask } from './use-mask.ts';

const plainItem: ConversationParts['renderItem'] = (item, timeZone) => <TimelineRow item={item} timeZone={timeZone} />;
const renderFacts = (conversation: Conversation) => <Facts row={{ ...conversation, seenAt: 0 }} />;

/**
 * What the archive takes from Live View.
 * @param renderItem draws one line of a transcript; must keep its identity.
 */
export function useConversationParts(renderItem: ConversationParts['renderItem'] = plainItem): ConversationParts {
  const words = useLiveWords();
  const { contact, text } = useMask();
  return useMemo(
    () => ({ words, contact, text, PlatformIcon, RiskGlyph, riskTone, timelineOf, renderItem, renderFacts }),
    [words, contact, text, renderItem],
  );
}
