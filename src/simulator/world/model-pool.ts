/** Places for answers being composed. When all are taken, the AI's turn waits and new requests are pushed back. */
export interface ModelPool {
  readonly capacity: number;
  readonly inUse: number;
  readonly full: boolean;
  /** Conversations that asked for a place and got none yet. */
  readonly waiting: number;
  /** Takes a place; false when there is none, and then the conversation of this number is among those that wait. */
  acquire(number: number): boolean;
  release(): void;
  /** The conversation of this number does not ask any more. */
  giveUp(number: number): void;
  /** More or fewer places from now on; whoever has one keeps it. */
  resize(capacity: number): void;
}

/** Makes a pool of that many places. */
export function createModelPool(places: number): ModelPool {
  const waiting = new Set<number>();
  let capacity = places;
  let inUse = 0;
  return {
    get capacity() {
      return capacity;
    },
    get inUse() {
      return inUse;
    },
    get full() {
      return inUse >= capacity;
    },
    get waiting() {
      return waiting.size;
    },
    acquire(number) {
      if (inUse >= capacity) {
        waiting.add(number);
        return false;
      }
      waiting.delete(number);
      inUse += 1;
      return true;
    },
    release() {
      if (inUse === 0) throw new Error('A model place was given back twice');
      inUse -= 1;
    },
    giveUp(number) {
      waiting.delete(number);
    },
    resize(places) {
      capacity = places;
    },
  };
}
