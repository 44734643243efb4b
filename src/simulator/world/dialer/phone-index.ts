/** Which contact has a number: a hash table of two typed arrays, 24 bytes a number at most. */
export class PhoneIndex {
  #keys = new Float64Array(64);
  /** 0 is free; otherwise the place plus two. 1 marks a number that was taken out. */
  #places = new Uint32Array(64);
  #used = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** The place kept for a number, or undefined. */
  get(phone: number): number | undefined {
    const slot = this.#find(phone);
    const place = this.#places[slot] ?? 0;
    return place > 1 ? place - 2 : undefined;
  }

  /** Keeps a place for a number, in place of any other. */
  set(phone: number, place: number): void {
    if ((this.#used + 1) * 2 > this.#keys.length) this.#grow();
    const slot = this.#find(phone);
    const before = this.#places[slot] ?? 0;
    if (before === 0) this.#used += 1;
    if (before <= 1) this.#size += 1;
    this.#keys[slot] = phone;
    this.#places[slot] = place + 2;
  }

  delete(phone: number): void {
    const slot = this.#find(phone);
    if ((this.#places[slot] ?? 0) <= 1) return;
    this.#places[slot] = 1;
    this.#size -= 1;
  }

  /** The slot of a number, or the free one where it would go. A removed one keeps its slot, so that chains stay whole. */
  #find(phone: number): number {
    const mask = this.#keys.length - 1;
    // Numbers of one exchange differ in their last digits only: both halves of the number are mixed in.
    let slot =
      (Math.imul(phone % 4_294_967_296, 0x9e3779b1) ^ Math.imul(Math.floor(phone / 4_294_967_296), 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & mask;
    while ((this.#places[slot] ?? 0) !== 0 && this.#keys[slot] !== phone) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const places = this.#places;
    const length = this.#size * 4 > keys.length ? keys.length * 2 : keys.length;
    this.#keys = new Float64Array(length);
    this.#places = new Uint32Array(length);
    this.#used = 0;
    this.#size = 0;
    for (let slot = 0; slot < keys.length; slot += 1) {
      const place = places[slot] ?? 0;
      if (place > 1) this.set(keys[slot] ?? 0, place - 2);
    }
  }
}
