import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { KeptViews } from '../../app/kept-views.ts';

/** Handlers of the `views` and `replies` groups. */
export function viewsHandlers(kept: KeptViews): Pick<Handlers, 'views' | 'replies'> {
  return {
    views: { get: ({ tenant }) => kept.views(tenant), set: ({ tenant, views }) => kept.setViews(tenant, views) },
    replies: {
      get: ({ tenant }) => kept.replies(tenant),
      set: ({ tenant, replies }) => kept.setReplies(tenant, replies),
    },
  };
}
