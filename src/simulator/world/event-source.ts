/** What a stream is read from. Types only; re-exported by the port. */

export interface EventSource<E> {
  /** Events with a sequence greater than the given one, in order; undefined when the buffer no longer reaches back. */
  since(sequence: number): readonly E[] | undefined;
  /** Calls the listener synchronously for each event, in order; returns the way to stop it. Listeners must not throw. */
  subscribe(listener: (event: E) => void): () => void;
}

/** A stream of numbered events. */
export interface StreamSource<E> {
  /** Changes only when the world is made anew. */
  readonly streamId: string;
  /** Latest sequence given out; 0 before the first event. */
  readonly sequence: number;
  readonly events: EventSource<E>;
}
