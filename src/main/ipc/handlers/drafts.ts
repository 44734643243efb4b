import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { Drafts } from '../../storage/drafts.ts';

/** Handlers of the `drafts` group. */
export function draftsHandlers(drafts: Drafts): Handlers['drafts'] {
  return {
    get: (key) => drafts.get(key),
    set: ({ text, ...key }) => drafts.set(key, text),
  };
}
