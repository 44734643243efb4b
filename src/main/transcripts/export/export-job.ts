import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { ArchivedTranscript, ArchiveHit, ArchivePage, ArchiveQuery } from '../../../shared/models/archive.ts';
import { FailureError, failureOf } from '../../../shared/models/failure.ts';
import type { ExportFormat, ExportPhase, ExportProblem } from '../../../shared/models/transcript-export.ts';
import type { ArchiveApi } from '../../platform/archive/archive-api.ts';
import { pageAfter } from '../page-after.ts';
import { headOf, linesOf, maskedTranscript, needsMessages } from './export-lines.ts';
import { PageBytes } from './page-bytes.ts';

export interface ExportOrder {
  readonly query: ArchiveQuery;
  readonly format: ExportFormat;
  readonly masked: boolean;
  /** Only these, in this order, instead of the whole search. */
  readonly ids?: readonly string[];
  readonly path: string;
}

interface ExportPage {
  readonly items: readonly (ArchiveHit | string)[];
  readonly next: string | undefined;
  readonly isLast: boolean;
}

const PAGE = 100;
/** Ids of the last conversations, by which the place is found again and what comes twice is known. */
const TAIL = 1_000;
/** Transcripts that are read at once. */
const AT_ONCE = 4;

/** Writes an export page by page into a file beside the wanted one, which takes its place when all is written. */
export class ExportJob {
  readonly #api: Pick<ArchiveApi, 'search' | 'get'>;
  readonly #order: ExportOrder;
  readonly #changed: () => void;
  #abort = new AbortController();
  #next: string | undefined;
  #tail: readonly string[] = [];
  #begun = false;
  #position = 0;
  phase: ExportPhase = 'running';
  conversations = 0;
  missing = 0;
  bytes = 0;
  total: number | undefined;
  problem: ExportProblem | undefined;

  constructor(api: Pick<ArchiveApi, 'search' | 'get'>, order: ExportOrder, changed: () => void) {
    this.#api = api;
    this.#order = order;
    this.#changed = changed;
    this.total = order.ids?.length;
  }

  get #part(): string {
    return `${this.#order.path}.part`;
  }

  /** Writes on until all is written, it is cancelled, or something fails: then it is `paused` after its last whole page. */
  async run(): Promise<void> {
    this.phase = 'running';
    this.problem = undefined;
    this.#abort = new AbortController();
    this.#changed();
    try {
      const file = await open(this.#part, this.#begun ? 'r+' : 'w', 0o600);
      try {
        await this.#writeAll(file);
        // On the disk before it gets its name: a name that is there stands for a whole file.
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(this.#part, this.#order.path);
      this.phase = 'done';
    } catch (thrown) {
      await this.#stop(thrown);
    }
    this.#changed();
  }

  async #stop(thrown: unknown): Promise<void> {
    if (this.#abort.signal.aborted) {
      await rm(this.#part, { force: true });
      this.phase = 'cancelled';
      this.problem = undefined;
      return;
    }
    const { code, detail } = failureOf(asFailure(thrown));
    this.problem = { code, ...(detail?.reason !== undefined && { reason: detail.reason }) };
    this.phase = 'paused';
  }

  /** Ends it and leaves nothing on the disk. */
  async cancel(): Promise<void> {
    this.#abort.abort();
    if (this.phase === 'paused') await this.#stop(undefined);
    this.#changed();
  }

  /**
   * While a page is written the next one is read, and the one after it is asked for. What is counted, and where it would go
   * on, moves only when a page is written.
   */
  async #writeAll(file: FileHandle): Promise<void> {
    if (!this.#begun) await this.#append(file, Buffer.from(headOf(this.#order.format)));
    this.#begun = true;
    let tail = this.#tail;
    let asked: Promise<ExportPage> | undefined = this.#pageAt(this.#next, this.#position, tail);
    let written: Promise<void> = Promise.resolve();
    let position = this.#position;
    // One is filled while the other is written.
    let [filling, writing] = [new PageBytes(), new PageBytes()];
    try {
      while (asked !== undefined) {
        const page: ExportPage = await asked;
        position += page.items.length;
        tail = [...tail, ...page.items.map(idOf)].slice(-TAIL);
        asked = page.isLast ? undefined : this.#pageAt(page.next, position, tail);
        // Told where it is waited for, also when something else fails before.
        asked?.catch(() => undefined);
        const transcripts = await this.#read(page.items);
        this.#encode(transcripts, filling);
        await written;
        this.#abort.signal.throwIfAborted();
        [filling, writing] = [writing, filling];
        written = this.#writePage(file, writing.take(), { ...page, tail }, transcripts.length);
        written.catch(() => undefined);
      }
    } finally {
      await written;
    }
  }

  #encode(transcripts: readonly ArchivedTranscript[], into: PageBytes): void {
    const { format, masked } = this.#order;
    into.clear();
    for (const one of transcripts) into.add(linesOf(format, masked ? maskedTranscript(one) : one));
  }

  async #writePage(
    file: FileHandle,
    bytes: Buffer,
    page: ExportPage & { readonly tail: readonly string[] },
    read: number,
  ): Promise<void> {
    await this.#append(file, bytes);
    this.#tail = page.tail;
    this.conversations += read;
    this.missing += page.items.length - read;
    this.#next = page.next;
    this.#position += page.items.length;
    this.#changed();
  }

  async #append(file: FileHandle, bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at, this.bytes + at);
      at += bytesWritten;
    }
    this.bytes += bytes.length;
  }

  /** @param tail ids of what was read last before the page. */
  async #pageAt(next: string | undefined, position: number, tail: readonly string[]): Promise<ExportPage> {
    const { ids } = this.#order;
    if (ids !== undefined) {
      const items = ids.slice(position, position + PAGE);
      return { items, next: undefined, isLast: position + items.length >= ids.length };
    }
    const before = new Set(tail);
    const page = await this.#found(next, before);
    this.total = page.total ?? this.total;
    const items = page.items.filter((hit) => !before.has(idOf(hit)));
    return { items, next: page.next, isLast: page.next === undefined };
  }

  async #found(next: string | undefined, before: ReadonlySet<string>): Promise<ArchivePage> {
    const { query } = this.#order;
    const { signal } = this.#abort;
    try {
      return await this.#api.search(query, { limit: PAGE, signal, ...(next !== undefined && { next }) });
    } catch (thrown) {
      if (failureOf(thrown).detail?.reason !== 'cursor-expired') throw thrown;
      return pageAfter(this.#api, query, before, signal);
    }
  }

  /** Whole transcripts in order, a few at a time; one that is gone meanwhile is left out. */
  async #read(items: ExportPage['items']): Promise<readonly ArchivedTranscript[]> {
    const bare = !needsMessages(this.#order.format);
    const read: (ArchivedTranscript | undefined)[] = Array.from({ length: items.length });
    let at = 0;
    const readOn = async (): Promise<void> => {
      for (let item = items[at]; item !== undefined; item = items[at]) {
        const place = at;
        at += 1;
        if (bare && typeof item !== 'string') {
          read[place] = { conversation: item.conversation, messages: [], functionCalls: [], transitions: [] };
          continue;
        }
        read[place] = await this.#readOne(idOf(item));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, readOn));
    return read.filter((one) => one !== undefined);
  }

  async #readOne(id: string): Promise<ArchivedTranscript | undefined> {
    try {
      return await this.#api.get(id, this.#abort.signal);
    } catch (thrown) {
      if (failureOf(thrown).code === 'not-found') return undefined;
      throw thrown;
    }
  }
}

const idOf = (item: ArchiveHit | string): string => (typeof item === 'string' ? item : item.conversation.id);

/** A system error (no space, no right to write) as a failure with words of its own. */
function asFailure(thrown: unknown): unknown {
  const isSystem = thrown instanceof Error && 'syscall' in thrown;
  return isSystem
    ? new FailureError('unavailable', 'The file could not be written', { reason: 'file-write-failed' })
    : thrown;
}
