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
import { type Handled, isWaiting } from '../model/triage.ts';
import type { LiveWords } from '../model/use-live-words.ts';
import { NewMark } from './new-mark.tsx';
import { RiskMark, riskTone } from './risk-mark.tsx';
import { SentimentSpark } from './sentiment-spark.tsx';

/*
 * Of a row that changes, one or two cells do: each gets what it draws and nothing else, so that the table sees which
 * (table/row-cells.tsx). The parts of a row keep their identity while they say the same (bridge/row-reader.ts).
 */

/** Words come from the table, not from a hook: a row is drawn often, and looking them up costs more than drawing. */
interface Worded {
  readonly words: LiveWords;
}

interface RiskCellProps extends Worded {
  readonly risk: ConversationRow['risk'];
  /** When the row came, while it counts as new (epoch ms). */
  readonly since: number | undefined;
  readonly newLabel: string;
}

/** Risk, and that the row has just come. */
export function RiskCell({ risk, words, since, newLabel }: RiskCellProps): ReactNode {
  return (
    <span className="flex items-center">
      <RiskMark risk={risk} words={words} />
      {since === undefined ? null : <NewMark since={since} label={newLabel} />}
    </span>
  );
}

interface ContactCellProps {
  readonly contact: ConversationRow['contact'];
  readonly mask: Mask;
}

/** Who is on the other end, with the personal part hidden. */
export function ContactCell({ contact, mask }: ContactCellProps): ReactNode {
  const shown = mask.contact(contact.display);
  // A web contact is displayed by its name: once is enough.
  const name = contact.name === undefined || contact.name === contact.display ? undefined : mask.name(contact.name);
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

interface HandlerCellProps extends Handled, Worded {
  readonly ended: boolean;
  readonly status: string;
  readonly me: string;
}

/** Who runs it: purple when a person has it, amber while it waits. */
export function HandlerCell({ words, me, ...row }: HandlerCellProps): ReactNode {
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

interface FlowCellProps {
  readonly flow: string | undefined;
  readonly state: string | undefined;
}

/** Flow and state: where it is in what it follows. */
export function FlowCell({ flow, state }: FlowCellProps): ReactNode {
  return (
    <span>
      {flow}
      {state === undefined ? null : (
        <span className="text-fg-3">
          {flow === undefined ? '' : ' › '}
          {state}
        </span>
      )}
    </span>
  );
}

interface SentimentCellProps extends Worded {
  readonly sentiments: ConversationRow['sentiments'];
  readonly trend: readonly number[];
  readonly level: number | undefined;
}

/** The mood of the last turns and the strongest feeling. */
export function SentimentCell(props: SentimentCellProps): ReactNode {
  const { sentiments, trend, level, words } = props;
  const top = topSentiments(sentiments)[0];
  const text = top === undefined ? '' : `${words.sentiment(top.name)} ${words.score(top.score)}`;
  return (
    <span className="flex items-center gap-2" title={text}>
      <SentimentSpark trend={trend} className={riskTone(level)} />
      {top === undefined ? null : (
        <>
          <span className="min-w-0 truncate text-fg-2">{words.sentiment(top.name)}</span>
          <span className="-ms-1 flex-none text-fg-3">{words.score(top.score)}</span>
        </>
      )}
    </span>
  );
}

interface DurationCellProps {
  readonly startedAt: number | undefined;
  readonly endedAt: number | undefined;
  readonly clock: ServerClock;
}

/** How long it runs, ticking; how long it took, once ended. */
export function DurationCell({ startedAt, endedAt, clock }: DurationCellProps): ReactNode {
  const at = useCallback(
    (now: number) => (startedAt === undefined ? '–' : formatDuration((endedAt ?? clock.from(now)) - startedAt)),
    [startedAt, endedAt, clock],
  );
  return <Ticking at={at} />;
}

interface AgeCellProps extends Worded {
  readonly seenAt: number;
  readonly ages: DataAges;
}

/** How old what the row shows is; past a limit the whole row fades. */
export function AgeCell({ seenAt, words, ages }: AgeCellProps): ReactNode {
  const at = useCallback((now: number) => words.age(ages.of(seenAt, now)), [words, ages, seenAt]);
  const late = useCallback((now: number) => ages.of(seenAt, now) > OLD_AFTER_MS, [ages, seenAt]);
  return <Ticking at={at} late={late} lateOn="tr" className="text-fg-3" />;
}
