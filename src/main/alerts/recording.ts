import type { AlertRule, RecordingSpan, TrialHit, TrialResult } from '../../shared/models/alert.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import { waitingSince } from './conditions.ts';
import { type Edge, Evaluator } from './evaluator.ts';

type Entry =
  | { readonly kind: 'row'; readonly at: number; readonly row: ConversationRow }
  | { readonly kind: 'removed'; readonly at: number; readonly id: string }
  | { readonly kind: 'said'; readonly at: number; readonly id: string; readonly message: string; readonly text: string }
  | { readonly kind: 'failed'; readonly at: number; readonly id: string; readonly name: string };

export interface RecordingLimits {
  readonly ms: number;
  readonly entries: number;
}
const LIMITS: RecordingLimits = { ms: 15 * 60_000, entries: 60_000 };
const MAX_TEXT = 600;
const MAX_HITS = 50;
const STEP_MS = 1_000;

/**
 * The last minutes of a tenant's traffic, in memory only, as far as rules look at it: a row is noted when something that
 * a rule can ask for changed. Bounded in time and number, the oldest goes first.
 */
export class Recording {
  readonly #limits: RecordingLimits;
  readonly #signatures = new Map<string, string>();
  #entries: Entry[] = [];
  /** Entries before it are given up; the array is cut only now and then. */
  #first = 0;

  constructor(limits: RecordingLimits = LIMITS) {
    this.#limits = limits;
  }

  row(row: ConversationRow, at: number): void {
    const signature = `${row.risk?.level}|${row.sentimentTrend.at(-1)}|${row.handler.kind}|${waitingSince(row)}|${row.ended}`;
    if (this.#signatures.get(row.id) === signature) return;
    this.#signatures.set(row.id, signature);
    this.#add({ kind: 'row', at, row });
  }

  removed(id: string, at: number): void {
    this.#signatures.delete(id);
    this.#add({ kind: 'removed', at, id });
  }

  said(id: string, message: string, text: string, at: number): void {
    this.#add({ kind: 'said', at, id, message, text: text.slice(0, MAX_TEXT) });
  }

  failed(id: string, name: string, at: number): void {
    this.#add({ kind: 'failed', at, id, name });
  }

  span(): RecordingSpan {
    const from = this.#entries[this.#first]?.at;
    const to = this.#entries.at(-1)?.at;
    const entries = this.#entries.length - this.#first;
    return from === undefined || to === undefined ? { entries } : { from, to, entries };
  }

  /**
   * What a rule would have done, whether it is switched on or not.
   * @param skew the instance's clock minus this machine's
   */
  try(rule: AlertRule, skew: number): TrialResult {
    const evaluator = new Evaluator();
    evaluator.setRules([{ ...rule, enabled: true }]);
    const hits: TrialHit[] = [];
    let count = 0;
    const note = (edges: readonly Edge[], at: number): void => {
      for (const { kind, row, because } of edges) {
        if (kind !== 'fired') continue;
        count++;
        if (hits.length < MAX_HITS) hits.push({ conversation: row.id, contact: row.contact.display, at, because });
      }
    };
    let clock = this.#entries[this.#first]?.at ?? 0;
    for (const entry of this.#entries.slice(this.#first)) {
      for (; clock + STEP_MS <= entry.at; clock += STEP_MS)
        note(evaluator.tick(clock + STEP_MS + skew), clock + STEP_MS);
      note(step(evaluator, entry, entry.at + skew), entry.at);
    }
    return { recording: this.span(), count, hits };
  }

  #add(entry: Entry): void {
    this.#entries.push(entry);
    const oldest = entry.at - this.#limits.ms;
    for (let next = this.#entries[this.#first]; next !== undefined; next = this.#entries[this.#first]) {
      if (next.at >= oldest && this.#entries.length - this.#first <= this.#limits.entries) break;
      this.#first++;
    }
    if (this.#first > 5_000) {
      this.#entries = this.#entries.slice(this.#first);
      this.#first = 0;
    }
  }
}

function step(evaluator: Evaluator, entry: Entry, now: number): readonly Edge[] {
  switch (entry.kind) {
    case 'row':
      return evaluator.upsert(entry.row, now);
    case 'removed':
      return evaluator.remove(entry.id);
    case 'said':
      return evaluator.message(entry.id, { id: entry.message, role: 'customer', text: entry.text }, now);
    case 'failed':
      return evaluator.call(entry.id, { name: entry.name, status: 'failed' }, now);
  }
}
