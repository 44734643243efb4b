import type { AlertCondition, AlertRule, Evidence } from '../../shared/models/alert.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import type { FunctionCall, Message } from '../../shared/models/transcript.ts';
import { type Heard, holds, type Surroundings, waitingSince } from './conditions.ts';
import { folded, wordFinder } from './keyword.ts';

/** A rule came true of a conversation, or stopped being true. */
export interface Edge {
  readonly kind: 'fired' | 'cleared';
  readonly rule: AlertRule;
  readonly row: ConversationRow;
  readonly because: readonly Evidence[];
}

interface Listening {
  readonly condition: AlertCondition;
  readonly find: (text: string) => string | undefined;
}

/** Conversations whose heard words are kept; beyond it the oldest are forgotten. */
const MAX_HEARD = 20_000;

/**
 * Watches rules on live conversations. Work is in proportion to what changed: a changed row costs its rules, a message
 * costs one search for each keyword condition, and the clock costs only those who wait. Used live and on recordings.
 */
export class Evaluator {
  readonly #rows = new Map<string, ConversationRow>();
  readonly #waiting = new Map<string, ConversationRow>();
  readonly #heard = new Map<string, Map<AlertCondition, Evidence>>();
  readonly #active = new Map<string, Set<AlertRule>>();
  readonly #queues = new Map<string, number>();
  #rules: readonly AlertRule[] = [];
  #timed: readonly AlertRule[] = [];
  #words: readonly Listening[] = [];
  #failures: readonly Extract<AlertCondition, { kind: 'function-failed' }>[] = [];

  /** Replaces the rules. What is true already of the rows known fires at the next look at them. */
  setRules(rules: readonly AlertRule[]): void {
    this.#rules = rules.filter((rule) => rule.enabled);
    const conditions = this.#rules.flatMap((rule) => rule.conditions);
    this.#timed = this.#rules.filter((rule) => rule.conditions.some(({ kind }) => kind === 'wait' || kind === 'queue'));
    this.#words = conditions.flatMap((condition) =>
      condition.kind === 'keyword' ? [{ condition, find: wordFinder(condition.words) }] : [],
    );
    this.#failures = conditions.filter((condition) => condition.kind === 'function-failed');
    this.#active.clear();
    this.#heard.clear();
  }

  rows(): Iterable<ConversationRow> {
    return this.#rows.values();
  }

  row(id: string): ConversationRow | undefined {
    return this.#rows.get(id);
  }

  /** Takes a row as it is now. @param now epoch ms on the instance's clock. */
  upsert(row: ConversationRow, now: number): readonly Edge[] {
    this.#count(this.#waiting.get(row.id), -1);
    this.#rows.set(row.id, row);
    if (waitingSince(row) === undefined) this.#waiting.delete(row.id);
    else {
      this.#waiting.set(row.id, row);
      this.#count(row, 1);
    }
    return this.#look(row, this.#rules, now);
  }

  /** The conversation left Live View. */
  remove(id: string): readonly Edge[] {
    const row = this.#rows.get(id);
    if (row === undefined) return [];
    this.#count(this.#waiting.get(id), -1);
    const edges = [...(this.#active.get(id) ?? [])].map(
      (rule): Edge => ({ kind: 'cleared', rule, row: { ...row, ended: true }, because: [] }),
    );
    for (const kept of [this.#rows, this.#waiting, this.#heard, this.#active]) kept.delete(id);
    return edges;
  }

  /** Takes a message that was said; only the customer's words count. */
  message(id: string, message: Pick<Message, 'id' | 'role' | 'text'>, now: number): readonly Edge[] {
    if (this.#words.length === 0 || message.role !== 'customer') return [];
    const text = folded(message.text);
    let news = false;
    for (const { condition, find } of this.#words) {
      const seen = find(text);
      if (seen !== undefined) news = this.#hear(id, { condition, seen, message: message.id }) || news;
    }
    return news ? this.#again(id, now) : [];
  }

  /** Takes a function call as it stands. */
  call(id: string, call: Pick<FunctionCall, 'name' | 'status'>, now: number): readonly Edge[] {
    if (this.#failures.length === 0 || call.status !== 'failed') return [];
    let news = false;
    for (const condition of this.#failures) {
      if (condition.name !== '' && condition.name !== call.name) continue;
      news = this.#hear(id, { condition, seen: call.name }) || news;
    }
    return news ? this.#again(id, now) : [];
  }

  /** Time passed: looks at those who wait. */
  tick(now: number): readonly Edge[] {
    if (this.#timed.length === 0) return [];
    const edges: Edge[] = [];
    for (const row of this.#waiting.values()) edges.push(...this.#look(row, this.#timed, now));
    return edges;
  }

  #again(id: string, now: number): readonly Edge[] {
    const row = this.#rows.get(id);
    return row === undefined ? [] : this.#look(row, this.#rules, now);
  }

  #look(row: ConversationRow, rules: readonly AlertRule[], now: number): readonly Edge[] {
    if (rules.length === 0) return NONE;
    let edges: Edge[] | undefined;
    const active = this.#active.get(row.id);
    const heard = this.#heard.get(row.id);
    const around: Surroundings = { now, waiting: (skill) => this.#queues.get(skill) ?? 0 };
    for (const rule of rules) {
      const because = evidence(rule, row, heard, around);
      const was = active?.has(rule) === true;
      if ((because !== undefined) === was) continue;
      edges ??= [];
      if (because === undefined) {
        active?.delete(rule);
        edges.push({ kind: 'cleared', rule, row, because: [] });
      } else {
        this.#activeOf(row.id).add(rule);
        edges.push({ kind: 'fired', rule, row, because });
      }
    }
    return edges ?? NONE;
  }

  #activeOf(id: string): Set<AlertRule> {
    const known = this.#active.get(id) ?? new Set<AlertRule>();
    this.#active.set(id, known);
    return known;
  }

  #hear(id: string, evidence: Evidence): boolean {
    const known = this.#heard.get(id) ?? new Map<AlertCondition, Evidence>();
    if (known.has(evidence.condition)) return false;
    known.set(evidence.condition, evidence);
    this.#heard.set(id, known);
    if (this.#heard.size > MAX_HEARD) {
      const oldest = this.#heard.keys().next();
      if (oldest.done !== true) this.#heard.delete(oldest.value);
    }
    return true;
  }

  #count(row: ConversationRow | undefined, change: number): void {
    if (row === undefined) return;
    for (const skill of ['', ...(row.queue?.skills ?? [])]) {
      this.#queues.set(skill, (this.#queues.get(skill) ?? 0) + change);
    }
  }
}

const NONE: readonly Edge[] = [];

function evidence(
  rule: AlertRule,
  row: ConversationRow,
  heard: Heard | undefined,
  around: Surroundings,
): readonly Evidence[] | undefined {
  if (row.ended || (row.handler.kind === 'human' && !rule.whenHandled)) return undefined;
  const found: Evidence[] = [];
  for (const condition of rule.conditions) {
    const one = holds(condition, row, heard, around);
    if (one !== undefined) found.push(one);
    else if (rule.match === 'all') return undefined;
  }
  return found.length === 0 ? undefined : found;
}
