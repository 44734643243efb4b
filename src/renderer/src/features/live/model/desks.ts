import type { BridgeApi } from '../../../../../shared/ipc/contract.ts';
import { createDesk, type Desk } from './desk.ts';

interface Kept {
  readonly me: string;
  readonly byTenant: Map<string, Desk>;
}
const desks = new WeakMap<BridgeApi, Kept>();

/**
 * The desk of one person in one tenant: the same for as long as the window lives, so that no outcome is lost when a panel
 * closes. Those of whoever was signed in before are closed: they must not hear of this person's drafts.
 */
export function deskFor(api: BridgeApi, tenant: string, me: string): Desk {
  const before = desks.get(api);
  const kept = before?.me === me ? before : { me, byTenant: new Map<string, Desk>() };
  if (before !== kept) {
    for (const desk of before?.byTenant.values() ?? []) desk.close();
    desks.set(api, kept);
  }
  const known = kept.byTenant.get(tenant);
  if (known !== undefined) return known;
  const made = createDesk({ api, tenant, me });
  kept.byTenant.set(tenant, made);
  return made;
}
