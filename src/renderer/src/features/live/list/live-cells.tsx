import { UserRound } from 'lucide-react';
import { type ReactNode, useCallback } from 'react';
import { OLD_AFTER_MS } from '../../../../../shared/models/age.ts';
import { type ConversationRow, topSentiments } from '../../../../../shared/models/conversation.ts';
import type { Mask } from '../../../../../shared/models/mask.ts';
import { formatDuration } from '../../../lib/format.ts';
import { Ticking } from '../../../lib/ticking.tsx';
import { isMine } from '../model/availability.ts';
import type { DataAges } from '../model/data-ages.ts';
import type { ServerClock } from '../model/server-clock.ts';
import { isWaiting } from '../model/triage.ts';
import type { LiveWords } from '../model/use-live-words.ts';
import { riskTone } from './risk-mark.tsx';
import { SentimentSpark } from './sentiment-spark.tsx';

interface RowProps {
  readonly row: ConversationRow;
}

/** Words come from the table, not from a hook: a row is drawn often, and looking them up costs more than drawing. */
interface WordedProps extends RowProps {
  readonly words: LiveWords;
}

/** Who is on the other end, with the personal part hidden. */
export function ContactCell({ row, mask }: RowProps & { readonly mask: Mask }): ReactNode {
  const shown = mask.contact(row.contact.display);
  // A web contact is displayed by its name: once is enough.
  const name =
    row.contact.name === undefined || row.contact.name === row.contact.display
      ? undefined
      : mask.name(row.contact.name);
  return (
    // One line high: a name that does not fit whole wraps out of sight, so that a number never seems cut.
    <span
      className="flex h-[1lh] flex-wrap gap-x-2 overflow-hidden"
      title={name === undefined ? shown : `${name} · ${shown}`}
    >
      <span className={`max-w-full truncate ${/\d/u.test(shown) ? 'font-mono text-sm leading-[1lh]' : ''}`}>
        {shown}
      </span>
      {name === undefined ? null : <span className="max-w-full truncate text-fg-2">{name}</span>}
    </span>
  );
}

/** Who runs it: purple when a person has it, amber while it waits. */
export function HandlerCell({ row, words, me }: WordedProps & { readonly me: string }): ReactNode {
  // Nobody runs what has ended: how it ended is said in place of who had it.
  if (row.ended) return <span className="text-fg-3">{words.status(row.status)}</span>;
  const text = words.handler(row, me);
  const tone = row.handler.kind === 'human' ? 'text-human' : isWaiting(row) ? 'text-warn' : 'text-fg-2';
  const mine = isMine(row, me);
  // The icon stands for "Human", so that names have room.
  const person = mine || row.handler.kind !== 'human' ? undefined : row.handler.name;
  return (
    <span className={`${tone} ${mine ? 'font-semibold' : ''}`} title={text}>
      {person === undefined ? null : (
        <UserRound className="me-1 inline-block size-3.5 align-[-2px]" strokeWidth={1.75} aria-hidden />
      )}
      {person ?? text}
    </span>
  );
}

/** Flow and state: where it is in what it follows. */
export function FlowCell({ row }: RowProps): ReactNode {
  const flow = row.flow?.name;
  const parts = [flow, row.state].filter((part) => part !== undefined);
  return (
    <span title={parts.join(' › ')}>
      {flow}
      {row.state === undefined ? null : (
        <span className="text-fg-3">
          {flow === undefined ? '' : ' › '}
          {row.state}
        </span>
      )}
    </span>
  );
}

/** The mood of the last turns and the strongest feeling. */
export function SentimentCell({ row, words }: WordedProps): ReactNode {
  const top = topSentiments(row.sentiments)[0];
  const text = top === undefined ? '' : `${words.sentiment(top.name)} ${words.score(top.score)}`;
  return (
    <span className="flex items-center gap-2" title={text}>
      <SentimentSpark trend={row.sentimentTrend} className={riskTone(row.risk?.level)} />
      {top === undefined ? null : (
        <>
          <span className="min-w-0 truncate text-fg-2">{words.sentiment(top.name)}</span>
          <span className="-ms-1 flex-none text-fg-3">{words.score(top.score)}</span>
        </>
      )}
    </span>
  );
}

/** How long it runs, ticking; how long it took, once ended. */
export function DurationCell({ row, clock }: RowProps & { readonly clock: ServerClock }): ReactNode {
  const { startedAt, endedAt } = row;
  const at = useCallback(
    (now: number) => (startedAt === undefined ? '–' : formatDuration((endedAt ?? clock.from(now)) - startedAt)),
    [startedAt, endedAt, clock],
  );
  return <Ticking at={at} />;
}

/** How old what the row shows is; past a limit the whole row fades. */
export function AgeCell({ row, words, ages }: WordedProps & { readonly ages: DataAges }): ReactNode {
  const { seenAt } = row;
  const at = useCallback((now: number) => words.age(ages.of(seenAt, now)), [words, ages, seenAt]);
  const late = useCallback((now: number) => ages.of(seenAt, now) > OLD_AFTER_MS, [ages, seenAt]);
  return <Ticking at={at} late={late} lateOn="tr" className="text-fg-3" />;
}
