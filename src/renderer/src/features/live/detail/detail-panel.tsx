import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../app/session-context.tsx';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useDrawn } from '../../../lib/use-drawn.ts';
import { useIsWide } from '../../../lib/use-measured.ts';
import type { DetailPanelProps } from './detail-props.ts';
import { Opened } from './opened.tsx';
import { NARROW, ResizeHandle, WIDE } from './resize-handle.tsx';
import { TranscriptSkeleton } from './transcript-skeleton.tsx';

/** From this width on, the flow stands beside the transcript rather than above it. */
const BESIDE_FROM = 700;
/** Something is left of the list, however wide the panel should be. */
const BOUND = 'max-w-[70%]';

/** One conversation beside the list: who, where in its flow, what is said, and what can be done. */
export function DetailPanel(props: DetailPanelProps): ReactNode {
  const { feed, listed, takesFocus, hasRoom = false, fills = false, onClose } = props;
  const { t } = useTranslation('live');
  const { preferences, change } = usePreferences();
  const [width, setWidth] = useState(preferences.detailWidth);
  const element = useRef<HTMLElement>(null);
  const headingId = useId();
  const beside = useIsWide(element, BESIDE_FROM, (fills ? window.innerWidth : width) >= BESIDE_FROM);
  const row = feed.transcript.conversation ?? listed;
  // First what is said, over the end of the list; then all else, and the list makes room.
  const complete = useDrawn(feed.transcript.state !== 'loading' || feed.failure !== undefined);
  const [began] = useState(hasRoom);

  useEffect(() => {
    if (takesFocus) element.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  // A width that cannot be remembered is only a width: the panel keeps it until it is closed.
  const settle = (next: number) => void change({ detailWidth: next }).catch(() => undefined);
  const widen = () => {
    const next = beside ? NARROW : WIDE;
    setWidth(next);
    settle(next);
  };

  const panel = (
    <aside
      ref={element}
      tabIndex={-1}
      aria-labelledby={row === undefined ? undefined : headingId}
      aria-label={row === undefined ? t('detail.label') : undefined}
      onKeyDown={onKeyDown}
      className={`detail-panel flex min-w-0 flex-col bg-surface outline-none ${fills ? 'relative flex-1' : `absolute inset-y-0 end-0 z-20 border-s border-line ${BOUND}`}`}
      style={fills ? undefined : { width }}
      data-testid="detail"
    >
      {fills ? null : <ResizeHandle width={width} onResize={setWidth} onSettle={settle} />}
      {row === undefined ? (
        <WithoutRow feed={feed} onClose={onClose} />
      ) : (
        <Opened
          {...props}
          row={row}
          complete={complete}
          headingId={headingId}
          beside={beside}
          onWiden={fills ? undefined : widen}
        />
      )}
    </aside>
  );
  if (fills) return panel;
  return (
    <>
      {began || complete ? <div aria-hidden className={`flex-none ${BOUND}`} style={{ width }} /> : null}
      {panel}
    </>
  );
}

/** Nothing is known of it: still loading, gone, or refused. */
function WithoutRow({ feed, onClose }: Pick<DetailPanelProps, 'feed' | 'onClose'>): ReactNode {
  const { t } = useTranslation('live');
  const close = <Button onClick={onClose}>{t('detail.close')}</Button>;
  if (feed.failure !== undefined) {
    return (
      <div className="p-4">
        <ErrorPanel failure={feed.failure} actions={close} />
      </div>
    );
  }
  if (feed.transcript.state === 'gone') {
    return (
      <EmptyState title={t('detail.goneTitle')} action={close}>
        {t('detail.gone')}
      </EmptyState>
    );
  }
  return <TranscriptSkeleton />;
}
