import { useQueryClient } from '@tanstack/react-query';
import { Archive, ClipboardCheck, Columns3, Download, HardDrive, HardDriveDownload, RefreshCw } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveHit } from '../../../../shared/models/archive.ts';
import type { Tag } from '../../../../shared/models/conversation.ts';
import { parseQuery } from '../../../../shared/query/parse-query.ts';
import { printQuery } from '../../../../shared/query/print-query.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { MenuButton } from '../../components/menu.tsx';
import { EmptyState, Loading, Skeleton } from '../../components/states.tsx';
import { Time } from '../../components/time.tsx';
import { useLateTexts } from '../../i18n/late-texts.ts';
import { VirtualTable } from '../../table/virtual-table.tsx';
import { DeskDialog } from './desk/desk-dialog.tsx';
import { ExportDialog } from './exports/export-dialog.tsx';
import { ExportsBar } from './exports/exports-bar.tsx';
import { archiveSort, COLUMN_IDS, tableSort, useColumns } from './list/columns.tsx';
import { useChosenColumns } from './list/use-chosen-columns.ts';
import { useResults } from './list/use-results.ts';
import type { ConversationParts } from './parts.ts';
import { TagDialog } from './reader/tag-editor.tsx';
import { TranscriptReader } from './reader/transcript-reader.tsx';
import { useReview } from './reader/use-review.ts';
import { knownIn } from './search/known-values.ts';
import { Problems } from './search/problems.tsx';
import { QueryBox } from './search/query-box.tsx';
import { noteSearch } from './search/recent-searches.ts';
import { SearchMenu } from './search/search-menu.tsx';
import { texts } from './texts.ts';

interface ConversationsViewProps {
  readonly tenant: string;
  /** The tenant's zone: days of a search are on its clock. */
  readonly timeZone: string;
  readonly rowHeight: number;
  readonly parts: ConversationParts;
  /** The search in the address. */
  readonly text: string;
  readonly onSearch: (text: string) => void;
  readonly id: string | undefined;
  readonly message: string | undefined;
  readonly asked: number | undefined;
  /** Whoever manages this computer decided that names and numbers are masked. */
  readonly maskIsDecided: boolean;
  /** Draws a sample of the search for quality review. */
  readonly onSample: () => void;
  readonly onReview: (id: string) => void;
  readonly onOpen: (id: string | undefined, message?: string) => void;
}

type OpenDialog = 'tags' | 'export' | 'desk';

/** The archive: a search, its conversations, and one of them to be read. */
export function ConversationsView(props: ConversationsViewProps): ReactNode {
  const { tenant, timeZone, parts, text, onSearch, id, onOpen } = props;
  useLateTexts('conversations', texts);
  const { t } = useTranslation('conversations');
  const client = useQueryClient();
  const [typed, setTyped] = useState(text);
  // Going back and links bring another search under the same view.
  useEffect(() => setTyped(text), [text]);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [shown, toggle] = useChosenColumns();
  const field = useRef<HTMLInputElement>(null);
  // Read again only when another search is asked for: days like "today" are those of that moment.
  const { query, problems } = useMemo(() => parseQuery(text, { timeZone, now: Date.now() }), [text, timeZone]);
  const results = useResults(tenant, query);
  const { store } = results;
  const review = useReview(tenant, store.replace);
  const columns = useColumns(parts, shown, query.text !== '' || query.pattern !== undefined, timeZone);
  const ids = useSyncExternalStore(store.subscribe, () => store.view().ids);
  const known = useMemo(() => knownIn(ids, store.get), [ids, store]);

  const search = (next: string) => {
    noteSearch(client, tenant, next);
    setTyped(next);
    setSelected(new Set());
    onSearch(next);
  };
  const select = (one: string, how: 'one' | 'range') =>
    setSelected((before) => {
      const next = new Set(before);
      if (how === 'one') {
        if (!next.delete(one)) next.add(one);
        return next;
      }
      const last = ids.findLastIndex((each) => before.has(each));
      const [from, to] = [Math.min(last < 0 ? 0 : last, ids.indexOf(one)), Math.max(last, ids.indexOf(one))];
      for (const each of ids.slice(from, to + 1)) next.add(each);
      return next;
    });
  const beside = (step: 1 | -1) => {
    const next = id === undefined ? ids[0] : store.beside(id, step);
    if (next !== undefined) onOpen(next);
    if (next === undefined && step === 1) results.more();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '/') field.current?.focus();
    else if (event.key === 'Escape' && id !== undefined) onOpen(undefined);
    else if (id !== undefined && event.key === 'j') beside(1);
    else if (id !== undefined && event.key === 'k') beside(-1);
    else return;
    event.preventDefault();
  };
  const chosen = ids.filter((one) => selected.has(one));
  const targets = chosen.flatMap((one) => store.get(one)?.conversation ?? []);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the whole view
    <div className="flex h-full min-w-0" onKeyDown={onKeyDown}>
      <div className="flex min-w-0 flex-1 flex-col">
        <header className="flex flex-col gap-2 px-4 pt-4 pb-2">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <h1 className="text-xl font-semibold">{t('title')}</h1>
            <span className="text-fg-2" role="status">
              {results.total === undefined
                ? ''
                : t(results.totalIsExact ? 'total' : 'atLeast', { count: results.total })}
            </span>
            {results.readAt === undefined ? null : (
              <span className="text-sm text-fg-3">
                {t('read')} <Time at={results.readAt} />
              </span>
            )}
            {results.newer === 0 ? null : (
              <Button onClick={results.again}>{t('newer', { count: results.newer })}</Button>
            )}
            <span className="ms-auto flex flex-wrap items-center justify-end gap-2">
              <IconButton label={t('again')} busy={results.loading} onClick={results.again}>
                <RefreshCw className="icon" aria-hidden />
              </IconButton>
              <MenuButton
                label={t('chooseColumns')}
                align="end"
                entries={COLUMN_IDS.map((column) => ({
                  id: column,
                  label: `${shown.includes(column) ? '✓ ' : ''}${t(`columns.${column}`)}`,
                  onAction: () => toggle(column),
                }))}
              >
                <Columns3 className="icon" aria-hidden />
                {t('chooseColumns')}
              </MenuButton>
              <Button onClick={props.onSample}>
                <ClipboardCheck className="icon" aria-hidden />
                {t('quality')}
              </Button>
              <Button onClick={() => setDialog('desk')}>
                <HardDriveDownload className="icon" aria-hidden />
                {t('desk.open')}
              </Button>
              <Button
                onClick={() => setDialog('export')}
                disabledReason={ids.length === 0 ? t('nothingToExport') : undefined}
              >
                <Download className="icon" aria-hidden />
                {t('exportVerb')}
              </Button>
            </span>
          </div>
          <div className="flex items-center gap-2">
            <QueryBox
              value={typed}
              onChange={setTyped}
              onSearch={search}
              problems={problems}
              known={known}
              field={field}
            />
            <Button look="primary" onClick={() => search(typed)}>
              {t('searchVerb')}
            </Button>
            <SearchMenu tenant={tenant} text={text} onSearch={search} />
          </div>
          <Problems text={text} problems={problems} field={field} />
          {selected.size === 0 ? null : (
            <div className="flex items-center gap-2 rounded-md bg-selected px-3 py-1">
              <span>{t('selected', { count: chosen.length })}</span>
              <Button onClick={() => setDialog('tags')}>{t('tags')}</Button>
              <Button look="quiet" onClick={() => setSelected(new Set())}>
                {t('selectNone')}
              </Button>
            </div>
          )}
          {review.failure === undefined ? null : (
            <ErrorPanel failure={review.failure} actions={<Button onClick={review.dismiss}>{t('dismiss')}</Button>} />
          )}
          {results.byPattern ? (
            <div role="status" className="flex items-center gap-3 rounded-md border border-line-strong px-3 py-1.5">
              <HardDrive className="icon text-fg-2" aria-hidden />
              <span className="min-w-0 flex-1">{t('patternResults')}</span>
            </div>
          ) : null}
          {results.offline === undefined ? null : (
            <div role="status" className="flex items-center gap-3 rounded-md border border-warn px-3 py-1.5">
              <HardDrive className="icon text-warn" aria-hidden />
              <span className="min-w-0 flex-1">{t('offlineResults')}</span>
              <Button onClick={results.again}>{t('again')}</Button>
            </div>
          )}
          {results.failure === undefined ? null : (
            <ErrorPanel
              failure={results.failure}
              actions={
                <>
                  {results.goOn === undefined ? null : (
                    <Button look="primary" onClick={results.goOn}>
                      {t('goOn')}
                    </Button>
                  )}
                  <Button onClick={results.again}>{t('again')}</Button>
                </>
              }
            />
          )}
        </header>
        <div className="flex min-h-0 flex-1 flex-col">
          <VirtualTable<ArchiveHit>
            label={t('title')}
            columns={columns}
            source={store}
            order={store}
            rowHeight={props.rowHeight}
            sort={tableSort(query.sort)}
            onSort={(sort) => {
              const { sort: _, ...rest } = query;
              const next = archiveSort(sort);
              search(printQuery(next === undefined ? rest : { ...rest, sort: next }, timeZone));
            }}
            look={({ conversation }) => ({
              label: `${conversation.id} ${parts.contact(conversation.contact.display)}`,
              ...(conversation.risk !== undefined && { tone: `risk-${conversation.risk.level}` }),
            })}
            selected={selected}
            onSelect={select}
            openId={id}
            onOpen={(one) => onOpen(one)}
            onNearEnd={results.more}
            empty={
              results.failure === undefined ? (
                <Nothing read={results.read} filtered={text !== ''} onClear={() => search('')} />
              ) : null
            }
          />
        </div>
        <ExportsBar />
      </div>
      {id === undefined ? null : (
        <div className="flex w-[min(46%,640px)] min-w-96 flex-none">
          <TranscriptReader
            tenant={tenant}
            id={id}
            message={props.message}
            asked={props.asked}
            onReview={props.onReview}
            parts={parts}
            timeZone={timeZone}
            onChanged={store.replace}
            onBeside={beside}
            onOpen={(one) => onOpen(one)}
            onClose={() => onOpen(undefined)}
          />
        </div>
      )}
      {dialog === 'export' ? (
        <ExportDialog
          tenant={tenant}
          query={query}
          // What was found on this machine alone the instance cannot be asked for again.
          ids={chosen.length > 0 ? chosen : results.byPattern ? ids : undefined}
          count={results.total}
          maskIsDecided={props.maskIsDecided}
          parts={parts}
          timeZone={timeZone}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'desk' ? (
        <DeskDialog
          tenant={tenant}
          timeZone={timeZone}
          mask={parts}
          onOpen={(one, message) => {
            setDialog(undefined);
            onOpen(one, message);
          }}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
      {dialog === 'tags' ? (
        <TagDialog
          tags={everyTag(targets.flatMap(({ tags }) => tags))}
          count={targets.length}
          onChange={(change) => review.editTags(targets, change)}
          onClose={() => setDialog(undefined)}
        />
      ) : null}
    </div>
  );
}

function Nothing(props: {
  readonly read: boolean;
  readonly filtered: boolean;
  readonly onClear: () => void;
}): ReactNode {
  const { t } = useTranslation('conversations');
  if (!props.read)
    return (
      <Loading>
        <div className="flex flex-col gap-2 p-4">
          {['a', 'b', 'c', 'd', 'e', 'f'].map((row) => (
            <Skeleton key={row} className="h-6 w-full" />
          ))}
        </div>
      </Loading>
    );
  return (
    <EmptyState
      icon={<Archive aria-hidden />}
      title={t(props.filtered ? 'nothingFound' : 'nothingThere')}
      action={props.filtered ? <Button onClick={props.onClear}>{t('clear')}</Button> : undefined}
    >
      {t(props.filtered ? 'nothingFoundHelp' : 'nothingThereHelp')}
    </EmptyState>
  );
}

function everyTag(tags: readonly Tag[]): readonly Tag[] {
  return [...new Map(tags.map((tag) => [`${tag.name}:${tag.value ?? ''}`, tag])).values()];
}
