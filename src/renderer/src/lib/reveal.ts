const listeners = new Set<() => void>();
let revealed = false;

/** Whether names and numbers are shown, because the operator holds a key or a button down. */
export function isRevealed(): boolean {
  return revealed;
}

/** Shows what is masked in the whole window, or masks it again. */
export function reveal(on: boolean): void {
  if (revealed === on) return;
  revealed = on;
  for (const listener of listeners) listener();
}

export function subscribeReveal(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
