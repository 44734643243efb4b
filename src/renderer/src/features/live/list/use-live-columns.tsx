import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { useMask } from '../../../app/use-mask.ts';
import type { TableColumn } from '../../../table/column.ts';
import type { DataAges } from '../model/data-ages.ts';
import type { Newcomers } from '../model/newcomers.ts';
import type { ServerClock } from '../model/server-clock.ts';
import { functionCount } from '../model/triage.ts';
import { useLiveWords } from '../model/use-live-words.ts';
import { AgeCell, ContactCell, DurationCell, FlowCell, HandlerCell, RiskCell, SentimentCell } from './live-cells.tsx';
import { PlatformLabel } from './platform-label.tsx';

/** Characters of a masked number: `+1 ••• ••• 0123`. */
const PHONE_LENGTH = 15;
const CELL_PADDING = 16;
/** Width of a character of the monospaced face at the size of a cell, in pixels. */
const MONO = 7.3;

function monoWidth(characters: number): number {
  return Math.ceil(characters * MONO) + CELL_PADDING;
}

/** The columns of Live View. French needs more room for its words, so widths follow the language; `idLength` is that of the longest identifier. */
export function useLiveColumns(
  me: string,
  clock: ServerClock,
  newcomers: Newcomers,
  ages: DataAges,
  idLength: number,
): readonly TableColumn<ConversationRow>[] {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const mask = useMask();
  return useMemo(() => {
    const wide = words.language === 'fr' ? 1.18 : 1;
    const width = (pixels: number) => Math.round(pixels * wide);
    const title = (key: 'risk' | 'id' | 'platform' | 'contact' | 'handler' | 'status') => ({
      title: t(`column.${key}`),
    });
    const newLabel = t('newRow');
    return [
      {
        id: 'risk',
        ...title('risk'),
        // Room for the longest risk and, beside it, that the row is new.
        width: width(128),
        rank: 0,
        sortFirst: 'desc',
        cell: (row, open) => {
          // Who opens it has seen it.
          const since = open ? undefined : newcomers.since(row.id);
          return <RiskCell risk={row.risk} words={words} since={since} newLabel={newLabel} />;
        },
      },
      {
        id: 'id',
        ...title('id'),
        // An identifier is never cut: the column has room for the longest, or it leaves.
        width: monoWidth(idLength),
        rank: 6,
        sortFirst: 'asc',
        fits: true,
        cell: (row) => (
          <span className="font-mono text-sm" title={row.id}>
            {row.id}
          </span>
        ),
      },
      {
        id: 'platform',
        ...title('platform'),
        width: width(84),
        rank: 5,
        sortFirst: 'asc',
        cell: (row) => <PlatformLabel platform={row.platform} words={words} />,
      },
      {
        id: 'contact',
        ...title('contact'),
        width: monoWidth(PHONE_LENGTH),
        grow: 0.8,
        rank: 0,
        sortFirst: 'asc',
        fits: true,
        cell: (row) => <ContactCell contact={row.contact} mask={mask} />,
      },
      {
        id: 'handler',
        ...title('handler'),
        width: width(116),
        grow: 0.8,
        rank: 0,
        sortFirst: 'asc',
        cell: (row) => (
          <HandlerCell
            ended={row.ended}
            status={row.status}
            handler={row.handler}
            queue={row.queue}
            words={words}
            me={me}
          />
        ),
      },
      {
        id: 'status',
        ...title('status'),
        width: width(112),
        grow: 0.2,
        rank: 7,
        sortFirst: 'asc',
        cell: (row) => (
          <span className="text-fg-2" title={words.status(row.status)}>
            {words.status(row.status)}
          </span>
        ),
      },
      {
        id: 'flow',
        title: t('column.flow'),
        width: 130,
        grow: 1,
        rank: 3,
        sortFirst: 'asc',
        cell: (row) => <FlowCell flow={row.flow?.name} state={row.state} />,
      },
      {
        id: 'sentiment',
        title: t('column.sentiment'),
        hint: t('columnHint.sentiment'),
        width: width(164),
        grow: 0.6,
        rank: 4,
        sortFirst: 'desc',
        cell: (row) => (
          <SentimentCell sentiments={row.sentiments} trend={row.sentimentTrend} level={row.risk?.level} words={words} />
        ),
      },
      {
        id: 'duration',
        title: t('column.duration'),
        width: width(72),
        align: 'end',
        rank: 2,
        sortFirst: 'desc',
        fits: true,
        cell: (row) => <DurationCell startedAt={row.startedAt} endedAt={row.endedAt} clock={clock} />,
      },
      {
        id: 'sessions',
        title: t('column.sessions'),
        hint: t('columnHint.sessions'),
        width: 46,
        align: 'end',
        rank: 8,
        sortFirst: 'desc',
        fits: true,
        cell: (row) => (row.sessions24h === undefined ? '–' : words.number(row.sessions24h)),
      },
      {
        id: 'functions',
        title: t('column.functions'),
        hint: t('columnHint.functions'),
        width: 36,
        align: 'end',
        rank: 9,
        sortFirst: 'desc',
        fits: true,
        cell: (row) => <span title={row.functionsCalled.join(', ')}>{words.number(functionCount(row))}</span>,
      },
      {
        id: 'age',
        title: t('column.age'),
        hint: t('columnHint.age'),
        width: 56,
        align: 'end',
        rank: 1,
        sortFirst: 'desc',
        fits: true,
        cell: (row) => <AgeCell seenAt={row.seenAt} words={words} ages={ages} />,
      },
    ];
  }, [t, words, mask, me, clock, newcomers, ages, idLength]);
}
