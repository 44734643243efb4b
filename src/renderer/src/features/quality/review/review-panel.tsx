import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Judgement } from '../../../../../shared/models/quality.ts';
import { scoreOf } from '../../../../../shared/models/quality-score.ts';
import type { Message } from '../../../../../shared/models/transcript.ts';
import { announce } from '../../../components/announcer.tsx';
import { Button } from '../../../components/button.tsx';
import { ConfirmDialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { TextArea } from '../../../components/fields.tsx';
import { Loading, Skeleton } from '../../../components/states.tsx';
import { formatNumber } from '../../../lib/format.ts';
import type { QualityParts } from '../parts.ts';
import { CriterionMarks } from './criterion-marks.tsx';
import { MessageNotes } from './message-notes.tsx';
import { ReviewHistory } from './review-history.tsx';
import type { ReviewInHand } from './use-review.ts';

interface ReviewPanelProps {
  readonly id: string;
  readonly hand: ReviewInHand;
  readonly messages: readonly Message[];
  readonly parts: QualityParts;
  readonly begun: string | undefined;
  readonly onGo: (message: string) => void;
  /** Opens the next conversation of the sample that is to review; undefined where there is none. */
  readonly onNext: (() => void) | undefined;
}

/** The scorecard of one conversation: marks, notes, and what becomes of them. */
export function ReviewPanel(props: ReviewPanelProps): ReactNode {
  const { id, hand, messages, parts, begun, onGo, onNext } = props;
  const { t, i18n } = useTranslation(['quality', 'common']);
  const [busy, setBusy] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const { scorecard, review, judgement, saving, failure } = hand;
  if (scorecard === undefined)
    return (
      <div className="flex flex-col gap-3 p-4">
        {failure === undefined ? (
          <Loading>
            <Skeleton className="h-8 w-full" />
            <Skeleton className="h-24 w-full" />
          </Loading>
        ) : (
          <ErrorPanel failure={failure} actions={<Button onClick={hand.reread}>{t('common:tryAgain')}</Button>} />
        )}
      </div>
    );
  const { criteria } = scorecard;
  const { score, failed, missing } = scoreOf(criteria, judgement.marks);
  const isFinished = review?.state === 'finished';
  const change = (part: Partial<Judgement>) => {
    const { marks, note, notes } = judgement;
    hand.change({ marks, note, notes, ...part });
  };
  const act = async (what: 'finish' | 'reopen') => {
    setBusy(true);
    const done = await hand.act(what);
    setBusy(false);
    if (done && what === 'finish') announce(t('finishedNow'));
  };
  const isBlank = review === undefined && !saving;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isFinished || missing.length > 0) return;
    event.preventDefault();
    void act('finish');
  };
  const failedBy = criteria.find(({ id: one, autoFail }) => autoFail && judgement.marks[one] === 0);
  const at = review === undefined ? '' : parts.time(review.at);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl-Enter finishes from any of its fields
    <div className="flex min-h-0 flex-1 flex-col" onKeyDown={onKeyDown}>
      <header className="flex flex-col gap-0.5 border-b border-line px-4 py-2.5">
        <h3 className="font-semibold">{t('reviewOf', { id })}</h3>
        <p className={`text-lg font-semibold tabular-nums ${failed ? 'text-danger' : ''}`}>
          {score === undefined ? t('noScore') : t('score', { score: formatNumber(score, languageOf(i18n.language)) })}
        </p>
        {failed && failedBy !== undefined ? (
          <p className="text-sm text-danger">{t('failedBy', { name: failedBy.name })}</p>
        ) : null}
        <p className="text-sm text-fg-3" role="status">
          {isFinished
            ? t('finishedAt', { time: at })
            : saving
              ? t('saving')
              : isBlank
                ? t('notBegun')
                : t('draftKept', { time: at })}{' '}
          · {t('version', { version: scorecard.version })}
        </p>
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-auto px-4 py-3">
        {failure === undefined ? null : (
          <ErrorPanel failure={failure} actions={<Button onClick={hand.reread}>{t('common:tryAgain')}</Button>} />
        )}
        {criteria.map((criterion) => (
          <CriterionMarks
            key={criterion.id}
            criterion={criterion}
            mark={judgement.marks[criterion.id]}
            disabled={isFinished}
            onMark={(mark) => change({ marks: { ...judgement.marks, [criterion.id]: mark } })}
          />
        ))}
        <MessageNotes
          notes={judgement.notes}
          messages={messages}
          parts={parts}
          disabled={isFinished}
          begun={begun}
          onChange={(notes) => change({ notes })}
          onGo={onGo}
        />
        <TextArea
          label={t('note')}
          help={t('noteHelp')}
          value={judgement.note}
          readOnly={isFinished}
          maxLength={10_000}
          onChange={(note) => change({ note })}
        />
        <ReviewHistory history={review?.history ?? []} time={parts.time} />
      </div>
      <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-4 py-2">
        {isFinished ? (
          <Button busy={busy} onClick={() => void act('reopen')}>
            {t('reopen')}
          </Button>
        ) : (
          <>
            {isBlank ? null : (
              <Button look="quiet" onClick={() => setDiscarding(true)}>
                {t('discard')}
              </Button>
            )}
            <Button
              look="primary"
              busy={busy}
              shortcut="Ctrl+Enter"
              disabledReason={missing.length > 0 ? t('missing', { count: missing.length }) : undefined}
              onClick={() => void act('finish')}
            >
              {t('finish')}
            </Button>
          </>
        )}
        {onNext === undefined ? null : (
          <Button look={isFinished ? 'primary' : 'plain'} onClick={onNext}>
            {t('nextOne')}
          </Button>
        )}
      </footer>
      {discarding ? (
        <ConfirmDialog
          title={t('discard')}
          action={t('discard')}
          look="danger"
          onConfirm={async () => {
            await hand.act('discard');
          }}
          onClose={() => setDiscarding(false)}
        >
          {t('discardAsk')}
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function languageOf(language: string): 'en' | 'fr' {
  return language.startsWith('fr') ? 'fr' : 'en';
}
