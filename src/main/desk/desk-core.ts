import { rename } from 'node:fs/promises';
import type { JsonText } from '../../shared/ipc/json-text.ts';
import type { DeskQuery, DeskResult, KeptHead, KeptTranscript } from '../../shared/models/desk.ts';
import { beyondBounds, type DeskEntry, type DeskLimits, wantsRewriting } from './desk-bounds.ts';
import { type DeskFrame, readFrame, writeFrame } from './desk-frames.ts';
import { DeskIndex } from './index/desk-index.ts';
import { ForeignLogError, type FramePlace, SealedLog } from './sealed-log.ts';

export interface DeskCoreDeps {
  readonly path: string;
  readonly key: Buffer;
  readonly limits: DeskLimits;
}

export interface DeskFigures {
  readonly transcripts: number;
  readonly messages: number;
  readonly pinned: number;
  readonly bytes: number;
  readonly tornFrames: number;
}

const keyOf = (tenant: string, id: string): string => `${tenant}\n${id}`;

/**
 * The desk itself, for a worker: the sealed file, the index over it in memory, and its bounds. The file is the truth; the
 * index is made anew from it each time it is opened.
 */
export class DeskCore {
  readonly #deps: DeskCoreDeps;
  readonly #entries = new Map<string, DeskEntry>();
  /** Where the newest frame of each transcript is. */
  readonly #places = new Map<string, FramePlace>();
  #log: SealedLog;
  #index = new DeskIndex();
  #torn = 0;

  constructor(deps: DeskCoreDeps) {
    this.#deps = deps;
    this.#log = new SealedLog(deps.path, deps.key);
  }

  /**
   * Reads the file into memory and drops what is beyond the bounds.
   * @returns undefined for a file that is damaged or another's: it was set aside as `setAside` tells, and a new one begun.
   */
  async open(now: number): Promise<{ readonly setAside?: string }> {
    try {
      await this.#load();
    } catch (thrown) {
      if (!(thrown instanceof ForeignLogError)) throw thrown;
      const setAside = `${this.#deps.path}.unreadable-${now}`;
      await rename(this.#deps.path, setAside);
      this.#reset();
      await this.#load();
      return { setAside };
    }
    await this.bound(now);
    return {};
  }

  async #load(): Promise<void> {
    await this.#index.fill(async (into) => {
      const end = await this.#log.openAndRead((bytes, place) => {
        const frame = readFrame(bytes);
        if (frame === undefined) return;
        this.#account(frame, bytes.length, place);
        if (frame.kind === 'keep') into.keep(frame.transcript);
        else if (frame.kind === 'pin') into.pin(frame.tenant, frame.id, frame.pinned);
        else into.drop(frame.tenant, frame.ids);
      });
      this.#torn = end.torn ? 1 : 0;
    });
  }

  #account(frame: DeskFrame, bytes: number, place: FramePlace | undefined): void {
    if (frame.kind === 'drop') {
      for (const id of frame.ids) this.#entries.delete(keyOf(frame.tenant, id));
    } else if (frame.kind === 'keep') {
      const { tenant, conversation, keptAt, pinned } = frame.transcript;
      this.#entries.set(keyOf(tenant, conversation.id), { tenant, id: conversation.id, keptAt, pinned, bytes });
      if (place !== undefined) this.#places.set(keyOf(tenant, conversation.id), place);
    } else {
      const key = keyOf(frame.tenant, frame.id);
      const entry = this.#entries.get(key);
      if (entry !== undefined) this.#entries.set(key, { ...entry, pinned: frame.pinned });
    }
  }

  async #write(frames: readonly DeskFrame[]): Promise<void> {
    const bytes = frames.map(writeFrame);
    const places = await this.#log.append(bytes);
    for (const [at, frame] of frames.entries()) this.#account(frame, bytes[at]?.length ?? 0, places[at]);
  }

  /** Keeps transcripts, or what is new of them; a pin that is there stays. */
  async keep(transcripts: readonly KeptTranscript[], now: number): Promise<void> {
    const kept = transcripts.map((one) => {
      const before = this.#entries.get(keyOf(one.tenant, one.conversation.id));
      return { ...one, pinned: one.pinned || before?.pinned === true };
    });
    await this.#write(kept.map((transcript) => ({ kind: 'keep', transcript })));
    this.#index.put(kept);
    await this.bound(now);
  }

  /** @returns false when it is not kept. */
  async pin(tenant: string, id: string, pinned: boolean): Promise<boolean> {
    if (!this.#entries.has(keyOf(tenant, id))) return false;
    await this.#write([{ kind: 'pin', tenant, id, pinned }]);
    this.#index.setPinned(tenant, id, pinned);
    return true;
  }

  /** Drops what is beyond the bounds, and writes the file anew when most of it is of no use. */
  async bound(now: number): Promise<void> {
    const gone = beyondBounds([...this.#entries.values()], this.#deps.limits, now);
    const byTenant = Map.groupBy(gone, ({ tenant }) => tenant);
    const drops = [...byTenant].map(
      ([tenant, entries]): DeskFrame => ({ kind: 'drop', tenant, ids: entries.map(({ id }) => id) }),
    );
    if (drops.length > 0) await this.#write(drops);
    for (const [tenant, entries] of byTenant)
      this.#index.remove(
        tenant,
        entries.map(({ id }) => id),
      );
    const useful = [...this.#entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    if (wantsRewriting(this.#log.size, useful)) await this.#rewrite();
  }

  async #rewrite(): Promise<void> {
    const path = `${this.#deps.path}.new`;
    const fresh = new SealedLog(path, this.#deps.key);
    await fresh.destroy();
    await fresh.openAndRead(() => undefined);
    const old = new SealedLog(this.#deps.path, this.#deps.key);
    await this.#log.close();
    const newest = new Map<string, Buffer>();
    await old.openAndRead((bytes) => {
      const frame = readFrame(bytes);
      if (frame?.kind !== 'keep') return;
      const key = keyOf(frame.transcript.tenant, frame.transcript.conversation.id);
      const entry = this.#entries.get(key);
      if (entry !== undefined)
        newest.set(key, writeFrame({ kind: 'keep', transcript: { ...frame.transcript, pinned: entry.pinned } }));
    });
    await old.close();
    const places = await fresh.append([...newest.values()]);
    for (const [at, key] of [...newest.keys()].entries()) {
      const place = places[at];
      if (place !== undefined) this.#places.set(key, place);
    }
    await fresh.close();
    await rename(path, this.#deps.path);
    this.#log = new SealedLog(this.#deps.path, this.#deps.key);
    await this.#log.openAndRead(() => undefined);
  }

  /** One kept transcript whole, read from the file again; undefined when it is not kept. */
  async get(tenant: string, id: string): Promise<KeptTranscript | undefined> {
    const key = keyOf(tenant, id);
    const entry = this.#entries.get(key);
    const place = this.#places.get(key);
    if (entry === undefined || place === undefined) return undefined;
    const frame = readFrame(await this.#log.readAt(place));
    return frame?.kind === 'keep' ? { ...frame.transcript, pinned: entry.pinned } : undefined;
  }

  /** What is kept of a tenant, the newest conversations first. */
  list(tenant: string): readonly KeptHead[] {
    return this.#index.list(tenant);
  }

  /** @throws PatternError */
  search(query: DeskQuery): JsonText<DeskResult> {
    return this.#index.search(query);
  }

  figures(): DeskFigures {
    return { ...this.#index.counts(), bytes: this.#log.size, tornFrames: this.#torn };
  }

  /** Deletes the file and forgets everything. */
  async wipe(): Promise<void> {
    await this.#log.destroy();
    this.#reset();
    await this.#load();
  }

  #reset(): void {
    this.#entries.clear();
    this.#places.clear();
    this.#index.close();
    this.#index = new DeskIndex();
    this.#log = new SealedLog(this.#deps.path, this.#deps.key);
  }

  async close(): Promise<void> {
    await this.#log.close();
    this.#index.close();
  }
}
