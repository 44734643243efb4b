/** Places for answers being composed. When all are taken, the AI's turn waits and new requests are pushed back. */
export interface ModelPool {
  readonly capacity: number;
  readonly inUse: number;
  readonly full: boolean;
  /** Takes a place; false when there is none. */
  acquire(): boolean;
  release(): void;
}

/** Makes a pool of that many places. */
export function createModelPool(capacity: number): ModelPool {
  let inUse = 0;
  return {
    capacity,
    get inUse() {
      return inUse;
    },
    get full() {
      return inUse >= capacity;
    },
    acquire() {
      if (inUse >= capacity) return false;
      inUse += 1;
      return true;
    },
    release() {
      if (inUse === 0) throw new Error('A model place was given back twice');
      inUse -= 1;
    },
  };
}
