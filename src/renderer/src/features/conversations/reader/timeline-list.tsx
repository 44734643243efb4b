import { useVirtualizer } from '@tanstack/react-virtual';
import { Play } from 'lucide-react';
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
  /** Plays the recording from a moment (epoch ms) on; undefined while there is none to hear. */
  readonly onPlay: ((at: number) => void) | undefined;
}

const GUESS = { message: 64, call: 40, transition: 24 } as const;

/** All that happened in one line; only what is on screen is drawn, so that thousands of messages open at once. */
export function TimelineList({ items, renderItem, timeZone, target, playing, onPlay }: TimelineListProps): ReactNode {
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
              data-playing={entry.index === playing || undefined}
              className={`group/line absolute inset-x-0 top-0 ${entry.index === target?.index || entry.index === playing ? 'rounded-md outline outline-accent' : ''}`}
              style={{ transform: `translateY(${entry.start}px)` }}
            >
              <Line item={item} onPlay={onPlay}>
                {renderItem(item, timeZone)}
              </Line>
            </div>
          );
        })}
      </div>
    </section>
  );
}

/** A line that can be heard from where it was said: by a press on it that selects no text, or by its button. */
function Line(props: {
  readonly item: TimelineItem;
  readonly onPlay: ((at: number) => void) | undefined;
  readonly children: ReactNode;
}): ReactNode {
  const { item, onPlay, children } = props;
  const { t } = useTranslation('conversations');
  const at = item.kind === 'message' ? item.message.at : undefined;
  if (onPlay === undefined || at === undefined) return children;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its button does the same
    // biome-ignore lint/a11y/useKeyWithClickEvents: its button does the same
    <div
      className="cursor-pointer"
      onClick={(event) => {
        const isOther = event.target instanceof Element && event.target.closest('button, a') !== null;
        if (!isOther && document.getSelection()?.isCollapsed !== false) onPlay(at);
      }}
    >
      {children}
      <button
        type="button"
        aria-label={t('playFrom')}
        title={t('playFrom')}
        onClick={() => onPlay(at)}
        className="absolute end-0 bottom-1 inline-flex size-5 items-center justify-center rounded-sm bg-surface opacity-0 group-hover/line:opacity-100 hover:bg-hover focus-visible:opacity-100"
      >
        <Play className="size-3" aria-hidden />
      </button>
    </div>
  );
}
