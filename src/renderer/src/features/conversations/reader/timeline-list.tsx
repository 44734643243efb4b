import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineItem } from '../parts.ts';

interface TimelineListProps {
  readonly items: readonly TimelineItem[];
  readonly renderItem: (item: TimelineItem, timeZone: string | undefined) => ReactNode;
  readonly timeZone: string | undefined;
  /** Brought into view and marked, each time it is another object. */
  readonly target: { readonly index: number } | undefined;
  /** The item that is being heard. */
  readonly playing: number | undefined;
}

const GUESS = { message: 64, call: 40, transition: 24 } as const;

/** All that happened in one line; only what is on screen is drawn, so that thousands of messages open at once. */
export function TimelineList({ items, renderItem, timeZone, target, playing }: TimelineListProps): ReactNode {
  const { t } = useTranslation('conversations');
  const scroller = useRef<HTMLElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => GUESS[items[index]?.kind ?? 'message'],
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 6,
  });
  useEffect(() => {
    if (target !== undefined) virtualizer.scrollToIndex(target.index, { align: 'center' });
  }, [target, virtualizer]);
  useEffect(() => {
    if (playing !== undefined) virtualizer.scrollToIndex(playing, { align: 'auto' });
  }, [playing, virtualizer]);
  return (
    <section
      ref={scroller}
      aria-label={t('transcript')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
      tabIndex={0}
      className="min-h-0 flex-1 overflow-auto px-4 py-2 -outline-offset-2"
    >
      {items.length === 0 ? <p className="py-6 text-center text-fg-2">{t('nothingSaid')}</p> : null}
      <div className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((entry) => {
          const item = items[entry.index];
          return item === undefined ? null : (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={entry.index}
              data-asked={entry.index === target?.index || undefined}
              className={`absolute inset-x-0 top-0 ${entry.index === target?.index || entry.index === playing ? 'rounded-md outline outline-accent' : ''}`}
              style={{ transform: `translateY(${entry.start}px)` }}
            >
              {renderItem(item, timeZone)}
            </div>
          );
        })}
      </div>
    </section>
  );
}
