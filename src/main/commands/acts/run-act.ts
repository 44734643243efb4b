import type { ActResult, Picture, PictureDifference } from '../../../shared/models/act.ts';
import { type Failure, FailureError, failureOf } from '../../../shared/models/failure.ts';
import { sleep } from '../../live/ports.ts';
import type { Clock } from '../../storage/clock.ts';
import type { Log } from '../../storage/log.ts';
import { provesNotDone, unknownOutcome } from '../failures.ts';
import type { Me } from '../identity.ts';
import { InTurn } from '../in-turn.ts';
import type { Journal } from '../journal/journal.ts';
import type { Act } from './act.ts';
import { ActRecord } from './act-record.ts';

export interface ActDeps {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly me: () => Me | undefined;
  /** Waits before each re-reading when the answer was lost, and when it was good but is not to be seen yet. */
  readonly delays?: { readonly lost: readonly number[]; readonly answered: readonly number[] };
}

/** Runs acts, those on one thing in turn. */
export type RunAct = <T>(act: Act<T>) => Promise<ActResult<T>>;

/** After a lost answer about fourteen seconds of looking; after a good one that is not to be seen yet, about four. */
const DELAYS = { lost: [500, 1_500, 4_000, 8_000], answered: [300, 1_000, 3_000] };

/** Makes what runs acts with all care: as `run-command.ts` does for conversations. */
export function createActs(deps: ActDeps): RunAct {
  const turns = new InTurn();
  return (act) => turns.run(`${act.tenant}\n${act.subject.kind}\n${act.subject.ids.join()}`, () => runAct(act, deps));
}

/**
 * Journals the intent, re-reads, refuses what is not as the operator saw it, sends once, re-reads, journals the outcome.
 * Never throws; never sends twice.
 */
async function runAct<T>(act: Act<T>, deps: ActDeps): Promise<ActResult<T>> {
  const record = new ActRecord(deps.journal, deps.clock, act);
  let before: T | undefined;
  let result: ActResult<T>;
  try {
    await journaled(record.intent(deps.me() ?? {}));
    before = await act.read();
    result = checked<T>(act, before) ?? (await sendOnce<T>(act, deps, record, before));
  } catch (thrown) {
    const failure = failureOf(thrown);
    // Reading or the journal failed before anything was sent; should it ever be later, nothing is known.
    result = record.sent
      ? unknown<T>(unknownOutcome(failure, 'no-answer'), undefined)
      : refused<T>(failure, undefined, []);
  }
  try {
    await record.outcome(result, picture(act, before), picture(act, result.now));
  } catch (error) {
    // The deed is done and its result known to the operator; only its line is missing.
    deps.log.error('acts: the outcome could not be journaled', { code: failureOf(error).code });
  }
  return result;
}

/** No act without its line in the journal: what cannot be written down is not done. */
async function journaled(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (cause) {
    const detail = { reason: 'journal-write-failed' };
    throw new FailureError('internal', 'The operator journal cannot be written', detail, { cause });
  }
}

/** The result when it must not or need not be sent; undefined to go on. */
function checked<T>(act: Act<T>, now: T | undefined): ActResult<T> | undefined {
  if (act.already?.(now) === true) return done(now);
  const changed = now === undefined ? [] : pictureDifferences(act.expected, act.picture(now));
  if (changed.length > 0) {
    return refused({ code: 'stale', message: 'It changed since it was shown' }, now, changed);
  }
  const failure = act.refuse?.(now);
  return failure === undefined ? undefined : refused(failure, now, []);
}

/** What changed between what the operator saw and what is; only fields that they saw count. */
export function pictureDifferences(expected: Picture, now: Picture): readonly PictureDifference[] {
  return Object.entries(expected).flatMap(([field, before]) => {
    const found = now[field];
    if (before === undefined || found === undefined || before === found) return [];
    return [{ field, before: String(before), now: String(found) }];
  });
}

async function sendOnce<T>(
  act: Act<T>,
  deps: ActDeps,
  record: ActRecord<T>,
  before: T | undefined,
): Promise<ActResult<T>> {
  await journaled(record.sending());
  let answer: T | undefined;
  try {
    answer = await act.send(before);
  } catch (thrown) {
    return afterFailure(act, deps, before, failureOf(thrown));
  }
  const look = await watch(
    act,
    deps,
    before,
    answer,
    [0, ...(deps.delays ?? DELAYS).answered],
    ['done', 'cannot-tell'],
  );
  // It said yes and cannot be read now: its word stands.
  if (look === undefined) return done(answer);
  if (look.finding === 'not-done') return unknown(unknownOutcome(undefined, 'not-verified'), look.now);
  return done(look.now ?? answer);
}

/** The instance refused, or its answer was lost: find out by reading, never by sending again. */
async function afterFailure<T>(
  act: Act<T>,
  deps: ActDeps,
  before: T | undefined,
  failure: Failure,
): Promise<ActResult<T>> {
  if (provesNotDone(failure)) {
    const now = await act.read().catch(() => undefined);
    const changed = now === undefined ? [] : pictureDifferences(act.expected, act.picture(now));
    return refused(failure, now, changed);
  }
  const look = await watch(act, deps, before, undefined, (deps.delays ?? DELAYS).lost, ['done']);
  if (look?.finding === 'done') return done(look.now);
  return unknown(unknownOutcome(failure, 'no-answer'), look?.now);
}

/** Re-reads after each delay until one of the wanted findings; undefined when it could never be read. */
async function watch<T>(
  act: Act<T>,
  deps: ActDeps,
  before: T | undefined,
  answer: T | undefined,
  delays: readonly number[],
  until: readonly string[],
) {
  let last: { readonly finding: ReturnType<Act<T>['find']>; readonly now: T | undefined } | undefined;
  for (const delay of delays) {
    if (delay > 0) await sleep(deps.clock, delay);
    const look = await act.read().then(
      (now) => ({ now }),
      () => undefined,
    );
    if (look === undefined) continue;
    last = { finding: act.find(before, look.now, answer), now: look.now };
    if (until.includes(last.finding)) return last;
  }
  return last;
}

function picture<T>(act: Act<T>, thing: T | undefined): Picture | undefined {
  return thing === undefined ? undefined : act.picture(thing);
}

function done<T>(now: T | undefined): ActResult<T> {
  return now === undefined ? { outcome: 'done' } : { outcome: 'done', now };
}

function refused<T>(
  failure: Failure,
  now: T | undefined,
  differences: readonly PictureDifference[],
): Extract<ActResult<T>, { outcome: 'refused' }> {
  const result = { outcome: 'refused', failure, differences } as const;
  return now === undefined ? result : { ...result, now };
}

function unknown<T>(failure: Failure, now: T | undefined): ActResult<T> {
  const result = { outcome: 'unknown', failure } as const;
  return now === undefined ? result : { ...result, now };
}
