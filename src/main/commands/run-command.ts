import type { CommandResult } from '../../shared/models/command.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import { type Failure, FailureError, failureOf } from '../../shared/models/failure.ts';
import { sleep } from '../live/ports.ts';
import type { FetchedTranscript, TenantApi } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import type { Log } from '../storage/log.ts';
import { differences } from './differences.ts';
import { provesNotDone, takenBy, unknownOutcome } from './failures.ts';
import type { Identity } from './identity.ts';
import type { Journal } from './journal/journal.ts';
import type { OnceIndex } from './once-index.ts';
import type { Answer, Plan } from './plan.ts';
import { CommandRecord } from './record.ts';

export interface RunDeps {
  readonly api: TenantApi;
  /** Reads the target. Throws as `TenantApi.getTranscript`. */
  readonly read: (id: string) => Promise<FetchedTranscript>;
  readonly journal: Journal;
  readonly once: OnceIndex;
  readonly identity: Identity;
  readonly clock: Clock;
  readonly log: Log;
  /** Waits before each re-reading when the answer was lost, and when it was good but is not to be seen yet. */
  readonly delays: { readonly lost: readonly number[]; readonly answered: readonly number[] };
}

type Refused = Extract<CommandResult, { outcome: 'refused' }>;

/**
 * Runs one command: journal the intent, re-read the target, refuse when it is not as the operator saw it, send once,
 * re-read, journal the outcome. Never throws; never sends twice.
 */
export async function runCommand(plan: Plan, deps: RunDeps): Promise<CommandResult> {
  const record = new CommandRecord(deps.journal, deps.clock, plan);
  let before: FetchedTranscript | undefined;
  let result: CommandResult;
  try {
    const earlier = plan.once === undefined ? undefined : await journaled(deps.once.state(plan.once));
    await journaled(record.intent(deps.identity.me));
    if (earlier !== undefined) result = await lookAgain(plan, deps, earlier);
    else {
      before = await deps.read(plan.id);
      result = checked(plan, deps, before) ?? (await sendOnce(plan, deps, record, before));
    }
  } catch (thrown) {
    const failure = failureOf(thrown);
    // Reading or the journal failed before anything was sent; should it ever be later, nothing is known.
    result = record.sent ? unknown(unknownOutcome(failure, 'no-answer'), undefined) : refused(failure);
  }
  await noteOutcome(plan, deps, record, result, before?.conversation);
  return result;
}

/** It was sent before (perhaps by an earlier run of the console): look what became of it, and send nothing. */
async function lookAgain(plan: Plan, deps: RunDeps, earlier: 'done' | 'unknown'): Promise<CommandResult> {
  const now = await deps.read(plan.id).catch(() => undefined);
  const found = now !== undefined && plan.find(undefined, now, undefined, deps.identity) === 'done';
  if (earlier === 'done' || found) return done(now?.conversation);
  return unknown(unknownOutcome(undefined, 'sent-before'), now?.conversation);
}

/** No command without its line in the journal: what cannot be written down is not done. */
async function journaled<T>(writing: Promise<T>): Promise<T> {
  try {
    return await writing;
  } catch (cause) {
    const detail = { reason: 'journal-write-failed' };
    throw new FailureError('internal', 'The operator journal cannot be written', detail, { cause });
  }
}

/** The result when it must not or need not be sent; undefined to go on. */
function checked(plan: Plan, deps: RunDeps, before: FetchedTranscript): CommandResult | undefined {
  const { identity } = deps;
  const { conversation } = before;
  if (!conversation.ended && plan.already?.(conversation, identity) === true) return done(conversation);
  const changed = differences(plan.expected, conversation);
  const otherHasIt = conversation.handler.kind === 'human' && identity.whose(conversation.handler) !== 'mine';
  if (changed.some(({ field }) => field === 'handler') && otherHasIt && !conversation.ended) {
    return { ...refused(takenBy(conversation.handler), conversation), differences: changed };
  }
  if (changed.length > 0) {
    const failure: Failure = { code: 'stale', message: 'The conversation changed since it was shown' };
    return { ...refused(failure, conversation), differences: changed };
  }
  if (conversation.ended) {
    return refused(
      { code: 'invalid', message: 'The conversation has ended', detail: { reason: 'ended' } },
      conversation,
    );
  }
  const failure = plan.refuse?.(conversation, identity);
  return failure === undefined ? undefined : refused(failure, conversation);
}

async function sendOnce(
  plan: Plan,
  deps: RunDeps,
  record: CommandRecord,
  before: FetchedTranscript,
): Promise<CommandResult> {
  await journaled(record.sending());
  if (plan.once !== undefined) await deps.once.set(plan.once, 'unknown');
  let answer: Answer;
  try {
    answer = await plan.send(deps.api);
  } catch (thrown) {
    return afterFailure(plan, deps, before, failureOf(thrown));
  }
  return afterAnswer(plan, deps, before, answer);
}

/** The instance said yes: see that it is so. */
async function afterAnswer(
  plan: Plan,
  deps: RunDeps,
  before: FetchedTranscript,
  answer: Answer,
): Promise<CommandResult> {
  const look = await watch(plan, deps, before, answer, [0, ...deps.delays.answered], ['done', 'cannot-tell', 'taken']);
  // It said yes and cannot be read now: its word stands.
  if (look === undefined) return done(answer !== undefined && 'handler' in answer ? answer : undefined);
  const { finding, conversation } = look;
  if (finding === 'taken') return refused(takenBy(conversation.handler), conversation);
  if (finding === 'not-done') return unknown(unknownOutcome(undefined, 'not-verified'), conversation);
  return done(conversation);
}

/** The instance refused, or its answer was lost: find out by reading, never by sending again. */
async function afterFailure(
  plan: Plan,
  deps: RunDeps,
  before: FetchedTranscript,
  failure: Failure,
): Promise<CommandResult> {
  if (provesNotDone(failure)) {
    const now = (await deps.read(plan.id).catch(() => undefined))?.conversation;
    if (now === undefined) return refused(failure);
    if (plan.already?.(now, deps.identity) === true) return done(now);
    const named = failure.detail?.takenBy !== undefined;
    const holder = now.handler.kind === 'human' && deps.identity.whose(now.handler) !== 'mine';
    const told = failure.code === 'conflict' && !named && holder ? takenBy(now.handler) : failure;
    return { ...refused(told, now), differences: differences(plan.expected, now) };
  }
  const look = await watch(plan, deps, before, undefined, deps.delays.lost, ['done', 'taken']);
  if (look?.finding === 'done') return done(look.conversation);
  if (look?.finding === 'taken') return refused(takenBy(look.conversation.handler), look.conversation);
  return unknown(unknownOutcome(failure, 'no-answer'), look?.conversation);
}

/** Re-reads after each delay until one of the wanted findings; undefined when it could never be read. */
async function watch(
  plan: Plan,
  deps: RunDeps,
  before: FetchedTranscript,
  answer: Answer,
  delays: readonly number[],
  until: readonly string[],
) {
  let last: { readonly finding: ReturnType<Plan['find']>; readonly conversation: Conversation } | undefined;
  for (const delay of delays) {
    if (delay > 0) await sleep(deps.clock, delay);
    const now = await deps.read(plan.id).catch(() => undefined);
    if (now === undefined) continue;
    last = { finding: plan.find(before, now, answer, deps.identity), conversation: now.conversation };
    if (until.includes(last.finding)) return last;
  }
  return last;
}

async function noteOutcome(
  plan: Plan,
  deps: RunDeps,
  record: CommandRecord,
  result: CommandResult,
  before: Conversation | undefined,
): Promise<void> {
  try {
    if (plan.once !== undefined && record.settles(result.outcome)) {
      await deps.once.set(plan.once, result.outcome);
    }
    await record.outcome(result, before);
  } catch (error) {
    // The deed is done and its result known to the operator; only its line is missing.
    deps.log.error('commands: the outcome could not be journaled', { code: failureOf(error).code });
  }
}

function done(conversation: Conversation | undefined): CommandResult {
  return conversation === undefined ? { outcome: 'done' } : { outcome: 'done', conversation };
}

function refused(failure: Failure, conversation?: Conversation): Refused {
  const result = { outcome: 'refused', failure, differences: [] } as const;
  return conversation === undefined ? result : { ...result, conversation };
}

function unknown(failure: Failure, conversation: Conversation | undefined): CommandResult {
  const result = { outcome: 'unknown', failure } as const;
  return conversation === undefined ? result : { ...result, conversation };
}
