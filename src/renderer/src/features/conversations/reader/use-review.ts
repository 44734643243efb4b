import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActResult } from '../../../../../shared/models/act.ts';
import type { Conversation } from '../../../../../shared/models/conversation.ts';
import type { Failure } from '../../../../../shared/models/failure.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import { announce } from '../../../components/announcer.tsx';
import type { TagChange } from './tag-editor.tsx';

interface Target {
  readonly id: string;
  readonly revision?: number | undefined;
  readonly status: string;
}

/** The commands of a review, and what came of the last one. */
export interface Review {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  readonly dismiss: () => void;
  readonly editTags: (targets: readonly Target[], change: TagChange) => void;
  readonly flag: (id: string, flagged: boolean) => void;
  /** Why it was not taken; undefined when it was. */
  readonly report: (id: string, reason: string, note: string | undefined) => Promise<Failure | undefined>;
}

/** Flags, reports and tags conversations. @param onChanged told of each conversation as it is afterwards. */
export function useReview(tenant: string, onChanged: (conversation: Conversation) => void): Review {
  const { t } = useTranslation('conversations');
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure>();

  const reread = async (id: string) => {
    await client.invalidateQueries({ queryKey: ['transcript', tenant, id] });
  };
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(undefined);
    await work().catch((thrown: unknown) => setFailure(failureOf(thrown)));
    setBusy(false);
  };
  const settle = async (id: string, result: ActResult<Conversation>, done: string) => {
    if (result.now !== undefined) onChanged(result.now);
    await reread(id);
    if (result.outcome === 'done') announce(done);
    else setFailure(result.failure);
  };

  return {
    busy,
    failure,
    dismiss: () => setFailure(undefined),
    editTags: (targets, { add, remove }) =>
      // The countdown and its result are in the holds bar of every window.
      void call((api) =>
        api.archive.editTags({
          tenant,
          targets: targets.map(({ id, revision, status }) => ({
            id,
            expected: { status, ...(revision === undefined ? {} : { revision }) },
          })),
          add: [...add],
          remove: [...remove],
        }),
      )
        .then(async ({ counts, results }) => {
          for (const { result } of results)
            if ('conversation' in result && result.conversation !== undefined) onChanged(result.conversation);
          for (const { id } of targets) await reread(id);
          if (counts.cancelled === counts.total) return;
          announce(t('tagsChanged', { count: counts.done, total: counts.total }));
          // What became of several is in the holds bar, one by one; of a single one it is told here.
          const [only] = targets.length === 1 ? results : [];
          const result = only?.result;
          if (result?.outcome === 'refused' || result?.outcome === 'unknown') setFailure(result.failure);
        })
        .catch((thrown: unknown) => setFailure(failureOf(thrown))),
    flag: (id, flagged) =>
      void attempt(async () => {
        const result = await call((api) => api.archive.flag({ tenant, id, flagged }));
        await settle(id, result, t(flagged ? 'nowFlagged' : 'nowUnflagged'));
      }),
    report: async (id, reason, note) => {
      try {
        const result = await call((api) =>
          api.archive.report({ tenant, id, reason, ...(note === undefined ? {} : { note }) }),
        );
        if (result.now !== undefined) onChanged(result.now);
        await reread(id);
        if (result.outcome !== 'done') return result.failure;
        announce(t('nowReported'));
        return undefined;
      } catch (thrown) {
        return failureOf(thrown);
      }
    },
  };
}
