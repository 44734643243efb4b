import type { JournalEntry, JournalPage } from '../../../shared/models/journal.ts';
import type { Details } from './entry.ts';
import type { JournalRecord } from './journal.ts';

/** What narrows a listing; all that is given must hold. */
export interface EntryFilter {
  readonly tenant?: string | undefined;
  readonly conversation?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: 'done' | 'refused' | 'unknown' | 'undone' | 'not-sent' | 'open' | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly text?: string | undefined;
}

/** Gathers the journal's lines into one entry a command, hold or mark, oldest first. */
export function gatherEntries(records: readonly JournalRecord[]): JournalEntry[] {
  const entries = new Map<string, JournalEntry>();
  for (const record of records) {
    const { seq, at, facts } = record;
    const mark = facts.phase === 'mark';
    const id = mark ? `mark-${seq}` : facts.command;
    const known = entries.get(id);
    const first: JournalEntry = {
      id,
      seq,
      kind: 'command',
      at,
      conversations: [],
      phases: [],
      differences: [],
      sealed: false,
    };
    entries.set(id, withLine(known ?? { ...first, kind: kindOf(facts.phase) }, record));
  }
  return [...entries.values()];
}

/** One page, newest first. @param before only entries that begin before this line. */
export function pageOf(
  entries: readonly JournalEntry[],
  filter: EntryFilter,
  before: number | undefined,
  limit: number,
): JournalPage {
  const passing = entries.filter((entry) => passes(entry, filter)).reverse();
  const rest = before === undefined ? passing : passing.filter(({ seq }) => seq < before);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const more = last !== undefined && rest.length > page.length;
  return { entries: page, total: passing.length, ...(more ? { next: last.seq } : {}) };
}

/** True when the entry passes. */
export function passes(entry: JournalEntry, filter: EntryFilter): boolean {
  const { tenant, conversation, action, outcome, from, to, text } = filter;
  return (
    (tenant === undefined || entry.tenant === tenant) &&
    (conversation === undefined || entry.conversations.includes(conversation)) &&
    (action === undefined || entry.action === action) &&
    (outcome === undefined || outcomeOf(entry) === outcome) &&
    entry.at >= (from ?? 0) &&
    entry.at < (to ?? Number.POSITIVE_INFINITY) &&
    (text === undefined || said(entry).includes(text.toLowerCase()))
  );
}

/** How an entry ended, in one word; `open`: it has not, or the console died in between. */
export function outcomeOf({ kind, outcome, phases }: JournalEntry): EntryFilter['outcome'] {
  if (outcome !== undefined) return outcome;
  const last = phases.at(-1)?.phase;
  if (last === 'undone' || last === 'not-sent') return last;
  // A released hold has done its part; its commands tell the rest.
  return kind === 'mark' || kind === 'note' || last === 'released' ? undefined : 'open';
}

function said({ id, conversations, subject, action, actor, expected, after, answer }: JournalEntry): string {
  const takenBy = answer?.takenBy?.name;
  const words = [
    id,
    action,
    actor?.name,
    expected?.handlerName,
    after?.handlerName,
    answer?.code,
    answer?.reason,
    takenBy,
    subject?.campaign?.name,
    ...(subject?.ids ?? []),
  ];
  return [...conversations, ...words].join('\n').toLowerCase();
}

function kindOf(phase: JournalEntry['phases'][number]['phase']): JournalEntry['kind'] {
  if (phase === 'mark' || phase === 'note') return phase;
  return phase === 'intent' || phase === 'sending' || phase === 'outcome' ? 'command' : 'hold';
}

function withLine(entry: JournalEntry, { seq, at, facts, details }: JournalRecord): JournalEntry {
  return {
    ...entry,
    phases: [...entry.phases, { seq, phase: facts.phase, at }],
    sealed: entry.sealed || details === undefined,
    ...(facts.outcome === undefined ? {} : { outcome: facts.outcome }),
    ...(details?.intent === undefined ? {} : fromIntent(details.intent)),
    ...(details?.held === undefined ? {} : fromHeld(details.held)),
    ...(details?.outcome === undefined ? {} : fromOutcome(details.outcome)),
    ...(details?.noted === undefined ? {} : fromNote(details.noted)),
    ...(details?.mark === undefined ? {} : { action: details.mark }),
  };
}

function fromIntent(intent: NonNullable<Details['intent']>) {
  const { name, tenant, conversation, subject, facts, actor, expected, text, note, internalContactId, hold } = intent;
  return {
    action: name,
    tenant,
    conversations: conversation === undefined ? [] : [conversation],
    actor,
    ...(subject === undefined ? {} : { subject }),
    ...(facts === undefined ? {} : { facts }),
    ...(expected === undefined ? {} : { expected }),
    ...(text === undefined ? {} : { textLength: text.length }),
    ...(note === undefined ? {} : { noteLength: note.length }),
    ...(internalContactId === undefined ? {} : { internalContactId }),
    ...(hold === undefined ? {} : { hold }),
  };
}

function fromHeld({
  name,
  tenant,
  conversations,
  subject,
  actor,
  note,
  internalContactId,
}: NonNullable<Details['held']>) {
  return {
    action: name,
    tenant,
    conversations,
    actor,
    ...(subject === undefined ? {} : { subject }),
    ...(note === undefined ? {} : { noteLength: note.length }),
    ...(internalContactId === undefined ? {} : { internalContactId }),
  };
}

function fromNote({ name, tenant, subject, actor, facts }: NonNullable<Details['noted']>) {
  return {
    action: name,
    actor,
    ...(tenant === undefined ? {} : { tenant }),
    ...(subject === undefined ? {} : { subject }),
    ...(facts === undefined ? {} : { facts }),
  };
}

function fromOutcome({ answer, before, after, differences, tookMs }: NonNullable<Details['outcome']>) {
  return {
    differences,
    tookMs,
    ...(answer === undefined ? {} : { answer }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}
