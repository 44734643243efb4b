import { Flag, HardDrive } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchiveHit, ArchiveSort } from '../../../../../shared/models/archive.ts';
import type { Conversation, Tag } from '../../../../../shared/models/conversation.ts';
import { exactTime, minuteOfDay, zoneNameOf } from '../../../components/time.tsx';
import { formatDuration } from '../../../lib/format.ts';
import type { TableColumn, TableSort } from '../../../table/column.ts';
import { pagedCell } from '../../../table/paged-cell.tsx';
import type { ConversationParts } from '../parts.ts';
import type { ResultRow } from './result-store.ts';
import { fromMark, MarkedText } from './snippet-text.tsx';

/** Columns that sort at the instance, and by what. */
const SORTS: Readonly<Record<string, ArchiveSort['field']>> = {
  date: 'startedAt',
  last: 'lastMessageAt',
  duration: 'duration',
  risk: 'risk',
};

/** The instance's order for a pressed title; undefined is its own, newest first. */
export function archiveSort(sort: TableSort | undefined): ArchiveSort | undefined {
  const field = sort === undefined ? undefined : SORTS[sort.id];
  return field === undefined || sort === undefined ? undefined : { field, descending: sort.desc };
}

/** The title that is pressed for an order. */
export function tableSort(sort: ArchiveSort | undefined): TableSort | undefined {
  const id = Object.keys(SORTS).find((column) => SORTS[column] === sort?.field);
  return id === undefined || sort === undefined ? undefined : { id, desc: sort.descending };
}

const pairs = (list: readonly Tag[]): string =>
  list.map(({ name, value }) => (value === undefined || value === '' ? name : `${name}: ${value}`)).join(' · ');

export const COLUMN_IDS = [
  'risk',
  'id',
  'platform',
  'contact',
  'status',
  'flow',
  'duration',
  'last',
  'date',
  'flagged',
  'functions',
  'parameters',
  'tags',
] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];
/** Shown before the operator chose. */
export const FIRST_COLUMNS: readonly ColumnId[] = COLUMN_IDS.filter((id) => id !== 'parameters' && id !== 'last');

/** How long it took, ms; undefined while it goes on. */
export function durationOf({ startedAt, endedAt }: Conversation): number | undefined {
  return startedAt === undefined || endedAt === undefined ? undefined : endedAt - startedAt;
}

/** The table's columns; a search also shows where it was said. */
export function useColumns(
  parts: ConversationParts,
  chosen: readonly ColumnId[],
  searching: boolean,
  timeZone: string | undefined,
): readonly TableColumn<ResultRow>[] {
  const { t, i18n } = useTranslation('conversations');
  return useMemo(() => {
    const { words, PlatformIcon, RiskGlyph, riskTone } = parts;
    const time = (at: number | undefined) => (at === undefined ? '–' : exactTime(at, i18n.language, timeZone));
    const day = new Intl.DateTimeFormat('en-CA', {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      ...(timeZone === undefined ? {} : { timeZone }),
    });
    // The title names the zone, so that each row need not; the whole of it is on hover.
    const short = (at: number | undefined) =>
      at === undefined ? (
        '–'
      ) : (
        <span title={time(at)}>
          {day.format(at)} {minuteOfDay(at, i18n.language, timeZone)}
        </span>
      );
    const zone = zoneNameOf(Date.now(), i18n.language, timeZone);
    const text = (value: string) => (
      <span className="block truncate" title={value}>
        {value}
      </span>
    );
    const all: Readonly<Record<ColumnId, Omit<TableColumn<ArchiveHit>, 'id' | 'title'>>> = {
      risk: {
        width: 104,
        rank: 2,
        sortFirst: 'desc',
        cell: ({ conversation: { risk } }) => (
          <span className={`flex items-center gap-1.5 font-semibold ${riskTone(risk?.level)}`}>
            {risk === undefined ? null : <RiskGlyph level={risk.level} />}
            <span className="truncate">{risk === undefined ? '–' : words.riskLevel(risk.level)}</span>
          </span>
        ),
      },
      id: {
        width: 96,
        rank: 3,
        cell: ({ conversation }) => <span className="font-mono text-sm">{conversation.id}</span>,
      },
      platform: {
        width: 92,
        rank: 4,
        cell: ({ conversation: { platform } }) => (
          <span className="flex items-center gap-1.5">
            <PlatformIcon platform={platform} />
            <span className="truncate">{words.platform(platform)}</span>
          </span>
        ),
      },
      contact: {
        width: 150,
        grow: 1,
        rank: 0,
        cell: ({ conversation: { contact }, kept }) => (
          <span className="flex items-center gap-1.5">
            <span className="truncate" title={parts.contact(contact.display)}>
              {parts.contact(contact.display)}
            </span>
            {kept === undefined ? null : (
              <HardDrive className="icon flex-none text-fg-3" aria-label={t('keptHere', { time: time(kept.at) })} />
            )}
          </span>
        ),
      },
      status: { width: 130, grow: 0.5, rank: 1, cell: ({ conversation }) => text(words.status(conversation.status)) },
      flow: { width: 130, grow: 1, rank: 5, cell: ({ conversation }) => text(conversation.flow?.name ?? '–') },
      duration: {
        width: 76,
        rank: 2,
        align: 'end',
        sortFirst: 'desc',
        cell: ({ conversation }) => {
          const duration = durationOf(conversation);
          return duration === undefined ? '–' : formatDuration(duration);
        },
      },
      last: {
        width: 156,
        rank: 8,
        align: 'end',
        sortFirst: 'desc',
        cell: ({ conversation }) => short(conversation.lastMessageAt),
      },
      date: {
        width: 156,
        rank: 0,
        align: 'end',
        sortFirst: 'desc',
        cell: ({ conversation }) => short(conversation.startedAt),
      },
      flagged: {
        width: 50,
        rank: 6,
        cell: ({ conversation }) =>
          conversation.flagged ? <Flag className="icon text-warn" aria-label={t('flagged')} /> : null,
      },
      functions: {
        width: 120,
        grow: 0.5,
        rank: 7,
        cell: ({ conversation }) => text(conversation.functionsCalled.join(' · ')),
      },
      parameters: {
        width: 140,
        grow: 0.5,
        rank: 9,
        cell: ({ conversation }) => text(conversation.parameters.map(({ name }) => name).join(' · ')),
      },
      tags: { width: 140, grow: 1, rank: 6, cell: ({ conversation }) => text(pairs(conversation.tags)) },
    };
    const columns: readonly TableColumn<ArchiveHit>[] = chosen.map((id) => ({
      id,
      title: t(`columns.${id}`) + (id === 'date' || id === 'last' ? ` (${zone})` : ''),
      ...all[id],
    }));
    if (!searching) return columns.map(ofPlaces(t('rowGone')));
    const found: TableColumn<ArchiveHit> = {
      id: 'found',
      title: t('columns.found'),
      width: 240,
      grow: 3,
      rank: 0,
      cell: ({ snippets }) => (
        <span className="block truncate text-fg-2" title={parts.text(snippets.map((one) => one.text).join('\n'))}>
          {snippets[0] === undefined ? (
            ''
          ) : (
            <MarkedText {...fromMark(parts.text(snippets[0].text), snippets[0].marks)} />
          )}
        </span>
      ),
    };
    return [...columns.filter(({ id }) => !['functions', 'tags', 'parameters'].includes(id)), found].map(
      ofPlaces(t('rowGone')),
    );
  }, [parts, chosen, searching, timeZone, t, i18n.language]);
}

/** A column of hits as one of places whose hits come as they are looked at. @param gone said in place of a contact */
function ofPlaces(gone: string): (column: TableColumn<ArchiveHit>) => TableColumn<ResultRow> {
  return ({ cell, ...column }) => {
    const draw = pagedCell(cell);
    if (column.id !== 'contact') return { ...column, cell: draw };
    return {
      ...column,
      cell: (entry, open) =>
        entry.gone ? (
          <span className="block truncate text-fg-3" title={gone}>
            {gone}
          </span>
        ) : (
          draw(entry, open)
        ),
    };
  };
}
