import type { BarredFacts } from '../../../../shared/models/manifest-rows.ts';
import type { RowBook } from '../check/row-book.ts';
import { BarredFactsList } from './barred-facts.ts';

/** Numbers to compare with, as they come from the platform. */
export type NumbersBatch =
  | { readonly kind: 'own'; readonly numbers: Float64Array }
  | { readonly kind: 'other'; readonly campaign: string; readonly numbers: Float64Array }
  /** One fact for each number. */
  | { readonly kind: 'barred'; readonly numbers: Float64Array; readonly facts: readonly BarredFacts[] };

type Entered = NumbersBatch & { readonly place: number };

/** Numbers that rows are compared with; they outlive a check, so that the next one has them at once. */
export class ComparedNumbers {
  readonly #batches: Entered[] = [];
  readonly #facts = new BarredFactsList();
  readonly #campaigns: string[] = [];

  /** @param book where there is one already, it is told */
  add(batch: NumbersBatch, book: RowBook | undefined): void {
    const entered = this.#keep(batch);
    this.#batches.push(entered);
    if (book !== undefined) enter(book, entered);
  }

  enterAll(book: RowBook): void {
    for (const batch of this.#batches) enter(book, batch);
  }

  campaignAt(place: number): string | undefined {
    return this.#campaigns[place];
  }

  barredAt(place: number): BarredFacts | undefined {
    return this.#facts.get(place);
  }

  /** Numbers of the campaign's own contacts. */
  own(): Float64Array {
    const parts = this.#batches.flatMap((batch) => (batch.kind === 'own' ? [batch.numbers] : []));
    const numbers = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of parts) {
      numbers.set(part, at);
      at += part.length;
    }
    return numbers;
  }

  #keep(batch: NumbersBatch): Entered {
    if (batch.kind === 'own') return { ...batch, place: 0 };
    if (batch.kind === 'barred') {
      const place = this.#facts.length;
      for (const facts of batch.facts) this.#facts.add(facts);
      return { ...batch, facts: [], place };
    }
    const known = this.#campaigns.indexOf(batch.campaign);
    return { ...batch, place: known >= 0 ? known : this.#campaigns.push(batch.campaign) - 1 };
  }
}

function enter(book: RowBook, { kind, numbers, place }: Entered): void {
  if (kind === 'own') book.addMine(numbers);
  else if (kind === 'other') book.addOthers(numbers, place);
  else book.addBarred(numbers, place);
}
