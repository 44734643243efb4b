import type { Handlers } from '../../shared/ipc/contract.ts';
import { FailureError } from '../../shared/models/failure.ts';
import { valueSource } from '../ipc/value-source.ts';
import type { ArchiveApi } from '../platform/archive/archive-api.ts';
import type { Desk } from './desk.ts';

/** The `desk` group. @param remember keeps the operator's choice over a restart. */
export function deskHandlers(
  desk: Desk,
  apiFor: (tenant: string) => ArchiveApi,
  remember: (choice: { readonly on?: boolean; readonly wipeAtSignOut?: boolean }) => void,
): Handlers['desk'] {
  return {
    status: (_, changed) =>
      valueSource(
        () => desk.status(),
        (listener) => desk.subscribe(listener),
        changed,
      ),
    async setOn({ on }) {
      if (on && desk.status().state === 'forbidden')
        throw new FailureError('forbidden', 'The offline desk is not wanted here', { reason: 'managed' });
      remember({ on });
      await desk.setOn(on);
    },
    async setWipe({ wipeAtSignOut }) {
      if (desk.status().isManaged)
        throw new FailureError('forbidden', 'This is decided by whoever manages this computer', { reason: 'managed' });
      remember({ wipeAtSignOut });
      desk.changed();
    },
    search: ({ pattern, speaker, tag, ...query }) =>
      desk.searchText({
        ...query,
        ...(pattern !== undefined && { pattern }),
        ...(speaker !== undefined && { speaker }),
        ...(tag !== undefined && { tag }),
      }),
    async pin({ tenant, id, pinned }) {
      if (await desk.pin(tenant, id, pinned)) return;
      if (pinned) await desk.keep(tenant, await apiFor(tenant).get(id), true);
    },
    wipe: () => desk.wipe(),
  };
}
