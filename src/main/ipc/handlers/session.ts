import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { Session } from '../../auth/session.ts';
import { valueSource } from '../value-source.ts';

/** Handlers of the `session` group. What a window sees of the session holds no token. */
export function sessionHandlers(session: Session): Handlers['session'] {
  return {
    state: (_input, changed) => valueSource(session.state, session.subscribe, changed),
    signIn: () => session.signIn(),
    openPageAgain: () => session.openPageAgain(),
    cancelSignIn: () => session.cancelSignIn(),
    signInWithToken: ({ token }) => session.signInWithToken(token),
    signOut: () => session.signOut(),
    chooseVault: ({ mode }) => session.chooseVault(mode),
    activateTenant: ({ tenant }) => session.activateTenant(tenant),
    addTenant: ({ tenant }) => session.addTenant(tenant),
  };
}
