/** Something that is there already or comes later; who waits is served in order, at once when it comes. */
export class Coming<T> {
  #came: { readonly value: T } | undefined;
  #waiting: ((value: T) => void)[] = [];

  /** @param value given where it is there already */
  constructor(...value: readonly [] | readonly [T]) {
    if (value.length === 1) this.#came = { value: value[0] };
  }

  come(value: T): void {
    this.#came = { value };
    for (const run of this.#waiting.splice(0)) run(value);
  }

  /** Runs at once where it is there. */
  when(run: (value: T) => void): void {
    if (this.#came === undefined) this.#waiting.push(run);
    else run(this.#came.value);
  }
}
