import { CircleHelp, TriangleAlert, UserRound, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../../../shared/models/command.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { useHubStatus } from '../../../app/session-context.tsx';
import { Button, IconButton } from '../../../components/button.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { Ticking } from '../../../lib/ticking.tsx';
import type { CommandState } from '../model/outcomes.ts';
import { useLiveWords } from '../model/use-live-words.ts';

interface OutcomeNoticeProps {
  readonly state: CommandState;
  readonly onCheck: () => void;
  readonly onDismiss: () => void;
}

/** What became of the last command, when it did not simply work. Typed text is never touched by it. */
export function OutcomeNotice({ state, onCheck, onDismiss }: OutcomeNoticeProps): ReactNode {
  const { t } = useTranslation('live');
  if (state.phase === 'idle' || state.phase === 'running') return null;
  const dismiss = (
    <IconButton label={t('outcome.dismiss')} className="-me-1.5 -mt-0.5" onClick={onDismiss}>
      <X className="icon" aria-hidden />
    </IconButton>
  );
  if (state.phase === 'unknown') {
    return (
      <Notice tone="border-warn" icon={<CircleHelp className="icon mt-0.5 text-warn" aria-hidden />} buttons={dismiss}>
        <strong className="font-semibold">{t(`outcome.unknown.${state.action}`)}</strong>
        <p className="text-fg-2">{t(state.checked ? 'outcome.checked' : 'outcome.unknownMeans')}</p>
        {state.action === 'reply' ? <p className="text-fg-2">{t('outcome.textKept')}</p> : null}
        <Button className="mt-1" onClick={onCheck}>
          {t('outcome.checkAgain')}
        </Button>
      </Notice>
    );
  }
  const takenBy = state.failure.code === 'conflict' ? state.failure.detail?.takenBy : undefined;
  if (takenBy !== undefined) {
    return (
      <Notice tone="border-human" icon={<UserRound className="icon mt-0.5 text-human" aria-hidden />} buttons={dismiss}>
        <strong className="font-semibold">
          <Taken name={takenBy.name ?? t('outcome.someone')} at={takenBy.at} />
        </strong>
        <p className="text-fg-2">{t('outcome.takenMeans')}</p>
      </Notice>
    );
  }
  if (state.failure.code === 'stale') {
    return (
      <Notice
        tone="border-warn"
        icon={<TriangleAlert className="icon mt-0.5 text-warn" aria-hidden />}
        buttons={dismiss}
      >
        <strong className="font-semibold">{t('outcome.stale')}</strong>
        <Differences differences={state.differences} />
        <p className="text-fg-2">{t('outcome.staleNext')}</p>
      </Notice>
    );
  }
  return <Failed failure={state.failure} dismiss={dismiss} isReply={state.action === 'reply'} />;
}

function Failed(props: {
  readonly failure: Failure;
  readonly dismiss: ReactNode;
  readonly isReply: boolean;
}): ReactNode {
  const { t } = useTranslation('live');
  return (
    <div className="flex flex-col gap-1">
      <ErrorPanel failure={props.failure} corner={props.dismiss} />
      {props.isReply ? <p className="text-sm text-fg-2">{t('outcome.textKept')}</p> : null}
    </div>
  );
}

function Taken({ name, at }: { readonly name: string; readonly at: number | undefined }): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const skew = useHubStatus().value?.clockSkew ?? 0;
  if (at === undefined) return t('outcome.taken', { name });
  // `at` is by the instance's clock.
  return <Ticking at={(now) => t('outcome.takenAgo', { name, age: words.age(now + skew - at) })} />;
}

function Differences({ differences }: { readonly differences: readonly Difference[] }): ReactNode {
  const { t } = useTranslation('live');
  const words = useLiveWords();
  const value = ({ field }: Difference, text: string) =>
    field === 'status' ? words.status(text) : field === 'handler' ? words.handlerKind(text) : text;
  return (
    <ul className="my-1 flex flex-col gap-0.5">
      {differences.map((difference) => (
        <li key={difference.field}>
          {t(`outcome.field.${difference.field}`)}{' '}
          <del className="text-fg-3">{value(difference, difference.before)}</del> <span aria-hidden>→</span>{' '}
          <ins className="font-semibold no-underline">{value(difference, difference.now)}</ins>
        </li>
      ))}
    </ul>
  );
}

function Notice(props: {
  readonly tone: string;
  readonly icon: ReactNode;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <section
      role="alert"
      className={`flex gap-2 rounded-md border bg-surface px-3 py-2 ${props.tone}`}
      data-testid="outcome"
    >
      {props.icon}
      <div className="min-w-0 flex-1 select-text">{props.children}</div>
      {props.buttons}
    </section>
  );
}
