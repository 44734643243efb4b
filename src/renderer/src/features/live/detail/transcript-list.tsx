import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useActions } from '../../../actions/offered.ts';
import { Button } from '../../../components/button.tsx';
import { afterEarlier, afterScroll, FOLLOWING, unseen } from './stick.ts';
import type { TimelineItem } from './timeline.ts';
import { TimelineRow } from './timeline-row.tsx';
import { type AskedMessage, useAskedMessage } from './use-asked-message.ts';

interface TranscriptListProps {
  readonly items: readonly TimelineItem[];
  /** How many earlier messages are still on their way. */
  readonly earlier: number;
  readonly timeZone: string | undefined;
  /** Draws also what is near the screen, as scrolling wants it; the first frame does without. */
  readonly around: boolean;
  /** Shown behind the last item, such as that the AI is writing. */
  readonly tail: ReactNode;
  /** A message that was asked for in this window. */
  readonly asked?: AskedMessage | undefined;
}

/** A first guess of an item's height; the real one is measured. */
const GUESS = { message: 64, call: 40, transition: 24 } as const;

/** About so high is the transcript; the real height is measured. */
const guessHeight = () => Math.round(window.innerHeight * 0.4);

/** The transcript: only what is on screen is drawn, and it follows its end until the operator scrolls up. */
export function TranscriptList({ items, earlier, timeZone, around, tail, asked }: TranscriptListProps): ReactNode {
  const { t } = useTranslation('live');
  const scroller = useRef<HTMLDivElement>(null);
  const [stick, setStick] = useState(FOLLOWING);
  /** A scroll that was made here, not by the operator: it must not be taken for a wish to stop following. */
  const lastTop = useRef(0);
  // New functions would make the virtualizer place all items anew at each render.
  const estimateSize = useCallback((index: number) => GUESS[items[index]?.kind ?? 'message'], [items]);
  const getItemKey = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: around ? 6 : 0,
    // Begins at the end, where the transcript is read: the first screen is drawn once, not at the top and then there.
    initialOffset: () => Math.max(0, items.reduce((sum, { kind }) => sum + GUESS[kind], 0) - guessHeight()),
    initialRect: { width: 0, height: guessHeight() },
  });
  const target = useAskedMessage(items, asked, earlier === 0, (index) => {
    setStick({ following: false, seen: items.length });
    virtualizer.scrollToIndex(index, { align: 'center' });
  });
  const total = virtualizer.getTotalSize();
  const toEnd = () => {
    const node = scroller.current;
    if (node === null) return;
    node.scrollTop = node.scrollHeight;
    lastTop.current = node.scrollTop;
  };
  const first = useRef<string>(undefined);
  // Earlier items come in above: what is being read stays where it is.
  useLayoutEffect(() => {
    const added = first.current === undefined ? 0 : items.findIndex(({ key }) => key === first.current);
    first.current = items[0]?.key;
    const node = scroller.current;
    if (added <= 0 || node === null) return;
    setStick((held) => afterEarlier(held, added));
    if (stick.following) return;
    node.scrollTop += virtualizer.measurementsCache[added]?.start ?? 0;
    lastTop.current = node.scrollTop;
  }, [items, virtualizer, stick.following]);
  // Runs after every change of what is drawn: sizes are measured step by step, and the end moves with each.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the dependencies are what moves the end
  useLayoutEffect(() => {
    if (stick.following) toEnd();
  }, [stick.following, total, items, tail]);
  useEffect(() => {
    const node = scroller.current;
    if (node === null || typeof ResizeObserver === 'undefined' || !stick.following) return undefined;
    const observer = new ResizeObserver(() => {
      node.scrollTop = node.scrollHeight;
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, [stick.following]);

  const onScroll = () => {
    const node = scroller.current;
    if (node === null) return;
    const up = node.scrollTop < lastTop.current;
    const fromEnd = node.scrollHeight - node.scrollTop - node.clientHeight;
    lastTop.current = node.scrollTop;
    // Growing content also leaves the end behind; only a scroll upwards is the operator's wish to stay.
    if (up || fromEnd <= 0 || !stick.following) setStick((held) => afterScroll(held, fromEnd, items.length));
  };
  const news = unseen(stick, items.length);
  useActions(() => [{ id: 'conversation.toEnd', group: 'conversation', run: () => setStick(FOLLOWING) }]);

  return (
    <div className="relative min-h-0 flex-1">
      <section
        ref={scroller}
        aria-label={t('detail.transcript')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region must be reachable by keyboard
        tabIndex={0}
        onScroll={onScroll}
        className="h-full overflow-auto px-4 py-2 -outline-offset-2"
      >
        {earlier === 0 ? null : (
          <p className="py-2 text-center text-sm text-fg-2" data-testid="earlier">
            {t('detail.earlier', { count: earlier })}
          </p>
        )}
        <div className="relative w-full" style={{ height: total }}>
          {virtualizer.getVirtualItems().map((entry) => {
            const item = items[entry.index];
            return item === undefined ? null : (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={entry.index}
                data-asked={item.key === target || undefined}
                className="transcript-item absolute inset-x-0 top-0"
                style={{ transform: `translateY(${entry.start}px)` }}
              >
                <TimelineRow item={item} timeZone={timeZone} />
              </div>
            );
          })}
        </div>
        {tail}
        {stick.following ? null : (
          // Inside the scroller, so that the wheel still turns while the pointer rests on it.
          <div className="pointer-events-none sticky bottom-1 flex h-0 items-end justify-center">
            <Button className="pointer-events-auto rounded-full! shadow-overlay" onClick={() => setStick(FOLLOWING)}>
              <ArrowDown className="icon" aria-hidden />
              {news === 0 ? t('detail.toEnd') : t('detail.news', { count: news })}
            </Button>
          </div>
        )}
      </section>
    </div>
  );
}
