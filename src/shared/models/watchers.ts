/** A person who has the conversation open, where the instance tells. Nothing is claimed where it does not. */
export interface Watcher {
  readonly id: string;
  readonly name: string;
  /** Epoch ms, server clock. */
  readonly since?: number;
}
