import type { SessionState } from '../../shared/models/session.ts';
import type { Desk } from './desk.ts';

/** The desk's part in a session's beginning and end. */
export interface DeskSession {
  /** Opens the desk of whoever signed in; when nobody is any more, for whatever reason, it is closed and stays on the disk. */
  follow(session: Pick<SessionState, 'kind'>): void;
  /** The operator signed out, by their own will: what is to go with it is wiped now. */
  left(): Promise<void>;
}

/**
 * Ties the desk to who is signed in. Only a deliberate sign-out wipes it (ADR 0112): a session that ended by itself, one that
 * was never there and a sign-in that failed leave what is kept sealed, for the same person to find again.
 * @param owner whose desk it is, while somebody is signed in; @param isOn what the operator chose.
 */
export function followSession(desk: Desk, owner: () => string, isOn: () => boolean): DeskSession {
  let of: string | undefined;
  return {
    follow({ kind }) {
      if (kind === 'signed-in' && of !== owner()) {
        of = owner();
        void desk.belongTo(of);
        if (isOn()) void desk.setOn(true);
      } else if (kind === 'signed-out') {
        of = undefined;
        void desk.close();
      }
    },
    async left() {
      await desk.close();
      if (desk.wipesAtSignOut()) await desk.wipe();
    },
  };
}
