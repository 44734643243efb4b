import { memo, type ReactNode, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../shared/models/conversation.ts';
import { useActiveTenant, useHubStatus, usePreferences, useSignedIn } from '../../app/session-context.tsx';
import { useScreenReady } from '../../bridge/screen-ready.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { arrangeColumns } from '../../table/arrange-columns.ts';
import type { TableSort } from '../../table/column.ts';
import { NO_SELECTION, selectRange, toggleRow } from '../../table/select-rows.ts';
import { focusRow } from '../../table/step-row.ts';
import { VirtualTable } from '../../table/virtual-table.tsx';
import { BulkBar } from './actions/bulk-bar.tsx';
import { openAhead } from './detail/transcript-feed.ts';
import { useKeys } from './keys.ts';
import './live.css';
import { AwayList } from './list/away-list.tsx';
import { ListHead } from './list/list-head.tsx';
import { LiveEmpty, LiveFailed, LiveSkeleton } from './list/live-states.tsx';
import { isContactLost, StaleBanner } from './list/stale-banner.tsx';
import { useAnnouncements } from './list/use-announcements.ts';
import { useFilterActions } from './list/use-filter-actions.ts';
import { useListActions } from './list/use-list-actions.ts';
import { useListOutput } from './list/use-list-output.ts';
import { useLiveColumns } from './list/use-live-columns.tsx';
import { useIdLength, useLiveData } from './list/use-live-data.ts';
import { togglePin, withWidth } from './model/change-look.ts';
import { createDataAges } from './model/data-ages.ts';
import { type Filters, isFiltered, matcher, NO_FILTERS } from './model/filters.ts';
import { followedBy } from './model/followed.ts';
import { keptView } from './model/kept-view.ts';
import type { LiveData } from './model/live-data.ts';
import { createServerClock } from './model/server-clock.ts';
import { compareFor } from './model/triage.ts';
import { useLiveWords } from './model/use-live-words.ts';
import { useLook } from './model/use-look.ts';
import { OpenConversation } from './open-conversation.tsx';

const ROW_HEIGHT = { compact: 26, normal: 32, comfortable: 40 } as const;

export interface LiveViewProps {
  readonly tenant: string;
  /** The conversation that is open beside the list. */
  readonly id: string | undefined;
  readonly onOpen: (id: string | undefined) => void;
  readonly onShowReport: () => void;
}

/** Every conversation in progress, worst first, and the one that is open. Make it anew for another tenant (key). */
export const LiveView = memo(function LiveView(props: LiveViewProps): ReactNode {
  const data = useLiveData(props.tenant);
  return data === undefined ? null : <LiveList {...props} data={data} />;
});

function LiveList({ tenant, id, onOpen, onShowReport, data }: LiveViewProps & { readonly data: LiveData }): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const me = useSignedIn().user.id;
  const timeZone = useActiveTenant()?.timeZone;
  const { density, digestSeconds } = usePreferences().preferences;
  const hub = useHubStatus().value;
  const feed = useSyncExternalStore(data.subscribeFeed, data.feed);
  const kept = keptView(tenant, me);
  const [look, setLook] = useLook(tenant, me);
  const { filters, sort, pinned } = look;
  const { rule, columns: arrangement } = look.views;
  const [selection, setSelection] = useState(NO_SELECTION);
  const [byKey, setByKey] = useState(false);
  const [clock] = useState(createServerClock);
  const [ages] = useState(createDataAges);
  const finder = useRef<HTMLInputElement>(null);
  const allColumns = useLiveColumns(me, clock, data.newcomers, ages, useIdLength(data, feed.phase === 'open'));
  const columns = useMemo(() => arrangeColumns(allColumns, arrangement), [allColumns, arrangement]);
  const output = useListOutput({ data, clock, ages, me, columns, selected: selection.ids, tenant });
  const lost = isContactLost(hub);
  const skew = hub?.clockSkew ?? 0;
  useEffect(() => clock.setSkew(skew), [clock, skew]);
  useEffect(() => ages.setHub(hub), [ages, hub]);
  useEffect(() => {
    const now = () => clock.from(Date.now());
    data.sight.follow(followedBy(sort, rule, filters));
    data.order.arrange(compareFor(sort, rule, pinned), matcher(filters, now));
    if (filters.minutes === undefined) return undefined;
    // Rows come to run long enough without an event.
    const timer = setInterval(data.order.reconsider, RECONSIDER_MS);
    return () => clearInterval(timer);
  }, [data, sort, rule, pinned, filters, clock]);
  useEffect(() => data.sight.include(selection.ids), [data, selection.ids]);
  const setFilters = useCallback((next: Filters) => setLook((before) => ({ ...before, filters: next })), [setLook]);
  const setSort = useCallback(
    (next: TableSort | undefined) => setLook((before) => ({ ...before, sort: next })),
    [setLook],
  );
  useAnnouncements(data.rows, feed.phase === 'open', hub, digestSeconds);
  useScreenReady('live', feed.phase === 'open');

  const open = useCallback(
    (row: string, by: 'key' | 'pointer') => {
      setByKey(by === 'key');
      data.newcomers.seen(row);
      // Another click on what is open already opens nothing.
      if (row !== id) openAhead(tenant, row);
      onOpen(row);
    },
    [onOpen, data, tenant, id],
  );
  const close = useCallback(() => {
    kept.returnTo = id;
    onOpen(undefined);
  }, [onOpen, id, kept]);
  const select = useCallback(
    (row: string, how: 'one' | 'range') =>
      setSelection((before) =>
        how === 'one' ? toggleRow(before, row) : selectRange(before, row, data.order.view().ids),
      ),
    [data],
  );
  useKeys({
    Escape: selection.ids.size > 0 ? () => setSelection(NO_SELECTION) : id === undefined ? undefined : close,
  });
  useFilterActions(filters, data.tally, setFilters);
  useListActions({
    data,
    id,
    finder,
    filters,
    sort,
    columns: allColumns,
    onFilters: setFilters,
    onSort: setSort,
    onOpen: (row) => open(row, 'key'),
    onPin: (row) => setLook((before) => togglePin(before, row)),
    onSelectAll: (ids) => setSelection({ ids: new Set(ids), anchor: ids[0] }),
    onCopyRow: output.copyRow,
  });

  const rowLook = useCallback(
    (row: ConversationRow) => ({
      label: [
        words.risk(row.risk),
        row.id,
        words.platform(row.platform),
        words.handler(row, me),
        words.status(row.status),
        ...(pinned.has(row.id) ? [t('pinned')] : []),
        ...(data.newcomers.since(row.id) === undefined ? [] : [t('newRow')]),
      ].join(', '),
      pinned: pinned.has(row.id),
      ...(row.risk === undefined ? {} : { tone: `risk-${row.risk.level}` }),
    }),
    [words, me, pinned, t, data],
  );
  const empty = useMemo(
    () => <Empty data={data} filtered={isFiltered(filters)} onClear={() => setFilters(NO_FILTERS)} />,
    [data, filters, setFilters],
  );
  const loaded = feed.phase === 'open';
  const hasRoom = useRef(false);
  useEffect(() => {
    hasRoom.current = id !== undefined;
  }, [id]);
  useEffect(() => {
    if (id !== undefined || !loaded || kept.returnTo === undefined) return;
    focusRow(kept.returnTo);
    kept.returnTo = undefined;
  }, [id, loaded, kept]);

  return (
    <div className="relative flex h-full min-h-0 min-w-0">
      <div className="live-table flex min-h-0 min-w-0 flex-1 flex-col" data-contact={lost ? 'lost' : 'kept'}>
        <ListHead
          loaded={loaded}
          data={data}
          look={look}
          onLook={setLook}
          onFilters={setFilters}
          columns={allColumns}
          output={output}
          finder={finder}
        />
        {lost && hub !== undefined && loaded ? <StaleBanner hub={hub} timeZone={timeZone} /> : null}
        {loaded && feed.failure !== undefined ? (
          <div className="px-4 pb-2">
            <ErrorPanel failure={feed.failure} />
          </div>
        ) : null}
        {!loaded && feed.failure !== undefined ? (
          <LiveFailed failure={feed.failure} onRetry={data.reopen} onShowReport={onShowReport} />
        ) : null}
        {!loaded && feed.failure === undefined ? <LiveSkeleton /> : null}
        <AwayList tenant={tenant} timeZone={timeZone} onOpen={(row) => open(row, 'key')} />
        {loaded ? (
          <VirtualTable
            label={t('title')}
            columns={columns}
            source={data.rows}
            order={data.order}
            rowHeight={ROW_HEIGHT[density]}
            sort={sort}
            onSort={setSort}
            look={rowLook}
            selected={selection.ids}
            onSelect={select}
            onResize={(column, width) => setLook((before) => withWidth(before, column, width))}
            openId={id}
            onOpen={open}
            empty={empty}
          />
        ) : null}
        <BulkBar
          tenant={tenant}
          me={me}
          selected={selection.ids}
          rowOf={data.rows.get}
          onCopy={output.copy}
          onClear={() => setSelection(NO_SELECTION)}
        />
      </div>
      {id === undefined ? null : (
        <OpenConversation
          key={id}
          id={id}
          tenant={tenant}
          me={me}
          data={data}
          clock={clock}
          timeZone={timeZone}
          takesFocus={byKey}
          hasRoom={hasRoom.current}
          others={data.rows}
          onOpenOther={(row) => open(row, 'key')}
          onClose={close}
          pinned={pinned.has(id)}
          onPin={() => setLook((before) => togglePin(before, id))}
        />
      )}
    </div>
  );
}

function Empty(props: {
  readonly data: LiveData;
  readonly filtered: boolean;
  readonly onClear: () => void;
}): ReactNode {
  const counts = useSyncExternalStore(props.data.tally.subscribe, props.data.tally.get);
  return <LiveEmpty hidden={counts.of('all')} filtered={props.filtered} onClear={props.onClear} />;
}

/** How often rows are asked anew whether they run long enough for the filter. */
const RECONSIDER_MS = 5000;
