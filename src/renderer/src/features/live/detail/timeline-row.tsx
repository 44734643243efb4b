import { ChevronRight, FunctionSquare, LoaderCircle, OctagonX } from 'lucide-react';
import { memo, type ReactNode, use, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FunctionCall, Message, Transition } from '../../../../../shared/models/transcript.ts';
import { MessageLink } from '../../../app/conversation-links.tsx';
import { useMask } from '../../../app/use-mask.ts';
import { exactTime, secondOfDay } from '../../../components/time.tsx';
import { TimeWordsContext } from '../../../components/time-words.ts';
import { shorten } from '../../../lib/format.ts';
import type { TimelineItem } from './timeline.ts';

/** Longest JSON shown of one side of a call; the rest would stall the window and help nobody. */
const MAX_JSON = 20_000;

interface TimelineRowProps {
  readonly item: TimelineItem;
  readonly timeZone: string | undefined;
}

/** One line of the transcript. All text is plain: nothing that a customer writes becomes markup or a link. */
export const TimelineRow = memo(function TimelineRow({ item, timeZone }: TimelineRowProps): ReactNode {
  switch (item.kind) {
    case 'message':
      return <MessageBubble message={item.message} timeZone={timeZone} />;
    case 'call':
      return <CallBlock call={item.call} timeZone={timeZone} />;
    case 'transition':
      return <TransitionLine transition={item.transition} timeZone={timeZone} />;
  }
});

const BUBBLES: Readonly<Record<Message['role'], string>> = {
  customer: 'self-start bg-selected text-fg',
  ai: 'self-end border border-line bg-raised text-fg',
  csr: 'self-end border border-human bg-raised text-fg',
  system: 'self-center text-center text-fg-2',
  unknown: 'self-start border border-dashed border-line-strong text-fg',
};

function MessageBubble({
  message,
  timeZone,
}: {
  readonly message: Message;
  readonly timeZone: string | undefined;
}): ReactNode {
  const { t } = useTranslation('live');
  const text = useMask().text(message.text);
  const { role } = message;
  const who = role === 'unknown' ? (message.roleLabel ?? t('role.unknown')) : t(`role.${role}`);
  const author = message.author !== undefined && role === 'csr' ? `${who} · ${message.author}` : who;
  if (role === 'system') {
    return (
      <p className="py-1 text-center text-sm text-fg-2 select-text">
        {text} <Stamp at={message.at} timeZone={timeZone} />
      </p>
    );
  }
  const side = BUBBLES[role].startsWith('self-end') ? 'items-end' : 'items-start';
  return (
    <article aria-label={author} className={`group flex flex-col gap-0.5 py-1.5 ${side}`}>
      <p
        // What is said has a direction of its own, whatever the console's language.
        dir="auto"
        className={`max-w-[86%] rounded-lg px-3 py-1.5 break-words whitespace-pre-wrap select-text ${BUBBLES[role]}`}
      >
        {message.notText === undefined ? null : (
          <span className="block text-sm text-fg-2">
            {message.notText === '' ? t('notTextUnnamed') : t('notText', { kind: message.notText })}
          </span>
        )}
        {text}
      </p>
      <p className="px-0.5 text-xs text-fg-3">
        <span className={role === 'csr' ? 'text-human' : ''}>{author}</span>{' '}
        <Stamp at={message.at} timeZone={timeZone} />
        <MessageLink message={message.id} />
      </p>
    </article>
  );
}

function CallBlock({
  call,
  timeZone,
}: {
  readonly call: FunctionCall;
  readonly timeZone: string | undefined;
}): ReactNode {
  const { t } = useTranslation('live');
  const mask = useMask();
  const [open, setOpen] = useState(false);
  const failed = call.status === 'failed' || call.error !== undefined;
  const took =
    call.startedAt !== undefined && call.finishedAt !== undefined ? call.finishedAt - call.startedAt : undefined;
  return (
    <div className={`my-1.5 border-s-2 bg-raised text-sm ${failed ? 'border-danger' : 'border-accent'}`}>
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="flex w-full items-start gap-2 px-2 py-1.5 text-start hover:bg-hover"
      >
        <ChevronRight className={`mt-0.5 size-3.5 flex-none text-fg-3 ${open ? 'rotate-90' : ''}`} aria-hidden />
        <CallIcon status={failed ? 'failed' : call.status} />
        <span className="flex min-w-0 flex-1 flex-col">
          <span className={`font-mono break-words ${open ? '' : 'line-clamp-2'}`}>
            {call.name}
            {open ? '' : mask.text(summary(call))}
          </span>
          {call.statusLabel === undefined || failed ? (
            <span className="sr-only">{t(`call.${failed ? 'failed' : call.status}`)}</span>
          ) : (
            <span className="text-warn">{t('call.otherStatus', { status: call.statusLabel })}</span>
          )}
          <span className="text-end text-xs text-fg-3">
            {took === undefined ? '' : `${took} ms · `}
            <Stamp at={call.startedAt} timeZone={timeZone} />
          </span>
        </span>
      </button>
      {open ? (
        <dl className="flex flex-col gap-1.5 px-3 pb-2 select-text">
          <Json label={t('call.inputs')} value={call.inputs} />
          <Json label={t('call.outputs')} value={call.outputs} />
          {call.event === undefined ? null : <Plain label={t('call.event')} text={call.event} />}
          {call.error === undefined ? null : <Plain label={t('call.error')} text={call.error} />}
        </dl>
      ) : null}
    </div>
  );
}

function CallIcon({ status }: { readonly status: FunctionCall['status'] }): ReactNode {
  if (status === 'failed') return <OctagonX className="mt-0.5 size-3.5 flex-none text-danger" aria-hidden />;
  if (status === 'running')
    return <LoaderCircle className="mt-0.5 size-3.5 flex-none animate-spin text-accent" aria-hidden />;
  return <FunctionSquare className="mt-0.5 size-3.5 flex-none text-fg-2" aria-hidden />;
}

/** `(account: 88-1204) → { priority: true }` on one or two lines. */
function summary(call: FunctionCall): string {
  const outputs = call.outputs === undefined || call.outputs === null ? '' : ` → ${inline(call.outputs)}`;
  return shorten(`(${listed(call.inputs)})${outputs}`, 240);
}

function inline(value: unknown): string {
  const parts = listed(value);
  return typeof value === 'object' && parts !== '' ? `{ ${parts} }` : parts;
}

function listed(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  const parts = Object.entries(value).map(
    ([key, entry]) => `${key}: ${typeof entry === 'object' ? '…' : String(entry)}`,
  );
  return parts.join(', ');
}

function Json({ label, value }: { readonly label: string; readonly value: unknown }): ReactNode {
  const { t } = useTranslation('live');
  const mask = useMask();
  const text =
    value === undefined || value === null
      ? t('call.nothing')
      : (JSON.stringify(value, (_key, part) => (typeof part === 'string' ? mask.text(part) : part), 2) ??
        String(value));
  return <Plain label={label} text={shorten(text, MAX_JSON)} />;
}

function Plain({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <div>
      <dt className="text-xs text-fg-3">{label}</dt>
      <dd>
        <pre className="max-h-64 overflow-auto font-mono text-xs break-words whitespace-pre-wrap">{text}</pre>
      </dd>
    </div>
  );
}

function TransitionLine({
  transition,
  timeZone,
}: {
  readonly transition: Transition;
  readonly timeZone: string | undefined;
}): ReactNode {
  const { t } = useTranslation('live');
  return (
    <p className="flex items-center gap-2 py-1 text-xs text-fg-3">
      <span aria-hidden className="h-px flex-1 bg-line" />
      <span className="sr-only">{t('detail.transition')}</span>
      <span className="truncate" title={transition.event}>
        {transition.to === '' ? (
          <span className="text-fg-2">{transition.event}</span>
        ) : (
          <>
            {transition.from} → <span className="text-fg-2">{transition.to}</span>
          </>
        )}
      </span>
      <Stamp at={transition.at} timeZone={timeZone} />
      <span aria-hidden className="h-px flex-1 bg-line" />
    </p>
  );
}

/** Time of day; the date, the zone and whose clock it is on hover. */
function Stamp({
  at,
  timeZone,
}: {
  readonly at: number | undefined;
  readonly timeZone: string | undefined;
}): ReactNode {
  const { t, i18n } = useTranslation('live');
  const words = use(TimeWordsContext);
  if (at === undefined) return null;
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={t('detail.serverTime', { time: words?.(at) ?? exactTime(at, i18n.language, timeZone) })}
      className="whitespace-nowrap"
    >
      {secondOfDay(at, i18n.language, timeZone)}
    </time>
  );
}
