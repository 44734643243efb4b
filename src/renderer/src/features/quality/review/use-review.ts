import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../../../shared/models/failure.ts';
import type { Judgement, Review, ReviewedConversation, Scorecard } from '../../../../../shared/models/quality.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';

/** How long after the last change a draft is written, ms. */
const QUIET_MS = 400;
const EMPTY: Judgement = { marks: {}, note: '', notes: [] };

export interface ReviewInHand {
  readonly scorecard: Scorecard | undefined;
  /** As it was last kept. */
  readonly review: Review | undefined;
  readonly judgement: Judgement;
  /** Changed and not yet kept. */
  readonly saving: boolean;
  readonly failure: Failure | undefined;
  readonly change: (next: Judgement) => void;
  readonly act: (what: 'finish' | 'reopen' | 'discard') => Promise<boolean>;
  readonly reread: () => void;
}

/**
 * The review of one conversation: what is changed is kept as a draft after a moment, and at once before anything else is
 * done with it or the conversation is left.
 * @param about what is kept of the conversation; undefined until it was read, and nothing is kept meanwhile.
 */
export function useReview(tenant: string, id: string, about: ReviewedConversation | undefined): ReviewInHand {
  const client = useQueryClient();
  const key = ['quality-review', tenant, id];
  const read = useQuery({
    queryKey: key,
    queryFn: () => call((api) => api.quality.review({ tenant, id })),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const [changed, setChanged] = useState<Judgement>();
  const [failure, setFailure] = useState<Failure>();
  const pending = useRef<Judgement>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const tell = useCallback(
    (review: Review) => {
      client.setQueryData<{ review?: Review; scorecard: Scorecard }>(['quality-review', tenant, id], (before) =>
        before === undefined ? before : { ...before, review },
      );
    },
    [client, tenant, id],
  );
  const keep = useCallback(async () => {
    clearTimeout(timer.current);
    const judgement = pending.current;
    if (judgement === undefined || about === undefined) return;
    pending.current = undefined;
    try {
      const { marks, note, notes } = judgement;
      const review = await call((api) =>
        api.quality.saveDraft({ tenant, about, judgement: { marks: { ...marks }, note, notes: [...notes] } }),
      );
      tell(review);
      setFailure(undefined);
      // What was typed meanwhile is kept next.
      if (pending.current === undefined) setChanged(undefined);
    } catch (thrown) {
      pending.current ??= judgement;
      setFailure(failureOf(thrown));
    }
  }, [about, tenant, tell]);
  // The conversation is left: what was typed last goes with it.
  const last = useRef(keep);
  useEffect(() => {
    last.current = keep;
  }, [keep]);
  useEffect(() => () => void last.current(), []);

  return {
    scorecard: read.data?.scorecard,
    review: read.data?.review,
    judgement: changed ?? read.data?.review ?? EMPTY,
    saving: changed !== undefined,
    failure: failure ?? (read.error === null ? undefined : failureOf(read.error)),
    change(next) {
      pending.current = next;
      setChanged(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keep(), QUIET_MS);
    },
    async act(what) {
      setFailure(undefined);
      try {
        if (what === 'discard') {
          clearTimeout(timer.current);
          pending.current = undefined;
          await call((api) => api.quality.discard({ tenant, id }));
          setChanged(undefined);
          await client.invalidateQueries({ queryKey: key });
          return true;
        }
        await keep();
        if (pending.current !== undefined) return false;
        tell(await call((api) => api.quality[what]({ tenant, id })));
        return true;
      } catch (thrown) {
        setFailure(failureOf(thrown));
        return false;
      }
    },
    reread: () => void read.refetch(),
  };
}
