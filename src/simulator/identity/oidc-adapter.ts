import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import type { IdentityState } from './identity-state.ts';

const forever = Number.MAX_SAFE_INTEGER;
const sweepAbove = 5_000;
/** What a grant's revocation takes with it. */
const revocable = ['AccessToken', 'AuthorizationCode', 'RefreshToken'];

/**
 * Lets oidc-provider keep its models in the identity state instead of its own process-wide memory, so that two
 * simulators in one process stay apart and a restart can go on with the same state.
 */
export function adapterOver(state: IdentityState): AdapterFactory {
  return (model) => modelAdapter(state, model);
}

/** Whether a grant is still in force: it is not once its tokens were revoked, reused or signed out. */
export function grantIsLive(state: IdentityState, grantId: string): boolean {
  return read(state, `Grant:${grantId}`) !== undefined;
}

/** Ends a grant: its tokens, the grant itself and the browser sessions that it belongs to. */
export function endGrant(state: IdentityState, grantId: string): void {
  revokeTokens(state, grantId);
  state.entries.delete(`Grant:${grantId}`);
  for (const [key, { payload }] of state.entries) {
    const authorizations = Object.values(payload.authorizations ?? {});
    if (key.startsWith('Session:') && authorizations.some((each) => each?.grantId === grantId)) {
      state.entries.delete(key);
    }
  }
  state.changed();
}

function modelAdapter(state: IdentityState, model: string): Adapter {
  const key = (id: string) => `${model}:${id}`;
  const findWhere = (matches: (payload: AdapterPayload) => boolean) => {
    for (const [each, { payload }] of state.entries) {
      if (each.startsWith(`${model}:`) && matches(payload)) return read(state, each);
    }
    return undefined;
  };
  return {
    async upsert(id, payload, expiresIn) {
      sweep(state);
      const expiresAt = expiresIn === undefined ? forever : Date.now() + expiresIn * 1000;
      state.entries.set(key(id), { payload: { ...payload }, expiresAt });
      state.changed();
    },
    async find(id) {
      return read(state, key(id));
    },
    async findByUid(uid) {
      return findWhere((payload) => payload.uid === uid);
    },
    async findByUserCode(userCode) {
      return findWhere((payload) => payload.userCode === userCode);
    },
    async consume(id) {
      const entry = state.entries.get(key(id));
      if (!entry) return;
      const consumed = Math.floor(Date.now() / 1000);
      state.entries.set(key(id), { ...entry, payload: { ...entry.payload, consumed } });
      state.changed();
    },
    async destroy(id) {
      state.entries.delete(key(id));
      state.changed();
    },
    async revokeByGrantId(grantId) {
      revokeTokens(state, grantId);
      state.changed();
    },
  };
}

function read(state: IdentityState, key: string): AdapterPayload | undefined {
  const entry = state.entries.get(key);
  if (!entry) return undefined;
  if (entry.expiresAt > Date.now()) return entry.payload;
  state.entries.delete(key);
  return undefined;
}

function revokeTokens(state: IdentityState, grantId: string): void {
  for (const [key, { payload }] of state.entries) {
    const model = key.slice(0, key.indexOf(':'));
    if (revocable.includes(model) && payload.grantId === grantId) state.entries.delete(key);
  }
}

function sweep(state: IdentityState): void {
  if (state.entries.size < sweepAbove) return;
  const now = Date.now();
  for (const [key, { expiresAt }] of state.entries) if (expiresAt <= now) state.entries.delete(key);
}
