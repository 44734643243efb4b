import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, ClipboardCheck, Copy, RefreshCw, X } from 'lucide-react';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArchivedTranscript } from '../../../../../shared/models/archive.ts';
import type { Conversation } from '../../../../../shared/models/conversation.ts';
import { ConversationLinks } from '../../../app/conversation-links.tsx';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { useClockWords } from '../../../components/clocks.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Loading, Skeleton } from '../../../components/states.tsx';
import { TabList } from '../../../components/tab-list.tsx';
import { exactTime } from '../../../components/time.tsx';
import { TimeWordsContext } from '../../../components/time-words.ts';
import type { ConversationParts, TimelineItem } from '../parts.ts';
import { AudioPlayer } from './audio-player.tsx';
import { contactZone } from './contact-zone.ts';
import { FindBar } from './find-bar.tsx';
import { HistoryTab } from './history-tab.tsx';
import { PrintButtons } from './print-buttons.tsx';
import { ReaderHeader } from './reader-header.tsx';
import { RawTab, ReadableTab } from './text-tab.tsx';
import { TimelineList } from './timeline-list.tsx';
import { useReview } from './use-review.ts';

const TABS = ['timeline', 'readable', 'raw', 'about'] as const;
type Tab = (typeof TABS)[number];

interface TranscriptReaderProps {
  readonly tenant: string;
  readonly id: string;
  readonly message: string | undefined;
  /** Differs for each request to go to the message. */
  readonly asked: number | undefined;
  readonly parts: ConversationParts;
  readonly timeZone: string | undefined;
  readonly onChanged: (conversation: Conversation) => void;
  readonly onBeside: (step: 1 | -1) => void;
  readonly onOpen: (id: string) => void;
  readonly onClose: () => void;
  /** Opens the quality review of it; undefined where it is under review already. */
  readonly onReview?: ((id: string) => void) | undefined;
}

/** One conversation of the archive, to be read, heard, tagged, flagged and reported. */
export function TranscriptReader(props: TranscriptReaderProps): ReactNode {
  const { tenant, id, onBeside, onClose } = props;
  const { t } = useTranslation('conversations');
  const transcript = useQuery({
    queryKey: ['transcript', tenant, id],
    queryFn: () => call((api) => api.archive.get({ tenant, id })),
    staleTime: 30_000,
    retry: false,
  });
  const copyId = () =>
    void call((api) => api.app.copyText({ text: id }))
      .then(() => announce(t('copied')))
      .catch((thrown: unknown) => announce(failureOf(thrown).message, 'assertive'));
  const failure = transcript.error === null ? undefined : failureOf(transcript.error);
  // Deleted while it was open: what was read stays, for as long as it is open.
  const isGone = failure?.code === 'not-found' && transcript.data !== undefined;
  return (
    <section aria-label={t('reader')} className="flex min-h-0 flex-1 flex-col border-s border-line bg-surface">
      <div className="flex items-center gap-1 px-4 pt-2">
        <span className="min-w-0 truncate font-mono text-sm text-fg-3 select-text">{id}</span>
        <IconButton label={t('copyId')} onClick={copyId}>
          <Copy className="icon" aria-hidden />
        </IconButton>
        <ConversationLinks />
        <span className="flex-1" />
        <IconButton label={t('againOne')} busy={transcript.isFetching} onClick={() => void transcript.refetch()}>
          <RefreshCw className="icon" aria-hidden />
        </IconButton>
        <IconButton label={t('before')} shortcut="K" onClick={() => onBeside(-1)}>
          <ChevronUp className="icon" aria-hidden />
        </IconButton>
        <IconButton label={t('next')} shortcut="J" onClick={() => onBeside(1)}>
          <ChevronDown className="icon" aria-hidden />
        </IconButton>
        <IconButton label={t('close')} shortcut="Esc" onClick={onClose}>
          <X className="icon" aria-hidden />
        </IconButton>
      </div>
      {failure === undefined || isGone ? null : (
        <div className="p-4">
          <ErrorPanel
            failure={failure}
            actions={<Button onClick={() => void transcript.refetch()}>{t('again')}</Button>}
          />
        </div>
      )}
      {transcript.isPending ? (
        <Loading>
          <div className="flex flex-col gap-3 p-4">
            <Skeleton className="h-6 w-2/3" />
            <Skeleton className="h-16 w-4/5" />
            <Skeleton className="ms-auto h-16 w-4/5" />
          </div>
        </Loading>
      ) : null}
      {transcript.data === undefined ? null : (
        <Opened
          key={id}
          {...props}
          transcript={transcript.data}
          goneSince={isGone ? transcript.dataUpdatedAt : undefined}
        />
      )}
    </section>
  );
}

/** The place of the item that is heard at a moment of the recording. */
function heardAt(items: readonly TimelineItem[], startedAt: number | undefined, seconds: number): number | undefined {
  const now = (startedAt ?? 0) + seconds * 1000;
  const at = items.findLastIndex(
    (item) => item.kind === 'message' && (item.message.at ?? Number.POSITIVE_INFINITY) <= now,
  );
  return at < 0 ? undefined : at;
}

/** How far into the recording a moment is; what was said before it began is at its beginning. */
function secondsIn(at: number, startedAt: number | undefined): number {
  return Math.max(0, (at - (startedAt ?? at)) / 1000);
}

interface OpenedProps extends TranscriptReaderProps {
  readonly transcript: ArchivedTranscript;
  /** The instance no longer has it; when it was read last (epoch ms). */
  readonly goneSince: number | undefined;
}

function Opened(props: OpenedProps): ReactNode {
  const { goneSince, tenant, id, message, asked, parts, timeZone, transcript, onChanged, onOpen, onReview } = props;
  const { t, i18n } = useTranslation('conversations');
  const [tab, setTab] = useState<Tab>('timeline');
  const [target, setTarget] = useState<{ readonly index: number }>();
  const [heard, setHeard] = useState<number>();
  const [seek, setSeek] = useState<{ readonly seconds: number }>();
  const field = useRef<HTMLInputElement>(null);
  const review = useReview(tenant, onChanged);
  const items = useMemo(() => parts.timelineOf(transcript), [parts, transcript]);
  const { conversation } = transcript;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again is gone to again
  useEffect(() => {
    const index = message === undefined ? -1 : items.findIndex(({ key }) => key === `m:${message}`);
    if (index >= 0) setTarget({ index });
  }, [message, asked, items]);
  const clocks = { contactZone: contactZone(conversation), tenantZone: timeZone };
  const timeWords = useClockWords(clocks);
  const disabledReason = goneSince === undefined ? undefined : t('goneReason');
  const playing = heard === undefined ? undefined : heardAt(items, conversation.startedAt, heard);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl-F finds within what has the focus
    <div
      className="flex min-h-0 flex-1 flex-col"
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        field.current?.focus();
      }}
    >
      <ReaderHeader
        conversation={conversation}
        parts={parts}
        clocks={clocks}
        review={review}
        tenant={tenant}
        disabledReason={disabledReason}
        buttons={
          <>
            <PrintButtons transcript={transcript} items={items} parts={parts} timeZone={timeZone} />
            {onReview === undefined ? null : (
              <IconButton label={t('review')} disabledReason={disabledReason} onClick={() => onReview(id)}>
                <ClipboardCheck className="icon" aria-hidden />
              </IconButton>
            )}
          </>
        }
      />
      {transcript.keptAt === undefined ? null : (
        <p role="status" className="border-b border-line px-4 py-1.5 text-sm text-warn">
          {t('readFromDesk', { time: exactTime(transcript.keptAt, i18n.language) })}
        </p>
      )}
      {goneSince === undefined ? null : (
        <p role="alert" data-gone className="border-b border-line px-4 py-1.5 text-sm text-warn">
          {t('gone', { time: exactTime(goneSince, i18n.language) })}
        </p>
      )}
      {review.failure === undefined || (goneSince !== undefined && review.failure.code === 'not-found') ? null : (
        <div className="px-4 py-2">
          <ErrorPanel failure={review.failure} actions={<Button onClick={review.dismiss}>{t('dismiss')}</Button>} />
        </div>
      )}
      {parts.renderFacts(conversation)}
      <TabList
        label={t('views')}
        tabs={TABS.map((id) => ({ id, label: t(`tabs.${id}`) }))}
        chosen={tab}
        onChoose={setTab}
        prefix="tab"
        panel="reader-panel"
        className="border-b border-line px-4 pt-1.5"
      />
      <div role="tabpanel" id="reader-panel" aria-labelledby={`tab-${tab}`} className="flex min-h-0 flex-1 flex-col">
        {tab === 'timeline' ? (
          <>
            <FindBar items={items} field={field} onGo={(index) => setTarget({ index })} />
            {conversation.platform === 'voice' && conversation.ended ? (
              <div className="px-4 pt-2">
                <AudioPlayer tenant={tenant} id={id} disabledReason={disabledReason} seek={seek} onTime={setHeard} />
              </div>
            ) : null}
            <TimeWordsContext value={timeWords}>
              <TimelineList
                items={items}
                renderItem={parts.renderItem}
                timeZone={timeZone}
                target={target}
                playing={playing}
                onPlay={
                  heard === undefined ? undefined : (at) => setSeek({ seconds: secondsIn(at, conversation.startedAt) })
                }
              />
            </TimeWordsContext>
          </>
        ) : null}
        {tab === 'readable' ? <ReadableTab tenant={tenant} id={id} parts={parts} /> : null}
        {tab === 'raw' ? <RawTab transcript={transcript} parts={parts} /> : null}
        {tab === 'about' ? (
          <HistoryTab tenant={tenant} id={id} parts={parts} timeZone={timeZone} onOpen={onOpen} />
        ) : null}
      </div>
    </div>
  );
}
