import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { DraftChange } from '../../../shared/models/draft.ts';
import type { Drafts } from '../../storage/drafts.ts';
import { valueSource } from '../value-source.ts';

/** Handlers of the `drafts` group. */
export function draftsHandlers(drafts: Drafts): Handlers['drafts'] {
  return {
    get: (key) => drafts.get(key),
    set({ text, origin, ...key }) {
      drafts.set(key, text, origin);
    },
    changes: (_input, changed) => {
      let news = new Map<string, DraftChange>();
      const end = drafts.subscribe((key, text, origin) => {
        news.set(JSON.stringify([key.tenant, key.id]), { ...key, text, origin });
        changed();
      });
      return {
        take() {
          if (news.size === 0) return undefined;
          const batch = [...news.values()];
          news = new Map();
          return batch;
        },
        close: end,
      };
    },
    problem: (_input, changed) => valueSource(() => ({ problem: drafts.problem() }), drafts.onProblem, changed),
  };
}
