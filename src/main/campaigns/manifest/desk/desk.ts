import { FailureError } from '../../../../shared/models/failure.ts';
import type {
  CheckSummary,
  DiffKind,
  DiffRow,
  ManifestDiff,
  ZoneCount,
} from '../../../../shared/models/manifest-check.ts';
import { type ColumnUse, mappingProblems } from '../../../../shared/models/manifest-columns.ts';
import type { ManifestFile, Reading } from '../../../../shared/models/manifest-file.ts';
import type { ManifestFix } from '../../../../shared/models/manifest-fix.ts';
import type { ManifestRowDetail, ManifestRowPage, RowFilter } from '../../../../shared/models/manifest-rows.ts';
import { planCheck } from '../check/check-plan.ts';
import { checkRows } from '../check/check-rows.ts';
import { MARK, RowBook } from '../check/row-book.ts';
import { type OpenManifest, openManifest } from '../source/open-manifest.ts';
import { ComparedNumbers, type NumbersBatch } from './compared-numbers.ts';
import { type FoundDiff, findDiff } from './diff.ts';
import { countDiff, diffRows, type LastUpload, readLastUpload } from './diff-rows.ts';
import { FixList } from './fix-list.ts';
import { judgeFix, rowsForFix } from './make-fix.ts';
import type { CheckedTable } from './output-rows.ts';
import { type Prepared, type PrepareFiles, prepareUpload } from './prepare.ts';
import { RowPages } from './row-pages.ts';
import { type RejectWords, saveRejects } from './save-rejects.ts';
import { zoneCounts } from './zone-counts.ts';

export interface DeskCheck {
  readonly uses: readonly ColumnUse[];
  readonly country: string;
  readonly required: readonly string[];
  /** False while the contacts that the campaign has are to be replaced. */
  readonly compareOwn: boolean;
}

interface Job {
  readonly checked: CheckedTable;
  readonly pages: RowPages;
  finished: boolean;
  share: number;
}

/**
 * One manifest from opening to what is uploaded. Everything that costs time or memory in proportion to the file is here; it
 * knows neither platform nor windows. Calls must not overlap, except that pages and numbers may come and `stop` may be called
 * at any time.
 */
export class ManifestDesk {
  readonly #folder: string;
  readonly #progress: (share: number) => void;
  readonly #numbers = new ComparedNumbers();
  #open: OpenManifest | undefined;
  #job: Job | undefined;
  #diff: FoundDiff | undefined;
  #stopped = false;

  /** @param folder where copies may be put; @param progress told the share that is done of what takes long */
  constructor(folder: string, progress: (share: number) => void) {
    this.#folder = folder;
    this.#progress = progress;
  }

  /** Opens a file, in place of the one that was open. @throws as `openManifest` */
  async open(path: string, reading: Reading, country: string): Promise<ManifestFile> {
    await this.close();
    this.#stopped = false;
    this.#open = await openManifest({ path, reading, country, folder: this.#folder, proceed: this.#goOn });
    return this.#open.file;
  }

  async close(): Promise<void> {
    this.#job = undefined;
    this.#diff = undefined;
    await this.#open?.close();
    this.#open = undefined;
  }

  /** Ends what takes long, at the next block. */
  stop(): void {
    this.#stopped = true;
  }

  /** Checks all rows anew. @throws FailureError `cancelled`, `invalid` (`manifest-mapping`) */
  async check({ uses, country, required, compareOwn }: DeskCheck): Promise<CheckSummary> {
    const { table, expectedRows, file } = this.#opened();
    if (mappingProblems(uses, required).length > 0 || uses.length !== file.columns.length) {
      throw new FailureError('invalid', 'Columns are not assigned', { reason: 'manifest-mapping' });
    }
    this.#stopped = false;
    this.#diff = undefined;
    const book = new RowBook(expectedRows);
    book.compareOwn(compareOwn);
    const checked = { table, uses, plan: planCheck({ uses, country, required }), book, fixes: new FixList() };
    const pages = new RowPages(checked, {
      firstRow: file.firstRow,
      campaignAt: (place) => this.#numbers.campaignAt(place),
      barredAt: (place) => this.#numbers.barredAt(place),
    });
    const job: Job = { checked, pages, finished: false, share: 0 };
    this.#job = job;
    this.#numbers.enterAll(book);
    const size = Math.max(1, table.source.size - table.from);
    const finished = await checkRows(table, checked.plan, book, (position) => {
      job.share = Math.min(1, (position - table.from) / size);
      return this.#goOn(job.share);
    });
    if (!finished) {
      this.#job = undefined;
      throw new FailureError('cancelled', 'Stopped');
    }
    job.finished = true;
    job.share = 1;
    // Numbers that came meanwhile count for the rows before them too.
    book.settle();
    return this.summary();
  }

  /** Whether rows are being checked just now. */
  get isChecking(): boolean {
    return this.#job !== undefined && !this.#job.finished;
  }

  summary(): CheckSummary {
    const { checked, finished, share } = this.#checking();
    const { book, fixes } = checked;
    return {
      finished,
      share,
      rows: book.concluded,
      reasons: book.reasons(),
      open: finished ? book.reasonsWithout(MARK.settled) : {},
      epoch: book.epoch,
      fixes: fixes.size,
      canRedo: fixes.canRedo,
    };
  }

  /** Takes numbers to compare with, at any time; `compare` applies them to rows that have their verdict. */
  addNumbers(batch: NumbersBatch): void {
    this.#numbers.add(batch, this.#job?.checked.book);
  }

  /** Judges all rows with the numbers that came; with or without the campaign's own contacts. */
  compare(compareOwn: boolean): CheckSummary {
    const { checked } = this.#finished();
    checked.book.compareOwn(compareOwn);
    this.#settle();
    return this.summary();
  }

  async page(filter: RowFilter, offset: number, limit: number): Promise<ManifestRowPage> {
    const { checked, pages } = this.#checking();
    const total = pages.rows(filter).length;
    return { epoch: checked.book.epoch, total, rows: await pages.page(filter, offset, limit) };
  }

  row(row: number): Promise<ManifestRowDetail> {
    const { checked, pages } = this.#checking();
    if (row >= checked.book.concluded) throw new FailureError('not-found', 'No such row');
    return pages.detail(row);
  }

  /** Does something to rows. @throws FailureError `not-found` when there is no row for it */
  async fix(fix: ManifestFix): Promise<CheckSummary> {
    const { checked } = this.#finished();
    const rows = rowsForFix(checked, fix);
    if (rows.length === 0) throw new FailureError('not-found', 'No row to fix', { reason: 'manifest-nothing-to-fix' });
    checked.fixes.add({ fix, rows });
    await this.#judge(fix, rows, true);
    return this.summary();
  }

  /** Takes the last fix back. */
  async undo(): Promise<CheckSummary> {
    const undone = this.#finished().checked.fixes.undo();
    if (undone !== undefined) await this.#judge(undone.fix, undone.rows, false);
    return this.summary();
  }

  async redo(): Promise<CheckSummary> {
    const redone = this.#finished().checked.fixes.redo();
    if (redone !== undefined) await this.#judge(redone.fix, redone.rows, true);
    return this.summary();
  }

  /** Accepted contacts by the time zone that they will be called in. */
  zones(): readonly ZoneCount[] {
    return zoneCounts(this.#finished().checked);
  }

  saveRejects(path: string, words: RejectWords): Promise<number> {
    return saveRejects(this.#finished().checked, this.#opened().file, path, words);
  }

  prepare(files: PrepareFiles): Promise<Prepared> {
    const { checked } = this.#finished();
    this.#stopped = false;
    const total = Math.max(1, checked.book.rowsWith('accepted'));
    return prepareUpload(checked, files, (rows) => this.#goOn(rows / total));
  }

  /** @param last the index of the last upload from this machine; without it, the campaign's contacts on the platform */
  async diff(last?: LastUpload): Promise<ManifestDiff> {
    const { checked } = this.#finished();
    this.#stopped = false;
    const earlier = last === undefined ? { numbers: this.#numbers.own() } : await readLastUpload(last);
    this.#diff = await findDiff(checked, earlier, () => this.#goOn(0));
    return countDiff(this.#diff, last === undefined ? 'platform' : 'upload');
  }

  async diffRows(kind: DiffKind, offset: number, limit: number): Promise<readonly DiffRow[]> {
    const job = this.#finished();
    if (this.#diff === undefined) return [];
    return diffRows(this.#diff, kind, { offset, limit }, job, this.#opened().file.firstRow);
  }

  readonly #goOn = (share: number): boolean => {
    if (!this.#stopped) this.#progress(share);
    return !this.#stopped;
  };

  #opened(): OpenManifest {
    if (this.#open === undefined) throw new FailureError('not-found', 'No file is open');
    return this.#open;
  }

  #checking(): Job {
    if (this.#job === undefined) throw new FailureError('not-found', 'Nothing is checked');
    return this.#job;
  }

  #finished(): Job {
    const job = this.#checking();
    if (!job.finished) throw new FailureError('conflict', 'The check is not finished', { reason: 'manifest-busy' });
    return job;
  }

  async #judge(fix: ManifestFix, rows: Uint32Array, made: boolean): Promise<void> {
    const { checked, pages } = this.#finished();
    await judgeFix(checked, pages, fix, rows, made);
    this.#settle();
  }

  #settle(): void {
    this.#checking().checked.book.settle();
    this.#diff = undefined;
  }
}
