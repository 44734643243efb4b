import { useCallback, useState } from 'react';

interface Held {
  readonly tenant: string | undefined;
  readonly address: string | undefined;
  /** What was chosen here since the address said that. */
  readonly chosen?: { readonly id: string | undefined };
}

/**
 * What is open: what was chosen here, at once, until the address has followed; from then on what the address says.
 * The router draws in its own time, which events of a busy list put off again and again.
 * @param go makes the address follow; while it keeps its identity, so does what is returned to open something
 */
export function useOpened(
  tenant: string | undefined,
  address: string | undefined,
  go: (id: string | undefined) => void,
): readonly [string | undefined, (id: string | undefined) => void] {
  const [held, setHeld] = useState<Held>({ tenant, address });
  const isStill = held.tenant === tenant && held.address === address;
  if (!isStill) setHeld({ tenant, address });
  const open = useCallback(
    (id: string | undefined) => {
      setHeld((before) => ({ ...before, chosen: { id } }));
      go(id);
    },
    [go],
  );
  return [isStill && held.chosen !== undefined ? held.chosen.id : address, open];
}
