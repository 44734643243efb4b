import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Loading, Skeleton } from '../../../components/states.tsx';
import { exactTime } from '../../../components/time.tsx';
import type { ConversationParts } from '../parts.ts';
import { ThreadedBy } from './threaded-by.tsx';

interface HistoryTabProps {
  readonly tenant: string;
  readonly id: string;
  readonly parts: ConversationParts;
  readonly timeZone: string | undefined;
  readonly onOpen: (id: string) => void;
}

/** The contact's other conversations as the instance threads them, and who opened this one. */
export function HistoryTab({ tenant, id, parts, timeZone, onOpen }: HistoryTabProps): ReactNode {
  const { t, i18n } = useTranslation('conversations');
  const pages = useInfiniteQuery({
    queryKey: ['contact-history', tenant, id],
    queryFn: ({ pageParam }) =>
      call((api) => api.archive.history({ tenant, id, ...(pageParam === undefined ? {} : { next: pageParam }) })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    retry: false,
  });
  const views = useQuery({
    queryKey: ['transcript-views', tenant, id],
    queryFn: () => call((api) => api.archive.views({ tenant, id })),
    retry: false,
    staleTime: 0,
  });
  const time = (at: number | undefined) => (at === undefined ? '–' : exactTime(at, i18n.language, timeZone));
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-auto px-4 py-3">
      <section aria-label={t('history')} className="flex flex-col gap-1">
        <h3 className="text-sm font-semibold text-fg-2">{t('history')}</h3>
        {pages.error === null ? null : <ErrorPanel failure={failureOf(pages.error)} />}
        <ThreadedBy tenant={tenant} conversation={items.find(({ conversation: one }) => one.id === id)?.conversation} />
        {pages.isPending ? (
          <Loading>
            <Skeleton className="h-16 w-full" />
          </Loading>
        ) : null}
        <ul>
          {items.map(({ conversation: one }) => (
            <li key={one.id}>
              <button
                type="button"
                aria-current={one.id === id || undefined}
                onClick={() => onOpen(one.id)}
                className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-start hover:bg-hover aria-current:bg-selected"
              >
                <parts.PlatformIcon platform={one.platform} />
                <span className="min-w-0 flex-1 truncate">
                  {parts.words.status(one.status)} · {one.flow?.name ?? ''}
                </span>
                <span className="text-sm text-fg-3">{time(one.startedAt)}</span>
              </button>
            </li>
          ))}
        </ul>
        {pages.hasNextPage ? (
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        ) : null}
      </section>
      <section aria-label={t('views')} className="flex flex-col gap-1">
        <h3 className="text-sm font-semibold text-fg-2">{t('views')}</h3>
        {views.error === null ? null : <ErrorPanel failure={failureOf(views.error)} />}
        <ul className="text-sm">
          {(views.data ?? []).map(({ by, at }) => (
            <li key={`${by}-${at ?? 0}`} className="flex justify-between gap-3">
              <span>{by}</span>
              <span className="text-fg-3">{time(at)}</span>
            </li>
          ))}
          {views.data?.length === 0 ? <li className="text-fg-3">{t('noViews')}</li> : null}
        </ul>
      </section>
    </div>
  );
}
