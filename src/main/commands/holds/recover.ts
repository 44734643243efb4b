import { randomUUID } from 'node:crypto';
import type { CommandResult } from '../../../shared/models/command.ts';
import { failureCodeSchema } from '../../../shared/models/failure.ts';
import type { Intent, OutcomeDetails } from '../journal/entry.ts';
import type { JournalRecord } from '../journal/journal.ts';
import { HeldCommand } from './held-command.ts';
import type { KeptHold } from './hold-file.ts';

/**
 * What the last run of the console left of one hold: what it had come to, finished; and what was certainly not sent, to
 * be decided again. Often only one of the two.
 * @param records the whole journal; undefined when it cannot be read.
 */
export function takeUp(kept: KeptHold, records: readonly JournalRecord[] | undefined): readonly HeldCommand[] {
  const { results, unsent } =
    kept.phase === 'not-sent'
      ? { results: new Map<string, CommandResult>(), unsent: kept.targets }
      : recoverHold(kept, records);
  const items: HeldCommand[] = [];
  if (results.size > 0) {
    const targets = kept.targets.filter(({ id }) => results.has(id));
    const done = new HeldCommand({ ...kept, targets }, 'finished');
    for (const [id, result] of results) done.note(id, result);
    items.push(done);
  }
  if (unsent.length > 0) {
    const id = results.size > 0 ? randomUUID() : kept.id;
    const reason = kept.reason ?? 'console-ended';
    items.push(new HeldCommand({ ...kept, id, targets: unsent, phase: 'not-sent', reason }, 'not-sent'));
  }
  return items;
}

/** What the journal tells of a hold that was pending or under way when the console ended. */
interface Recovered {
  /** Results of the conversations that it had come to. */
  readonly results: ReadonlyMap<string, CommandResult>;
  /** Targets for which certainly nothing was sent. */
  readonly unsent: KeptHold['targets'];
}

/**
 * Finds out what became of a hold. A request announced in the journal without an outcome may have been carried out.
 * @param records the whole journal; undefined when it cannot be read.
 */
function recoverHold(kept: KeptHold, records: readonly JournalRecord[] | undefined): Recovered {
  const results = new Map<string, CommandResult>();
  const commands = new Map<string, string>();
  for (const { facts, details } of records ?? []) {
    if (details?.intent?.hold === kept.id) commands.set(facts.command, targetOf(details.intent));
    const conversation = commands.get(facts.command);
    if (conversation === undefined) continue;
    if (facts.phase === 'sending') results.set(conversation, unknown());
    if (facts.phase === 'outcome') results.set(conversation, resultOf(facts.outcome, details?.outcome));
  }
  // Without all details a command of this hold may be among what cannot be read: then silence proves nothing.
  const proof = records?.every(({ details }) => details !== undefined) === true;
  if (kept.phase === 'released' && !proof) {
    for (const { id } of kept.targets) if (!results.has(id)) results.set(id, unknown());
  }
  return { results, unsent: kept.targets.filter(({ id }) => !results.has(id)) };
}

/** The one thing that a command was about. */
function targetOf({ conversation, subject }: Intent): string {
  return conversation ?? subject?.ids[0] ?? '';
}

function unknown(): CommandResult {
  const failure = {
    code: 'unknown-outcome',
    message: 'The console ended while this was under way',
    detail: { reason: 'console-ended' },
  } as const;
  return { outcome: 'unknown', failure };
}

function resultOf(outcome: CommandResult['outcome'] | undefined, details: OutcomeDetails | undefined): CommandResult {
  if (outcome === 'done') return { outcome };
  if (outcome !== 'refused') return unknown();
  const code = failureCodeSchema.catch('internal').parse(details?.answer?.code);
  const reason = details?.answer?.reason;
  const failure = {
    code,
    message: 'Refused before the console ended',
    ...(reason === undefined ? {} : { detail: { reason } }),
  };
  return { outcome, failure, differences: [] };
}
