import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { Button } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { ActionBar } from '../actions/action-bar.tsx';
import { DetailHeader } from './detail-header.tsx';
import type { DetailPanelProps } from './detail-props.ts';
import { Facts, FactsPlace } from './facts.tsx';
import { Insight, InsightPlace } from './insight.tsx';
import { OtherSessions } from './other-sessions.tsx';
import { timelineOf } from './timeline.ts';
import { TranscriptList } from './transcript-list.tsx';
import { TranscriptSkeleton } from './transcript-skeleton.tsx';
import type { AskedMessage } from './use-asked-message.ts';

interface OpenedProps extends DetailPanelProps {
  readonly row: ConversationRow;
  /** False until what is said has been drawn: the rest follows in its place. */
  readonly complete: boolean;
  readonly headingId: string;
  /** The flow stands beside the transcript, else above it. */
  readonly beside: boolean;
  readonly onWiden: (() => void) | undefined;
}

/** A conversation that is known: header, what is known of it, transcript and actions, in one column or in two. */
export function Opened(props: OpenedProps): ReactNode {
  const { row, complete, feed, tenant, me, desk, clock, timeZone, headingId, beside, onWiden } = props;
  const { transcript, failure, reopen } = feed;
  const { t } = useTranslation('live');
  const [asked, setAsked] = useState<AskedMessage>();
  const items = useMemo(() => timelineOf(transcript), [transcript]);
  // What is said is drawn first; the graph of a flow takes longer to lay out than the transcript to read.
  const known = useDeferredValue(transcript);
  const show = (message: string) => setAsked((before) => ({ message, asked: (before?.asked ?? 0) + 1 }));
  return (
    <>
      <DetailHeader
        row={row}
        me={me}
        clock={clock}
        timeZone={timeZone}
        headingId={headingId}
        beside={beside}
        onWiden={onWiden}
        pinned={props.pinned}
        onPin={props.onPin}
        onClose={props.onClose}
      />
      {/* Both arrangements have the same elements, so that nothing typed or scrolled is lost when the width changes. */}
      <div className={`flex min-h-0 flex-1 ${beside ? 'flex-row-reverse' : 'flex-col'}`}>
        <div
          className={`flex flex-col ${beside ? 'w-[44%] min-w-72 overflow-y-auto border-s border-line' : 'max-h-[56%] flex-none overflow-y-auto border-b border-line'}`}
        >
          {complete ? (
            <>
              <Insight
                row={row}
                transcript={known}
                loading={known.state === 'loading' && failure === undefined}
                beside={beside}
                timeZone={timeZone}
                onShow={show}
              />
              {props.onOpenOther === undefined ? null : (
                <OtherSessions
                  tenant={tenant}
                  row={row}
                  rows={props.others}
                  clock={clock}
                  timeZone={timeZone}
                  onOpen={props.onOpenOther}
                />
              )}
              <Facts row={row} />
            </>
          ) : (
            <>
              <InsightPlace beside={beside} />
              <FactsPlace />
            </>
          )}
        </div>
        <div className="flex min-h-0 min-w-0 flex-1 flex-col">
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
              around={complete}
              asked={asked}
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
            drawn={complete}
          />
        </div>
      </div>
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
