import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { aboutConversation } from '../../../../../shared/models/about-conversation.ts';
import type { ArchivedTranscript } from '../../../../../shared/models/archive.ts';
import type { MessageNote, ReviewedConversation } from '../../../../../shared/models/quality.ts';
import { call } from '../../../bridge/bridge.ts';
import type { QualityParts } from '../parts.ts';
import { NotedMessagesContext } from './note-button.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { useReview } from './use-review.ts';

interface ReviewDeskProps {
  readonly tenant: string;
  readonly id: string;
  readonly parts: QualityParts;
  readonly onBeside: (step: 1 | -1) => void;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
}

/** A transcript with its review beside it. */
export function ReviewDesk({ tenant, id, parts, onBeside, onNext, onClose }: ReviewDeskProps): ReactNode {
  const { t } = useTranslation('quality');
  const [asked, setAsked] = useState<{ readonly message: string; readonly at: number }>();
  const [begun, setBegun] = useState<string>();
  // The reader asks for the same; it is read once.
  const transcript = useQuery({
    queryKey: ['transcript', tenant, id],
    queryFn: () => call((api) => api.archive.get({ tenant, id })),
    staleTime: 30_000,
    retry: false,
  });
  const about = useMemo(() => transcript.data && aboutOf(transcript.data), [transcript.data]);
  const hand = useReview(tenant, id, about);
  const { judgement, review, change } = hand;
  const isFinished = review?.state === 'finished';
  const noted = {
    noted: new Set(judgement.notes.map(({ message }) => message)),
    add: (message: string) => {
      const there = judgement.notes.find((note) => note.message === message);
      if (there !== undefined || isFinished) {
        setBegun(there?.id);
        return;
      }
      const note: MessageNote = { id: crypto.randomUUID(), message, text: '' };
      setBegun(note.id);
      const { marks, note: overall, notes } = judgement;
      change({ marks, note: overall, notes: [...notes, note] });
    },
  };
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1">
        <NotedMessagesContext value={noted}>
          {parts.renderReader({ id, message: asked?.message, asked: asked?.at, onBeside, onClose })}
        </NotedMessagesContext>
      </div>
      <section
        aria-label={t('review')}
        className="flex min-h-0 w-[clamp(300px,34%,400px)] flex-none flex-col border-s border-line bg-surface"
      >
        <ReviewPanel
          id={id}
          hand={hand}
          messages={transcript.data?.messages ?? []}
          parts={parts}
          begun={begun}
          onGo={(message) => setAsked({ message, at: Date.now() })}
          onNext={onNext}
        />
      </section>
    </div>
  );
}

/** What is kept of a conversation: the CSR who had it last, or who spoke last, and nothing of its contact. */
function aboutOf({ conversation, messages }: ArchivedTranscript): ReviewedConversation {
  const { handler } = conversation;
  const csr =
    handler.kind === 'human' && handler.name !== undefined
      ? handler.name
      : messages.findLast(({ role, author }) => role === 'csr' && author !== undefined)?.author;
  return aboutConversation(conversation, csr);
}
