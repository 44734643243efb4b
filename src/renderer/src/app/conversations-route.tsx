import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/models/conversation.ts';
import { EmptyState } from '../components/states.tsx';
import { ConversationsView } from '../features/conversations/conversations-view.tsx';
import type { ConversationParts } from '../features/conversations/parts.ts';
import { Facts } from '../features/live/detail/facts.tsx';
import { timelineOf } from '../features/live/detail/timeline.ts';
import { TimelineRow } from '../features/live/detail/timeline-row.tsx';
import { PlatformIcon } from '../features/live/list/platform-label.tsx';
import { RiskGlyph, riskTone } from '../features/live/list/risk-mark.tsx';
import { useLiveWords } from '../features/live/model/use-live-words.ts';
import { archiveSearch, ConversationPlaceProvider } from './conversation-place.tsx';
import { useActiveTenant, usePreferences } from './session-context.tsx';
import { useMask } from './use-mask.ts';

const ROW_HEIGHTS = { compact: 26, normal: 32, comfortable: 40 } as const;

const renderItem: ConversationParts['renderItem'] = (item, timeZone) => <TimelineRow item={item} timeZone={timeZone} />;
const renderFacts = (conversation: Conversation) => <Facts row={{ ...conversation, seenAt: 0 }} />;

/** Joins the address to the archive: which search, which conversation is read. */
export function ConversationsRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const tenant = useActiveTenant();
  const { preferences } = usePreferences();
  const navigate = useNavigate();
  const { archived: id } = useParams({ strict: false });
  const search = archiveSearch(useSearch({ strict: false }));
  const words = useLiveWords();
  const { contact, text } = useMask();
  const parts = useMemo(
    (): ConversationParts => ({
      words,
      contact,
      text,
      PlatformIcon,
      RiskGlyph,
      riskTone,
      timelineOf,
      renderItem,
      renderFacts,
    }),
    [words, contact, text],
  );
  if (tenant === undefined || tenant.problem !== undefined) return <EmptyState title={t('chooseTenant')} />;
  const { q = '', message } = search;
  const withText = (text: string) => (text === '' ? {} : { q: text });
  return (
    <ConversationPlaceProvider tenant={tenant.slug} id={id} search={search}>
      <ConversationsView
        key={tenant.slug}
        tenant={tenant.slug}
        timeZone={tenant.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
        rowHeight={ROW_HEIGHTS[preferences.density]}
        parts={parts}
        text={q}
        onSearch={(text) => void navigate({ to: '/conversations', search: withText(text) })}
        id={id}
        message={message}
        onOpen={(one, asked) =>
          void (one === undefined
            ? navigate({ to: '/conversations', search: withText(q) })
            : navigate({
                to: '/conversations/$archived',
                params: { archived: one },
                search: { ...withText(q), ...(asked === undefined ? {} : { message: asked, asked: Date.now() }) },
              }))
        }
      />
    </ConversationPlaceProvider>
  );
}
