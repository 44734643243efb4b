import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { JournalVerdict } from '../../../../shared/models/journal.ts';
import { useActions } from '../../actions/offered.ts';
import { useActiveTenant } from '../../app/session-context.tsx';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';
import { Button } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { Select, TextField } from '../../components/fields.tsx';
import { Page } from '../../components/page.tsx';
import { EmptyState, Loading, Skeleton } from '../../components/states.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { EntryTable } from './entry-table.tsx';
import { ACTIONS, OUTCOMES } from './entry-words.ts';
import { periodOf } from './period.ts';
import { texts } from './texts.ts';
import { Verdict } from './verdict.tsx';

const PAGE = 100;
type OrAny<T> = T | 'any';

/** What this operator did with the console: to look through, to verify and to export. */
export function JournalPage(): ReactNode {
  useLateTexts('journal', texts);
  const { t } = useTranslation('journal');
  const tenant = useActiveTenant()?.slug;
  const [text, setText] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [outcome, setOutcome] = useState<OrAny<(typeof OUTCOMES)[number]>>('any');
  const [action, setAction] = useState<OrAny<(typeof ACTIONS)[number]>>('any');
  const [verdict, setVerdict] = useState<JournalVerdict>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const filter = {
    ...periodOf(from, to),
    ...(tenant === undefined ? {} : { tenant }),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(outcome === 'any' ? {} : { outcome }),
    ...(action === 'any' ? {} : { action }),
  };
  const filtered = Object.keys(filter).some((key) => key !== 'tenant');
  const pages = useInfiniteQuery({
    queryKey: ['journal', filter],
    queryFn: ({ pageParam }) =>
      call((api) =>
        api.journal.list({ ...filter, limit: PAGE, ...(pageParam === undefined ? {} : { before: pageParam }) }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // Actions are added all the time: what was read before is not shown as if it were all.
    staleTime: 0,
    gcTime: 0,
  });
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    await work().catch((thrown: unknown) => setFailure(failureOf(thrown)));
    setBusy(false);
  };
  const verify = () => attempt(async () => setVerdict(await call((api) => api.journal.verify())));
  const save = (format: 'csv' | 'jsonl') =>
    attempt(async () => {
      const made = await call((api) => api.journal.export({ ...filter, format }));
      const saved = await call((api) => api.app.saveText({ suggestedName: made.suggestedName, text: made.text }));
      if (saved) announce(t('exported', { count: made.entries }));
    });
  useActions(() => [
    { id: 'journal.verify', group: 'page', run: () => void verify() },
    { id: 'journal.exportCsv', group: 'page', run: () => void save('csv') },
    { id: 'journal.exportLines', group: 'page', run: () => void save('jsonl') },
  ]);
  return (
    <Page
      title={t('title')}
      summary={pages.data === undefined ? undefined : t('total', { count: pages.data.pages[0]?.total ?? 0 })}
      width="full"
      actions={
        <>
          <Button busy={busy} onClick={() => void verify()}>
            {t('verify')}
          </Button>
          <Button busy={busy} onClick={() => void save('csv')}>
            {t('exportCsv')}
          </Button>
          <Button busy={busy} onClick={() => void save('jsonl')}>
            {t('exportLines')}
          </Button>
        </>
      }
    >
      <p className="text-fg-2">{t('intro')}</p>
      <search className="grid max-w-4xl grid-cols-5 items-start gap-3">
        <TextField label={t('find')} help={t('findHelp')} value={text} onChange={setText} maxLength={300} />
        <TextField label={t('from')} type="date" value={from} max={to} onChange={setFrom} />
        <TextField label={t('to')} type="date" value={to} min={from} onChange={setTo} />
        <Select
          label={t('outcome')}
          value={outcome}
          onChange={setOutcome}
          options={[anyOf(t('any')), ...OUTCOMES.map((value) => ({ value, label: t(`outcomes.${value}`) }))]}
        />
        <Select
          label={t('action')}
          value={action}
          onChange={setAction}
          options={[anyOf(t('any')), ...ACTIONS.map((value) => ({ value, label: t(`actions.${value}`) }))]}
        />
      </search>
      {verdict === undefined ? null : <Verdict verdict={verdict} />}
      {failure === undefined ? null : <ErrorPanel failure={failure} />}
      {pages.error === null ? null : <ErrorPanel failure={failureOf(pages.error)} />}
      {pages.isPending ? (
        <Loading>
          <Skeleton className="h-40 w-full" />
        </Loading>
      ) : null}
      {pages.data !== undefined && entries.length === 0 ? (
        <EmptyState title={t(filtered ? 'none' : 'nothingYet')} />
      ) : null}
      {entries.length === 0 ? null : <EntryTable entries={entries} />}
      {pages.hasNextPage ? (
        <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('more')}
        </Button>
      ) : null}
    </Page>
  );
}

function anyOf(label: string): { readonly value: 'any'; readonly label: string } {
  return { value: 'any', label };
}
