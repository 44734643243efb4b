import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { usePreferences } from '../../../app/session-context.tsx';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { EmptyState, Loading, Skeleton } from '../../../components/states.tsx';
import type { RowStore } from '../../../lib/row-store.ts';
import { ActionBar } from '../actions/action-bar.tsx';
import type { Desk } from '../model/desk.ts';
import type { ServerClock } from '../model/server-clock.ts';
import { DetailHeader } from './detail-header.tsx';
import { Facts } from './facts.tsx';
import { FlowPath } from './flow-path.tsx';
import { OtherSessions } from './other-sessions.tsx';
import { pathOf } from './path.ts';
import { ResizeHandle } from './resize-handle.tsx';
import { timelineOf } from './timeline.ts';
import { TranscriptList } from './transcript-list.tsx';
import type { TranscriptFeed } from './use-transcript.ts';

export interface DetailPanelProps {
  readonly tenant: string;
  readonly me: string;
  readonly feed: TranscriptFeed;
  /** The list's row, until the transcript brings its own. */
  readonly listed: ConversationRow | undefined;
  readonly desk: Desk;
  readonly clock: ServerClock;
  readonly timeZone: string | undefined;
  readonly replyField: RefObject<HTMLTextAreaElement | null>;
  readonly takeOverButton: RefObject<HTMLButtonElement | null>;
  /** Focus goes into the panel when it was opened by a key. */
  readonly takesFocus: boolean;
  readonly others?: Pick<RowStore<ConversationRow>, 'values'> | undefined;
  readonly onOpenOther?: ((id: string) => void) | undefined;
  readonly onClose: () => void;
}

/** One conversation beside the list: who, where in its flow, what is said, and what can be done. */
export function DetailPanel(props: DetailPanelProps): ReactNode {
  const { feed, listed, takesFocus, onClose } = props;
  const { t } = useTranslation('live');
  const { preferences, change } = usePreferences();
  const [width, setWidth] = useState(preferences.detailWidth);
  const panel = useRef<HTMLElement>(null);
  const headingId = useId();
  const row = feed.transcript.conversation ?? listed;

  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-labelledby={row === undefined ? undefined : headingId}
      aria-label={row === undefined ? t('detail.label') : undefined}
      onKeyDown={onKeyDown}
      className="relative flex max-w-[70%] flex-none flex-col border-s border-line bg-surface outline-none"
      style={{ width }}
      data-testid="detail"
    >
      <ResizeHandle
        width={width}
        onResize={setWidth}
        // A width that cannot be remembered is only a width: the panel keeps it until it is closed.
        onSettle={(next) => void change({ detailWidth: next }).catch(() => undefined)}
      />
      {row === undefined ? (
        <WithoutRow feed={feed} onClose={onClose} />
      ) : (
        <Opened {...props} row={row} headingId={headingId} />
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

function Opened(props: DetailPanelProps & { readonly row: ConversationRow; readonly headingId: string }): ReactNode {
  const { row, feed, tenant, me, desk, clock, timeZone, headingId } = props;
  const { transcript, failure, reopen } = feed;
  const { t } = useTranslation('live');
  const items = useMemo(() => timelineOf(transcript), [transcript]);
  const steps = useMemo(
    () => pathOf(transcript.transitions, row.state, transcript.flow),
    [transcript.transitions, transcript.flow, row.state],
  );
  return (
    <>
      <DetailHeader row={row} me={me} clock={clock} timeZone={timeZone} headingId={headingId} onClose={props.onClose} />
      <FlowPath steps={steps} />
      {props.others === undefined || props.onOpenOther === undefined ? null : (
        <OtherSessions row={row} rows={props.others} onOpen={props.onOpenOther} />
      )}
      <Facts row={row} />
      {failure === undefined ? null : (
        <div className="p-3">
          <ErrorPanel failure={failure} actions={<Button onClick={reopen}>{t('tryAgain')}</Button>} />
        </div>
      )}
      {transcript.state === 'gone' ? (
        <p className="border-b border-line px-4 py-2 text-sm text-warn">{t('detail.goneKept')}</p>
      ) : null}
      {transcript.state === 'loading' && failure === undefined ? (
        <TranscriptSkeleton />
      ) : (
        <TranscriptList
          key={row.id}
          items={items}
          earlier={transcript.earlier ?? 0}
          timeZone={timeZone}
          tail={<Tail row={row} empty={items.length === 0} />}
        />
      )}
      <ActionBar
        key={`actions-${row.id}`}
        row={row}
        messages={transcript.messages}
        tenant={tenant}
        me={me}
        desk={desk}
        field={props.replyField}
        takeOver={props.takeOverButton}
      />
    </>
  );
}

/** What follows the last message: that the AI is writing, or that nothing was said yet. */
function Tail({ row, empty }: { readonly row: ConversationRow; readonly empty: boolean }): ReactNode {
  const { t } = useTranslation('live');
  if (row.aiState === 'composing' && !row.ended) {
    return (
      <p className="flex items-center justify-end gap-1.5 py-1 text-sm text-fg-2" data-testid="composing">
        {t('detail.composing')}
        <span aria-hidden className="inline-flex gap-0.5">
          {['a', 'b', 'c'].map((dot) => (
            <span key={dot} className="size-1 animate-pulse rounded-full bg-fg-2" />
          ))}
        </span>
      </p>
    );
  }
  return empty ? <p className="py-4 text-center text-fg-2">{t('detail.nothingSaid')}</p> : null;
}

function TranscriptSkeleton(): ReactNode {
  return (
    <Loading>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-hidden p-4">
        <Skeleton className="h-12 w-3/4 self-end" />
        <Skeleton className="h-9 w-1/2" />
        <Skeleton className="h-12 w-2/3 self-end" />
        <Skeleton className="h-16 w-3/5" />
      </div>
    </Loading>
  );
}
