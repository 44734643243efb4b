import type { BarredFacts } from '../../../../shared/models/manifest-rows.ts';

/** Entries of the do-not-call list without their numbers, a few bytes each: who and why are mostly the same. */
export class BarredFactsList {
  #addedAt: Float64Array = new Float64Array(1024);
  #texts: Uint16Array = new Uint16Array(2048);
  readonly #known: string[] = [''];
  #count = 0;

  get length(): number {
    return this.#count;
  }

  add({ addedAt, addedBy, reason }: BarredFacts): void {
    if (this.#count === this.#addedAt.length) this.#grow();
    this.#addedAt[this.#count] = addedAt ?? Number.NaN;
    this.#texts[this.#count * 2] = this.#keep(addedBy);
    this.#texts[this.#count * 2 + 1] = this.#keep(reason);
    this.#count += 1;
  }

  get(place: number): BarredFacts | undefined {
    if (place < 0 || place >= this.#count) return undefined;
    const addedAt = this.#addedAt[place] ?? Number.NaN;
    const addedBy = this.#known[this.#texts[place * 2] ?? 0] ?? '';
    const reason = this.#known[this.#texts[place * 2 + 1] ?? 0] ?? '';
    return {
      ...(Number.isNaN(addedAt) ? {} : { addedAt }),
      ...(addedBy === '' ? {} : { addedBy }),
      ...(reason === '' ? {} : { reason }),
    };
  }

  #keep(text: string | undefined): number {
    if (text === undefined || text === '') return 0;
    const known = this.#known.lastIndexOf(text);
    if (known > 0) return known;
    // Reasons that are all different are told for the first ones only.
    return this.#known.length >= 5000 ? 0 : this.#known.push(text) - 1;
  }

  #grow(): void {
    const addedAt = new Float64Array(this.#addedAt.length * 2);
    addedAt.set(this.#addedAt);
    const texts = new Uint16Array(this.#texts.length * 2);
    texts.set(this.#texts);
    this.#addedAt = addedAt;
    this.#texts = texts;
  }
}
