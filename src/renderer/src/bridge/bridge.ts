import type { BridgeApi } from '../../../shared/ipc/contract.ts';
import type { Envelope } from '../../../shared/ipc/envelope.ts';
import { withReadBatches } from './batches.ts';
import { BridgeFailure } from './failure.ts';

declare global {
  /** Put there by the preload (BRIDGE_GLOBAL); by the fake bridge in tests and in the preview. */
  var dialai: BridgeApi | undefined;
}

/** The preload's face. Throws when the page was opened outside the console. */
export function bridge(): BridgeApi {
  const api = globalThis.dialai;
  if (api === undefined) throw new Error('The bridge to the console is missing: this page was opened outside of it.');
  return withReadBatches(api);
}

/**
 * Makes one call and takes the answer out of its envelope: `await call((api) => api.session.signOut())`.
 * Throws BridgeFailure.
 */
export async function call<T>(use: (api: BridgeApi) => Promise<Envelope<T>>): Promise<T> {
  const answer = await use(bridge());
  if (!answer.ok) throw new BridgeFailure(answer.failure);
  return answer.value;
}
