import { ROW_REASONS, type RowReason } from '../../../../shared/models/manifest-reasons.ts';
import { ABSENT, NumberIndex } from '../rows/number-index.ts';

const code = (reason: RowReason): number => ROW_REASONS.indexOf(reason);
const ACCEPTED = code('accepted');
const IN_FILE = code('duplicate-in-file');
const IN_CAMPAIGN = code('duplicate-in-campaign');
const ELSEWHERE = code('duplicate-elsewhere');
const LEFT_OUT = code('left-out');
const BARRED = code('do-not-call');

/** What the operator decided about a row; bits. */
export const MARK = { edited: 1, settled: 2, allowed: 4, leftOut: 8 } as const;

/**
 * What is known of every row, in flat arrays: where it begins, its number, its verdict. A million rows take 23 MB, and
 * 24 MB more for finding duplicates.
 */
export class RowBook {
  #count = 0;
  /** Rows before this one are compared with each other. */
  #concluded = 0;
  #offsets: Float64Array;
  #numbers: Float64Array;
  #own: Uint8Array;
  #final: Uint8Array;
  #marks: Uint8Array;
  #zones: Uint16Array;
  #tally = new Uint32Array(ROW_REASONS.length);
  #first: NumberIndex;
  /** Numbers of this campaign's contacts, and of other campaigns' by the campaign's place. */
  #mine = new NumberIndex();
  #others = new NumberIndex();
  /** Numbers on the do-not-call list. */
  #barred = new NumberIndex();
  /** False while the campaign's own contacts are to be replaced. */
  #compareOwn = true;
  #epoch = 0;

  /** @param expected how many rows will come, roughly */
  constructor(expected: number) {
    const places = Math.max(1024, Math.ceil(expected));
    this.#offsets = new Float64Array(places + 1);
    this.#numbers = new Float64Array(places);
    this.#own = new Uint8Array(places);
    this.#final = new Uint8Array(places);
    this.#marks = new Uint8Array(places);
    this.#zones = new Uint16Array(places);
    this.#first = new NumberIndex(places);
  }

  get count(): number {
    return this.#count;
  }

  /** Rows that have their verdict. */
  get concluded(): number {
    return this.#concluded;
  }

  /** Changes whenever rows that were there before may have got another verdict. */
  get epoch(): number {
    return this.#epoch;
  }

  /** Rows by reason. */
  reasons(): Partial<Record<RowReason, number>> {
    return Object.fromEntries(
      ROW_REASONS.map((reason, at) => [reason, this.#tally[at] ?? 0] as const).filter(([, rows]) => rows > 0),
    );
  }

  rowsWith(reason: RowReason): number {
    return this.#tally[code(reason)] ?? 0;
  }

  /** As `reasons`, without rows that carry a mark. */
  reasonsWithout(mark: number): Partial<Record<RowReason, number>> {
    const marked = new Uint32Array(ROW_REASONS.length);
    for (let row = 0; row < this.#concluded; row += 1) {
      if (this.has(row, mark)) marked[this.#final[row] ?? 0] = (marked[this.#final[row] ?? 0] ?? 0) + 1;
    }
    return Object.fromEntries(
      ROW_REASONS.map((reason, at) => [reason, (this.#tally[at] ?? 0) - (marked[at] ?? 0)] as const).filter(
        ([, rows]) => rows > 0,
      ),
    );
  }

  /** Bytes of a row in the source. @param row from 0 */
  bounds(row: number): { readonly start: number; readonly end: number } {
    return { start: this.#offsets[row] ?? 0, end: this.#offsets[row + 1] ?? 0 };
  }

  number(row: number): number {
    return this.#numbers[row] ?? 0;
  }

  reason(row: number): RowReason {
    return ROW_REASONS[this.#final[row] ?? ACCEPTED] ?? 'accepted';
  }

  /** The verdict by the row itself, before it is compared with others. */
  ownReason(row: number): RowReason {
    return ROW_REASONS[this.#own[row] ?? ACCEPTED] ?? 'accepted';
  }

  has(row: number, mark: number): boolean {
    return ((this.#marks[row] ?? 0) & mark) !== 0;
  }

  setMark(row: number, mark: number, on: boolean): void {
    const marks = this.#marks[row] ?? 0;
    this.#marks[row] = on ? marks | mark : marks & ~mark;
  }

  /** The first accepted row with this number, or -1. */
  firstWith(number: number): number {
    return this.#first.get(number);
  }

  /** The place of another campaign that has the number, or -1. */
  otherWith(number: number): number {
    return this.#others.get(number);
  }

  /** What the column of time zones says (`ZoneCells`), 0 for nothing. */
  zone(row: number): number {
    return this.#zones[row] ?? 0;
  }

  /** The place of the number on the do-not-call list, or -1. */
  barredAt(number: number): number {
    return this.#barred.get(number);
  }

  /**
   * Adds the next row; `conclude` must follow.
   * @param start and @param end its bytes; @param own its verdict by itself; @param zone as `zone` gives it
   */
  push(start: number, end: number, number: number, own: RowReason, zone: number): void {
    if (this.#count === this.#own.length) this.#grow();
    const row = this.#count;
    this.#count += 1;
    this.#offsets[row] = start;
    this.#offsets[row + 1] = end;
    this.#numbers[row] = number;
    this.#own[row] = own === 'accepted' ? ACCEPTED : code(own);
    this.#zones[row] = zone;
  }

  /**
   * Compares the rows that are new since the last time. Many at once, since finding a number again waits for the memory: in a
   * loop of its own it waits for several at a time.
   */
  conclude(): void {
    for (; this.#concluded < this.#count; this.#concluded += 1) this.#conclude(this.#concluded);
  }

  /** Takes another verdict for a row; `settle` must follow. */
  revise(row: number, number: number, own: RowReason, zone: number): void {
    this.#numbers[row] = number;
    this.#own[row] = code(own);
    this.#zones[row] = zone;
  }

  /** Numbers of this campaign's contacts; `settle` must follow. */
  addMine(numbers: Float64Array): void {
    for (const number of numbers) this.#mine.add(number, 0);
  }

  /** Numbers of another campaign's contacts; `settle` must follow. @param campaign its place, from 0 */
  addOthers(numbers: Float64Array, campaign: number): void {
    for (const number of numbers) this.#others.add(number, campaign);
  }

  /** Numbers that nobody may call; `settle` must follow. @param places of their entries */
  addBarred(numbers: Float64Array, firstPlace: number): void {
    for (const [at, number] of numbers.entries()) this.#barred.add(number, firstPlace + at);
  }

  compareOwn(compare: boolean): void {
    this.#compareOwn = compare;
  }

  /** Judges all rows anew against each other and against other campaigns: some 0.1 s for a million. */
  settle(): void {
    this.#first.clear();
    this.#tally.fill(0);
    this.#epoch += 1;
    this.#concluded = 0;
    this.conclude();
  }

  /** Rows with a reason among these, in order. @param open only those that are not settled */
  list(wanted: readonly RowReason[], open: boolean): Uint32Array {
    const codes = new Uint8Array(ROW_REASONS.length);
    let most = 0;
    for (const reason of wanted) {
      codes[code(reason)] = 1;
      most += this.#tally[code(reason)] ?? 0;
    }
    const rows = new Uint32Array(most);
    let found = 0;
    for (let row = 0; row < this.#concluded && found < most; row += 1) {
      if (codes[this.#final[row] ?? 0] !== 1 || (open && this.has(row, MARK.settled))) continue;
      rows[found] = row;
      found += 1;
    }
    return rows.subarray(0, found);
  }

  #conclude(row: number): void {
    const number = this.#numbers[row] ?? 0;
    let final = this.#own[row] ?? ACCEPTED;
    // Whatever else is wrong: nobody should spend a thought on a number that must not be called.
    if (number > 0 && this.#barred.size > 0 && this.#barred.get(number) !== ABSENT) final = BARRED;
    else if (final === ACCEPTED) final = this.#compared(row, number);
    this.#final[row] = final;
    this.#tally[final] = (this.#tally[final] ?? 0) + 1;
  }

  #compared(row: number, number: number): number {
    const marks = this.#marks[row] ?? 0;
    if ((marks & MARK.leftOut) !== 0) return LEFT_OUT;
    if ((marks & MARK.allowed) === 0) {
      if (this.#compareOwn && this.#mine.size > 0 && this.#mine.get(number) !== ABSENT) return IN_CAMPAIGN;
      if (this.#others.size > 0 && this.#others.get(number) !== ABSENT) return ELSEWHERE;
    }
    return this.#first.add(number, row) === ABSENT ? ACCEPTED : IN_FILE;
  }

  #grow(): void {
    const places = Math.ceil(this.#own.length * 1.5);
    this.#offsets = copyInto(new Float64Array(places + 1), this.#offsets);
    this.#numbers = copyInto(new Float64Array(places), this.#numbers);
    this.#own = copyInto(new Uint8Array(places), this.#own);
    this.#final = copyInto(new Uint8Array(places), this.#final);
    this.#marks = copyInto(new Uint8Array(places), this.#marks);
    this.#zones = copyInto(new Uint16Array(places), this.#zones);
  }
}

function copyInto<A extends Float64Array | Uint8Array | Uint16Array>(target: A, source: A): A {
  target.set(source);
  return target;
}
