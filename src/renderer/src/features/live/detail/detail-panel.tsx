import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '../../../app/session-context.tsx';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { EmptyState } from '../../../components/states.tsx';
import { useIsWide } from '../../../lib/use-measured.ts';
import type { DetailPanelProps } from './detail-props.ts';
import { Opened } from './opened.tsx';
import { NARROW, ResizeHandle, WIDE } from './resize-handle.tsx';
import { TranscriptSkeleton } from './transcript-skeleton.tsx';

/** From this width on, the flow stands beside the transcript rather than above it. */
const BESIDE_FROM = 700;

/** One conversation beside the list: who, where in its flow, what is said, and what can be done. */
export function DetailPanel(props: DetailPanelProps): ReactNode {
  const { feed, listed, takesFocus, fills = false, onClose } = props;
  const { t } = useTranslation('live');
  const { preferences, change } = usePreferences();
  const [width, setWidth] = useState(preferences.detailWidth);
  const panel = useRef<HTMLElement>(null);
  const headingId = useId();
  const beside = useIsWide(panel, BESIDE_FROM, (fills ? window.innerWidth : width) >= BESIDE_FROM);
  const row = feed.transcript.conversation ?? listed;

  useEffect(() => {
    if (takesFocus) panel.current?.focus();
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

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={row === undefined ? undefined : headingId}
      aria-label={row === undefined ? t('detail.label') : undefined}
      onKeyDown={onKeyDown}
      className={`detail-panel relative flex min-w-0 flex-col bg-surface outline-none ${fills ? 'flex-1' : 'max-w-[70%] flex-none border-s border-line'}`}
      style={fills ? undefined : { width }}
      data-testid="detail"
    >
      {fills ? null : <ResizeHandle width={width} onResize={setWidth} onSettle={settle} />}
      {row === undefined ? (
        <WithoutRow feed={feed} onClose={onClose} />
      ) : (
        <Opened {...props} row={row} headingId={headingId} beside={beside} onWiden={fills ? undefined : widen} />
      )}
    </aside>
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
