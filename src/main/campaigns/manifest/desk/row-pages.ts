import { REPAIRABLE } from '../../../../shared/models/manifest-fix.ts';
import { ROW_REASONS, type RowReason } from '../../../../shared/models/manifest-reasons.ts';
import type {
  BarredFacts,
  ManifestRow,
  ManifestRowDetail,
  RowFilter,
} from '../../../../shared/models/manifest-rows.ts';
import { findProblems, type Problem, type RowText } from '../check/find-problems.ts';
import { MARK } from '../check/row-book.ts';
import { RowReader } from '../rows/row-reader.ts';
import type { CheckedTable } from './output-rows.ts';

const VALUE_LENGTH = 200;
const DETAIL_LENGTH = 10_000;

export interface PageContext {
  /** Row of the file, as a spreadsheet counts, with the first contact. */
  readonly firstRow: number;
  readonly campaignAt: (place: number) => string | undefined;
  readonly barredAt: (place: number) => BarredFacts | undefined;
}

/** Rows of a checked file for lists and for the editor, read from the file when they are asked for. */
export class RowPages {
  readonly #checked: CheckedTable;
  readonly #context: PageContext;
  readonly #reader: RowReader;
  #list: { readonly key: string; readonly rows: Uint32Array } | undefined;
  #zones: { readonly key: string; readonly counts: ReadonlyMap<number, number> } | undefined;

  constructor(checked: CheckedTable, context: PageContext) {
    this.#checked = checked;
    this.#context = context;
    this.#reader = new RowReader(checked.table.source, checked.table.delimiter);
  }

  /** Rows that pass a filter, in the order of the file. */
  rows({ reason, open }: RowFilter): Uint32Array {
    const { book, fixes } = this.#checked;
    const key = `${reason} ${open} ${book.epoch} ${book.concluded} ${fixes.size}`;
    if (this.#list?.key === key) return this.#list.rows;
    const wanted = ROW_REASONS.filter((name) => (reason === undefined ? name !== 'accepted' : name === reason));
    this.#list = { key, rows: book.list(wanted, open) };
    return this.#list.rows;
  }

  /** A row with all fixes. */
  async text(row: number): Promise<RowText> {
    const { start, end } = this.#checked.book.bounds(row);
    const text = await this.#reader.read(start, end);
    return this.#checked.fixes.apply(row, text, this.#checked.plan);
  }

  async page(filter: RowFilter, offset: number, limit: number): Promise<readonly ManifestRow[]> {
    const rows = this.rows(filter).slice(offset, offset + limit);
    const page: ManifestRow[] = [];
    for (const row of rows) {
      const text = await this.text(row);
      page.push(this.#describe(row, text, findProblems(text, this.#checked.plan).problems));
    }
    return page;
  }

  async detail(row: number): Promise<ManifestRowDetail> {
    const text = await this.text(row);
    const { problems } = findProblems(text, this.#checked.plan);
    const width = Math.min(Math.max(text.cells.length, this.#checked.plan.columns), this.#checked.plan.columns + 20);
    return {
      ...this.#describe(row, text, problems),
      cells: Array.from({ length: width }, (_, column) => ({
        column,
        value: (text.cells[column] ?? '').slice(0, DETAIL_LENGTH),
        problems: problems
          .filter((problem) => problem.column === column)
          .map(({ kind, suggestion }) => ({ kind, ...(suggestion === undefined ? {} : { suggestion }) })),
      })),
    };
  }

  #describe(row: number, text: RowText, problems: readonly Problem[]): ManifestRow {
    const { book, plan } = this.#checked;
    const reason = book.reason(row);
    const problem = problems.find(({ kind }) => kind === reason);
    const column = problem === undefined ? plan.phone : problem.column;
    const value = column === undefined ? text.cells.join(' · ') : (text.cells[column] ?? '').trim();
    const limit = reason === 'cell-too-long' && column !== undefined ? plan.limits[column] : undefined;
    return {
      row,
      rowNumber: this.#context.firstRow + row,
      reason,
      value: value.slice(0, VALUE_LENGTH),
      ...(column === undefined ? {} : { column }),
      ...(problem?.suggestion === undefined ? {} : { suggestion: problem.suggestion.slice(0, VALUE_LENGTH) }),
      ...this.#alike(row, reason),
      ...this.#comparison(row, reason),
      ...(limit === undefined ? {} : { limit }),
      edited: book.has(row, MARK.edited),
      settled: book.has(row, MARK.settled),
    };
  }

  #alike(row: number, reason: RowReason): { readonly alike?: number } {
    const { book } = this.#checked;
    if (reason === 'zone-unknown') return { alike: this.#zoneCounts().get(book.zone(row)) ?? 1 };
    const known: readonly string[] = REPAIRABLE;
    return known.includes(reason) ? { alike: book.rowsWith(reason) } : {};
  }

  /** Rows by the text of their zone, of those that are counted by it. */
  #zoneCounts(): ReadonlyMap<number, number> {
    const { book } = this.#checked;
    const key = `${book.epoch} ${book.concluded}`;
    if (this.#zones?.key === key) return this.#zones.counts;
    const counts = new Map<number, number>();
    for (const row of book.list(['zone-unknown'], false)) {
      const zone = book.zone(row);
      counts.set(zone, (counts.get(zone) ?? 0) + 1);
    }
    this.#zones = { key, counts };
    return counts;
  }

  #comparison(row: number, reason: RowReason): Pick<ManifestRow, 'twin' | 'campaign' | 'barred'> {
    const { book } = this.#checked;
    const number = book.number(row);
    if (reason === 'duplicate-in-file') {
      const first = book.firstWith(number);
      return first < 0 ? {} : { twin: this.#context.firstRow + first };
    }
    if (reason === 'duplicate-elsewhere') {
      const campaign = this.#context.campaignAt(book.otherWith(number));
      return campaign === undefined ? {} : { campaign };
    }
    const barred = reason === 'do-not-call' ? this.#context.barredAt(book.barredAt(number)) : undefined;
    return barred === undefined ? {} : { barred };
  }
}
