import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { Drafts } from '../../storage/drafts.ts';
import { valueSource } from '../value-source.ts';

/** Handlers of the `drafts` group. */
export function draftsHandlers(drafts: Drafts): Handlers['drafts'] {
  return {
    state: (_input, changed) => valueSource(drafts.state, drafts.subscribe, changed),
    get: (key) => drafts.get(key),
    set: ({ text, ...key }) => drafts.set(key, text),
  };
}
