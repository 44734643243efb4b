import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { StreamSource } from '../../../shared/ipc/contract.ts';
import type { ExportsState, ExportView } from '../../../shared/models/transcript-export.ts';
import { NewestValue } from '../../live/newest-value.ts';
import type { ArchiveApi } from '../../platform/archive/archive-api.ts';
import { ExportJob, type ExportOrder } from './export-job.ts';

/** Exports that ended and are still shown. */
const MOST_SHOWN = 20;

interface Entry {
  readonly id: string;
  readonly tenant: string;
  readonly order: ExportOrder;
  readonly job: ExportJob;
}

/** Exports under way and those that ended lately. */
export class Exports {
  readonly #entries: Entry[] = [];
  readonly #newest = new NewestValue<ExportsState>(() => this.state());
  readonly #ended: (entry: ExportView, masked: boolean) => void;

  /** @param ended told of each export that is done or cancelled, and whether contacts were masked in it, for the journal. */
  constructor(ended: (entry: ExportView, masked: boolean) => void) {
    this.#ended = ended;
  }

  state(): ExportsState {
    return { exports: this.#entries.map(viewOf) };
  }

  open(changed: () => void): StreamSource<ExportsState> {
    return this.#newest.open(changed);
  }

  /** Begins an export. @returns its id. */
  start(api: ArchiveApi, order: ExportOrder): string {
    const id = randomUUID();
    const job = new ExportJob(api, order, () => this.#newest.wake());
    const entry = { id, tenant: api.tenant, order, job };
    this.#entries.unshift(entry);
    this.#entries.splice(MOST_SHOWN);
    void this.#run(entry);
    return id;
  }

  async #run(entry: Entry): Promise<void> {
    await entry.job.run();
    if (entry.job.phase !== 'paused') this.#ended(viewOf(entry), entry.order.masked);
  }

  /** Goes on after the last whole page. False when it is not paused. */
  resume(id: string): boolean {
    const entry = this.#entries.find((one) => one.id === id);
    if (entry?.job.phase !== 'paused') return false;
    void this.#run(entry);
    return true;
  }

  /** False when it has ended. */
  async cancel(id: string): Promise<boolean> {
    const entry = this.#entries.find((one) => one.id === id);
    if (entry === undefined || entry.job.phase === 'done' || entry.job.phase === 'cancelled') return false;
    await entry.job.cancel();
    return true;
  }

  /** Takes one that ended off the list. */
  dismiss(id: string): boolean {
    const at = this.#entries.findIndex(({ id: one, job }) => one === id && job.phase !== 'running');
    if (at < 0) return false;
    this.#entries.splice(at, 1);
    this.#newest.wake();
    return true;
  }

  /** Ends all that run and leaves nothing half written. */
  async stopAll(): Promise<void> {
    await Promise.all(this.#entries.map(({ id }) => this.cancel(id)));
  }
}

function viewOf({ id, tenant, order, job }: Entry): ExportView {
  const { phase, conversations, missing, bytes, total, problem } = job;
  return {
    id,
    tenant,
    format: order.format,
    fileName: basename(order.path),
    phase,
    conversations,
    missing,
    bytes,
    ...(total !== undefined && { total }),
    ...(problem !== undefined && { problem }),
  };
}
