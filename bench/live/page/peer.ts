// The peer: how a live table is commonly written. EventSource in the page, React state set for each event, a virtual
// table. `?sorted` also keeps the worst first, as the console does.
import { useVirtualizer } from '@tanstack/react-virtual';
import { createElement, useEffect, useMemo, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

interface Row {
  readonly transcriptId: string;
  readonly revision: number;
  readonly platform: string;
  readonly contact: { readonly name?: string; readonly display: string };
  readonly status: string;
  readonly handledBy: { readonly kind: string };
  readonly flow: { readonly name: string };
  readonly state: string;
  readonly risk: { readonly level: number; readonly label: string };
  readonly sentimentTrend: readonly number[];
  readonly startedAt: string;
}

const sorted = location.search === '?sorted';
const mood = (row: Row) => Math.round((row.sentimentTrend.at(-1) ?? 0) * 2);
const worstFirst = (a: Row, b: Row) =>
  b.risk.level - a.risk.level ||
  mood(a) - mood(b) ||
  Date.parse(a.startedAt) - Date.parse(b.startedAt) ||
  (a.transcriptId < b.transcriptId ? -1 : 1);

function useRows(): readonly Row[] {
  const [rows, setRows] = useState<readonly Row[]>([]);
  useEffect(() => {
    const places = new Map<string, number>();
    const source = new EventSource('/peer/events');
    source.addEventListener('conversation.updated', (event: MessageEvent<string>) => {
      const { conversation } = JSON.parse(event.data) as { conversation: Row };
      const place = places.get(conversation.transcriptId);
      if (place !== undefined) setRows((held) => held.with(place, conversation));
    });
    void fetch('/peer/snapshot')
      .then((response) => response.json())
      .then(({ items }: { items: readonly Row[] }) => {
        for (const [place, row] of items.entries()) places.set(row.transcriptId, place);
        setRows(items);
      });
    return () => source.close();
  }, []);
  return rows;
}

function Table() {
  const rows = useRows();
  const shown = useMemo(() => (sorted ? rows.toSorted(worstFirst) : rows), [rows]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 8,
  });
  return createElement(
    'div',
    { ref: scroller, className: 'virtual-table', style: { height: '860px', overflow: 'auto' } },
    createElement(
      'div',
      { style: { height: virtualizer.getTotalSize(), position: 'relative' } },
      virtualizer.getVirtualItems().map(({ index, start }) => {
        const row = shown[index];
        return row === undefined ? null : createElement(Line, { key: row.transcriptId, row, start });
      }),
    ),
  );
}

function Line({ row, start }: { readonly row: Row; readonly start: number }) {
  const cells: readonly (readonly [string, string])[] = [
    ['risk', row.risk.label],
    ['id', row.transcriptId],
    ['platform', row.platform],
    ['contact', row.contact.name ?? row.contact.display],
    ['handler', row.handledBy.kind],
    ['status', row.status],
    ['flow', `${row.flow.name} › ${row.state}`],
    ['sentiment', String(row.sentimentTrend.at(-1) ?? '')],
  ];
  return createElement(
    'div',
    {
      'data-row': row.transcriptId,
      style: { position: 'absolute', insetInline: 0, height: 32, display: 'flex', transform: `translateY(${start}px)` },
    },
    cells.map(([name, text]) => createElement('span', { key: name, 'data-column': name, style: { flex: 1 } }, text)),
  );
}

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(createElement(Table));
