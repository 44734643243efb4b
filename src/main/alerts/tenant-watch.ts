import type { StreamSource } from '../../shared/ipc/contract.ts';
import type { RowsBatch } from '../../shared/ipc/live-batches.ts';
import type { AlertRule, TrialResult } from '../../shared/models/alert.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import type { StreamedEvent } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
import { type Edge, Evaluator } from './evaluator.ts';
import { Recording } from './recording.ts';

export interface TenantWatchDeps {
  readonly clock: Clock;
  /** Opens the tenant's rows, as a window would. */
  readonly open: (changed: () => void) => StreamSource<RowsBatch>;
  /** The instance's clock minus this machine's, ms. */
  readonly skew: () => number;
  readonly onEdges: (edges: readonly Edge[]) => void;
}

/** Rows are taken so often: a burst of thousands of events becomes one look at each row that changed. */
const TAKE_MS = 250;

/** Watches the rules of one tenant on its live rows, and records what they could be tried against. */
export class TenantWatch {
  readonly #deps: TenantWatchDeps;
  readonly #evaluator = new Evaluator();
  readonly #recording = new Recording();
  #source: StreamSource<RowsBatch> | undefined;
  #cancel: (() => void) | undefined;

  constructor(deps: TenantWatchDeps) {
    this.#deps = deps;
  }

  start(rules: readonly AlertRule[]): void {
    this.#evaluator.setRules(rules);
    this.#source = this.#deps.open(() => this.#soon());
    this.#soon();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#source?.close();
    this.#source = undefined;
  }

  /** New rules count from now on, also of what is true already. */
  setRules(rules: readonly AlertRule[]): void {
    this.#evaluator.setRules(rules);
    const now = this.#now();
    this.#tell([...this.#evaluator.rows()].flatMap((row) => this.#evaluator.upsert(row, now)));
  }

  try(rule: AlertRule): TrialResult {
    return this.#recording.try(rule, this.#deps.skew());
  }

  span() {
    return this.#recording.span();
  }

  rows(): Iterable<ConversationRow> {
    return this.#evaluator.rows();
  }

  row(id: string): ConversationRow | undefined {
    return this.#evaluator.row(id);
  }

  /** Events of the stream: what was said, and which functions failed. */
  hear(events: readonly StreamedEvent[]): void {
    const now = this.#now();
    for (const { event } of events) {
      if (event.type === 'message' && event.message.role === 'customer') {
        const { id, text } = event.message;
        this.#recording.said(event.conversationId, id, text, this.#deps.clock.now());
        this.#tell(this.#evaluator.message(event.conversationId, event.message, now));
      } else if (event.type === 'function' && event.call.status === 'failed') {
        this.#recording.failed(event.conversationId, event.call.name, this.#deps.clock.now());
        this.#tell(this.#evaluator.call(event.conversationId, event.call, now));
      }
    }
  }

  /** Time passed: about once a second. */
  tick(): void {
    this.#tell(this.#evaluator.tick(this.#now()));
  }

  #soon(): void {
    this.#cancel ??= this.#deps.clock.after(TAKE_MS, () => {
      this.#cancel = undefined;
      this.#take();
    });
  }

  #take(): void {
    const batch = this.#source?.take();
    if (batch === undefined) return;
    const now = this.#now();
    const at = this.#deps.clock.now();
    const edges: Edge[] = [];
    const rows = batch.kind === 'snapshot' ? batch.rows : batch.upserts;
    const removed = batch.kind === 'snapshot' ? this.#lostIn(batch.rows) : batch.removed;
    for (const row of rows) {
      this.#recording.row(row, at);
      edges.push(...this.#evaluator.upsert(row, now));
    }
    for (const id of removed) {
      this.#recording.removed(id, at);
      edges.push(...this.#evaluator.remove(id));
    }
    this.#tell(edges);
  }

  #lostIn(rows: readonly ConversationRow[]): readonly string[] {
    const there = new Set(rows.map(({ id }) => id));
    return [...this.#evaluator.rows()].map(({ id }) => id).filter((id) => !there.has(id));
  }

  #tell(edges: readonly Edge[]): void {
    if (edges.length > 0) this.#deps.onEdges(edges);
  }

  #now(): number {
    return this.#deps.clock.now() + this.#deps.skew();
  }
}
