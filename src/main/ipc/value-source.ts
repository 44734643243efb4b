import type { StreamSource } from '../../shared/ipc/contract.ts';

/**
 * A stream of one value's newest state: the value now, then again after each change.
 * @param read the value now; @param subscribe tells of changes and returns its end.
 */
export function valueSource<T>(
  read: () => T,
  subscribe: (listener: () => void) => () => void,
  changed: () => void,
): StreamSource<T> {
  let fresh = true;
  const end = subscribe(() => {
    fresh = true;
    changed();
  });
  return {
    take() {
      if (!fresh) return undefined;
      fresh = false;
      return read();
    },
    close: end,
  };
}
