import { useCallback, useMemo, useState } from 'react';
import type { BridgeApi } from '../../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../../shared/ipc/envelope.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import type { WorkbenchView } from '../../../../shared/models/manifest-workbench.ts';
import { call } from '../../bridge/bridge.ts';
import { failureOf } from '../../bridge/failure.ts';
import { type Latest, useLatest } from '../../bridge/stream.ts';

/** The manifest of which campaign. */
export interface Which {
  readonly tenant: string;
  readonly campaign: string;
}

export interface Workbench {
  readonly which: Which;
  readonly latest: Latest<WorkbenchView>;
  /** Why the last action of this window was not done. */
  readonly failure: Failure | undefined;
  /** Does something; its failure is kept to be shown, and `cancelled` is none. @returns undefined when it failed */
  readonly act: <T>(
    work: (api: BridgeApi['manifests'], which: Which) => Promise<Envelope<T>>,
  ) => Promise<T | undefined>;
  readonly dismiss: () => void;
}

/** The state of a campaign's manifest in main, and what can be done with it. */
export function useWorkbench(tenant: string, campaign: string): Workbench {
  const which = useMemo(() => ({ tenant, campaign }), [tenant, campaign]);
  const open = useCallback(
    (api: BridgeApi, on: (batch: Envelope<WorkbenchView>) => void) => api.manifests.state(which, on),
    [which],
  );
  const latest = useLatest(open);
  const [failure, setFailure] = useState<Failure>();
  const act = useCallback(
    async <T>(work: (api: BridgeApi['manifests'], input: Which) => Promise<Envelope<T>>): Promise<T | undefined> => {
      setFailure(undefined);
      try {
        return await call((api) => work(api.manifests, which));
      } catch (thrown) {
        const why = failureOf(thrown);
        if (why.code !== 'cancelled') setFailure(why);
        return undefined;
      }
    },
    [which],
  );
  const dismiss = useCallback(() => setFailure(undefined), []);
  return { which, latest, failure, act, dismiss };
}
