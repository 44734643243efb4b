import type { BridgeApi } from '../../../../../shared/ipc/contract.ts';
import { createDesk, type Desk } from './desk.ts';

const desks = new WeakMap<BridgeApi, Map<string, Desk>>();

/** The desk of one person in one tenant: the same for as long as the window lives, so that no outcome is lost when a panel closes. */
export function deskFor(api: BridgeApi, tenant: string, me: string): Desk {
  const byName = desks.get(api) ?? new Map<string, Desk>();
  desks.set(api, byName);
  const name = JSON.stringify([tenant, me]);
  const known = byName.get(name);
  if (known !== undefined) return known;
  const made = createDesk({ api, tenant, me });
  byName.set(name, made);
  return made;
}
