import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { InboxPage } from '../features/inbox/inbox-page.tsx';
import { useMissing } from '../features/live/actions/use-actions.ts';
import { PlatformIcon } from '../features/live/list/platform-label.tsx';
import { useLiveWords } from '../features/live/model/use-live-words.ts';
import { formatDuration } from '../lib/format.ts';
import { useActiveTenant } from './session-context.tsx';
import { useMask } from './use-mask.ts';

/** Joins the address to the inbox of the active tenant. */
export function InboxRoute(): ReactNode {
  const { t } = useTranslation('shell');
  const tenant = useActiveTenant();
  const navigate = useNavigate();
  const words = useLiveWords();
  const { contact } = useMask();
  const isMissing = useMissing();
  const parts = useMemo(
    () => ({ platform: words.platform, PlatformIcon, contact, duration: formatDuration, isMissing }),
    [words, contact, isMissing],
  );
  if (tenant === undefined || tenant.problem !== undefined) return <EmptyState title={t('chooseTenant')} />;
  return (
    <InboxPage
      key={tenant.slug}
      tenant={tenant.slug}
      parts={parts}
      onOpen={(id) => void navigate({ to: '/live/$tenant/$id', params: { tenant: tenant.slug, id } })}
      onShowReport={() => void navigate({ to: '/api' })}
    />
  );
}
