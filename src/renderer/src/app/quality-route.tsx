import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../components/states.tsx';
import { exactTime, minuteOfDay } from '../components/time.tsx';
import type { ConversationParts } from '../features/conversations/parts.ts';
import { TranscriptReader } from '../features/conversations/reader/transcript-reader.tsx';
import { texts as readerTexts } from '../features/conversations/texts.ts';
import { TimelineRow } from '../features/live/detail/timeline-row.tsx';
import type { QualityParts } from '../features/quality/parts.ts';
import { QualityPage } from '../features/quality/quality-page.tsx';
import { NoteButton } from '../features/quality/review/note-button.tsx';
import { useLateTexts } from '../i18n/late-texts.ts';
import { knownZone } from './clock.tsx';
import { ConversationPlaceProvider } from './conversation-place.tsx';
import { useActiveTenant } from './session-context.tsx';
import { useConversationParts } from './use-conversation-parts.tsx';

const renderItem: ConversationParts['renderItem'] = (item, timeZone) =>
  item.kind === 'message' ? (
    <div className="group/noted relative pe-7">
      <TimelineRow item={item} timeZone={timeZone} />
      <NoteButton message={item.message.id} />
    </div>
  ) : (
    <TimelineRow item={item} timeZone={timeZone} />
  );

/** What a review does not do with a transcript: the archive's list shows what was changed of one. */
const ignore = (): void => undefined;

/** Joins the address to the quality review, and the archive's reader to the review beside it. */
export function QualityRoute(): ReactNode {
  useLateTexts('conversations', readerTexts);
  const { t, i18n } = useTranslation('shell');
  const tenant = useActiveTenant();
  const navigate = useNavigate();
  const { q, ...place } = textsOf(useSearch({ strict: false }));
  const archive = useConversationParts(renderItem);
  const zone = knownZone(tenant?.timeZone);
  const slug = tenant?.slug ?? '';
  const parts = useMemo(
    (): QualityParts => ({
      text: archive.text,
      time: (at) => exactTime(at, i18n.language, zone),
      timeOfDay: (at) => minuteOfDay(at, i18n.language, zone),
      renderReader: ({ id, message, asked, onBeside, onClose }) => (
        <ConversationPlaceProvider tenant={slug} id={id} search={{}}>
          <TranscriptReader
            tenant={slug}
            id={id}
            message={message}
            asked={asked}
            parts={archive}
            timeZone={zone}
            onChanged={ignore}
            onBeside={onBeside}
            onOpen={(other) => void navigate({ to: '/conversations/$archived', params: { archived: other } })}
            onClose={onClose}
          />
        </ConversationPlaceProvider>
      ),
    }),
    [archive, i18n.language, zone, slug, navigate],
  );
  if (tenant === undefined || tenant.problem !== undefined) return <EmptyState title={t('chooseTenant')} />;
  return (
    <QualityPage
      key={slug}
      tenant={slug}
      timeZone={zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}
      parts={parts}
      place={place}
      search={q}
      onPlace={(next) => void navigate({ to: '/quality', search: { ...next } })}
    />
  );
}

/** The texts of the address that are of its shape; an empty search is one: of all conversations. */
function textsOf(search: Record<string, unknown>) {
  const text = (name: string) => (typeof search[name] === 'string' ? search[name] : undefined);
  const [q, tab, sample, id] = [text('q'), text('tab'), text('sample'), text('id')];
  return {
    ...(q !== undefined && { q }),
    ...(tab !== undefined && { tab }),
    ...(sample !== undefined && { sample }),
    ...(id !== undefined && { id }),
  };
}
