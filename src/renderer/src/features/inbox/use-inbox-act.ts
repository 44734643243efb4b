import { useState } from 'react';
import type { ActResult } from '../../../../shared/models/act.ts';
import type { Failure } from '../../../../shared/models/failure.ts';
import { failureOf } from '../../bridge/failure.ts';
import { announce } from '../../components/announcer.tsx';

interface InboxAct {
  /** The conversation that something is being done to. */
  readonly busy: string | undefined;
  /** Does something to one conversation and announces it as `done`; resolves with why it was not done, or undefined. */
  readonly act: (id: string, doing: () => Promise<ActResult<unknown>>, done: string) => Promise<Failure | undefined>;
}

/** One command of the inbox at a time, and what came of it. */
export function useInboxAct(): InboxAct {
  const [busy, setBusy] = useState<string>();
  return {
    busy,
    async act(id, doing, done) {
      setBusy(id);
      try {
        const result = await doing();
        if (result.outcome !== 'done') return result.failure;
        announce(done);
        return undefined;
      } catch (thrown) {
        return failureOf(thrown);
      } finally {
        setBusy(undefined);
      }
    },
  };
}
