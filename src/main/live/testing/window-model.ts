import type { StreamSource } from '../../../shared/ipc/contract.ts';
import type { RowsBatch, TranscriptBatch } from '../../../shared/ipc/live-batches.ts';
import type { ConversationRow } from '../../../shared/models/conversation.ts';
import type { FunctionCall, Message, Transition } from '../../../shared/models/transcript.ts';

/** What a window would show of the rows, made only from the batches it was given. */
export class RowsWindow {
  readonly rows = new Map<string, ConversationRow>();
  snapshots = 0;
  batches: RowsBatch[] = [];
  readonly #source: StreamSource<RowsBatch>;
  #news = true;

  constructor(open: (changed: () => void) => StreamSource<RowsBatch>) {
    this.#source = open(() => {
      this.#news = true;
    });
  }

  /** Takes only when it was told that there is news, as the pump does. */
  pump(): void {
    if (!this.#news) return;
    this.#news = false;
    const batch = this.#source.take();
    if (batch === undefined) return;
    this.batches.push(batch);
    if (batch.kind === 'snapshot') {
      this.snapshots++;
      this.rows.clear();
      for (const row of batch.rows) this.rows.set(row.id, row);
      return;
    }
    for (const row of batch.upserts) this.rows.set(row.id, row);
    for (const id of batch.removed) this.rows.delete(id);
  }

  close(): void {
    this.#source.close();
  }
}

/** What a window would show of one transcript, made only from the batches it was given. */
export class TranscriptWindow {
  conversation: ConversationRow | undefined;
  messages = new Map<string, Message>();
  calls = new Map<string, FunctionCall>();
  steps = new Map<string, Transition>();
  gone = false;
  /** Messages that are still to come. */
  earlier = 0;
  thrown: unknown[] = [];
  readonly #source: StreamSource<TranscriptBatch>;
  #news = true;

  constructor(open: (changed: () => void) => StreamSource<TranscriptBatch>) {
    this.#source = open(() => {
      this.#news = true;
    });
  }

  pump(): void {
    if (!this.#news) return;
    this.#news = false;
    try {
      this.#show(this.#source.take());
    } catch (error) {
      this.thrown.push(error);
    }
  }

  /** Messages in the order a window puts them. */
  ordered(): Message[] {
    return [...this.messages.values()].sort((a, b) => (a.index ?? a.at ?? 0) - (b.index ?? b.at ?? 0));
  }

  close(): void {
    this.#source.close();
  }

  #show(batch: TranscriptBatch | undefined): void {
    if (batch === undefined) return;
    this.gone = batch.kind === 'gone';
    if (batch.kind === 'gone') return;
    this.earlier = batch.earlier ?? 0;
    const news = batch.kind === 'snapshot' ? batch.transcript : batch;
    if (batch.kind === 'snapshot') {
      this.messages.clear();
      this.calls.clear();
      this.steps.clear();
    }
    if (news.conversation !== undefined) this.conversation = news.conversation;
    for (const message of news.messages) this.messages.set(message.id, message);
    for (const call of news.functionCalls) this.calls.set(call.id, call);
    for (const step of news.transitions) this.steps.set(String(step.index), step);
  }
}
