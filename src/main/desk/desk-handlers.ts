import type { Handlers } from '../../shared/ipc/contract.ts';
import { valueSource } from '../ipc/value-source.ts';
import type { ArchiveApi } from '../platform/archive/archive-api.ts';
import type { Desk } from './desk.ts';

/** The `desk` group. @param remember keeps the operator's choice over a restart. */
export function deskHandlers(
  desk: Desk,
  apiFor: (tenant: string) => ArchiveApi,
  remember: (on: boolean) => void,
): Handlers['desk'] {
  return {
    status: (_, changed) =>
      valueSource(
        () => desk.status(),
        (listener) => desk.subscribe(listener),
        changed,
      ),
    async setOn({ on }) {
      remember(on);
      await desk.setOn(on);
    },
    search: ({ pattern, speaker, tag, ...query }) =>
      desk.search({
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
