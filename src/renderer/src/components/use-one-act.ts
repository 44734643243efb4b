import { useState } from 'react';
import type { ActResult } from '../../../shared/models/act.ts';
import type { Failure } from '../../../shared/models/failure.ts';
import { failureOf } from '../bridge/failure.ts';

/** The one act of a dialog. */
export interface OneAct {
  readonly busy: boolean;
  /** Why it was not done, until it is tried again. */
  readonly failure: Failure | undefined;
  readonly run: () => Promise<void>;
}

/** Does what a dialog is for. @param done told once it is done, and what there is then; stays busy, since the dialog closes */
export function useOneAct<T>(act: () => Promise<ActResult<T>>, done: (now: T | undefined) => void): OneAct {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const run = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const result = await act();
      if (result.outcome === 'done') return done(result.now);
      setFailure(result.failure);
    } catch (thrown) {
      setFailure(failureOf(thrown));
    }
    setBusy(false);
  };
  return { busy, failure, run };
}
