type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** A list of numbers of one width that grows at its end: a million contacts take bytes each, not objects. */
export class Column {
  #values: Numbers;
  #length = 0;

  /** @param empty an array of the wanted width; its length is the first capacity */
  constructor(empty: Numbers) {
    this.#values = empty;
  }

  get length(): number {
    return this.#length;
  }

  /** The number at a place. Throws RangeError beyond the end. */
  at(index: number): number {
    const value = index < this.#length ? this.#values[index] : undefined;
    if (value === undefined) throw new RangeError(`Nothing at ${index} of ${this.#length}`);
    return value;
  }

  set(index: number, value: number): void {
    if (index >= this.#length) throw new RangeError(`Nothing at ${index} of ${this.#length}`);
    this.#values[index] = value;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const Kind = this.#values.constructor as new (length: number) => Numbers;
      const larger = new Kind(Math.max(16, this.#length * 2));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }
}

export const bytes = () => new Column(new Uint8Array(16));
export const shorts = () => new Column(new Uint16Array(16));
export const words = () => new Column(new Uint32Array(16));
export const doubles = () => new Column(new Float64Array(16));
