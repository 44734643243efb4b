import type { Handlers } from '../../../shared/ipc/contract.ts';
import type { Session } from '../../auth/session.ts';
import { valueSource } from '../value-source.ts';

/**
 * Handlers of the `session` group. What a window sees of the session holds no token.
 * @param signOut ends the session as the operator wants it, with what belongs to that.
 */
export function sessionHandlers(session: Session, signOut: () => Promise<void>): Handlers['session'] {
  return {
    state: (_input, changed) => valueSource(session.state, session.subscribe, changed),
    signIn: () => session.signIn(),
    openPageAgain: () => session.openPageAgain(),
    cancelSignIn: () => session.cancelSignIn(),
    signInWithToken: ({ token }) => session.signInWithToken(token),
    signOut,
    chooseVault: ({ mode }) => session.chooseVault(mode),
    activateTenant: ({ tenant }) => session.activateTenant(tenant),
    addTenant: ({ tenant }) => session.addTenant(tenant),
  };
}
