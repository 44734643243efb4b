import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { ConversationsView } from '../features/conversations/conversations-view.tsx';
import { archiveSearch, ConversationPlaceProvider } from './conversation-place.tsx';
import { useActiveTenant, usePreferences } from './session-context.tsx';
import { useConversationParts } from './use-conversation-parts.tsx';

const ROW_HEIGHTS = { compact: 26, normal: 32, comfortable: 40 } as const;

/** Joins the address to the archive: which search, which conversation is read. */
export function ConversationsRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const tenant = useActiveTenant();
  const { preferences, locked } = usePreferences();
  const navigate = useNavigate();
  const { archived: id } = useParams({ strict: false });
  const search = archiveSearch(useSearch({ strict: false }));
  const parts = useConversationParts();
  if (tenant === undefined || tenant.problem !== undefined) return <EmptyState title={t('chooseTenant')} />;
  const { q = '', message, asked } = search;
  const withText = (text: string) => (text === '' ? {} : { q: text });
  return (
    <ConversationPlaceProvider tenant={tenant.slug} id={id} search={search}>
      <ConversationsView
        key={tenant.slug}
        tenant={tenant.slug}
        timeZone={tenant.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
        rowHeight={ROW_HEIGHTS[preferences.density]}
        maskIsDecided={locked.includes('mask') && preferences.mask !== 'none'}
        parts={parts}
        text={q}
        onSearch={(text) => void navigate({ to: '/conversations', search: withText(text) })}
        id={id}
        message={message}
        asked={asked}
        onOpen={(one, message) =>
          void (one === undefined
            ? navigate({ to: '/conversations', search: withText(q) })
            : navigate({
                to: '/conversations/$archived',
                params: { archived: one },
                search: { ...withText(q), ...(message === undefined ? {} : { message, asked: Date.now() }) },
              }))
        }
        onSample={() => void navigate({ to: '/quality', search: { q } })}
        onReview={(one) => void navigate({ to: '/quality', search: { id: one } })}
      />
    </ConversationPlaceProvider>
  );
}
