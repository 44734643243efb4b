import { useCallback, useState } from 'react';

interface Chosen {
  readonly id: string | undefined;
  readonly tenant: string | undefined;
  /** What the address said when it was chosen. */
  readonly before: string | undefined;
}

/**
 * What is open: what was chosen here, at once, until the address has followed; from then on what the address says.
 * The router draws in its own time, which events of a busy list put off again and again.
 * @param go makes the address follow; must keep its identity
 */
export function useOpened(
  tenant: string | undefined,
  address: string | undefined,
  go: (id: string | undefined) => void,
): readonly [string | undefined, (id: string | undefined) => void] {
  const [chosen, setChosen] = useState<Chosen>();
  if (chosen !== undefined && (chosen.before !== address || chosen.tenant !== tenant)) setChosen(undefined);
  const open = useCallback(
    (id: string | undefined) => {
      setChosen({ id, tenant, before: address });
      go(id);
    },
    [tenant, address, go],
  );
  return [chosen === undefined ? address : chosen.id, open];
}
