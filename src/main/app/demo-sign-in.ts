import { completeSignIn } from '../../../tools/headless-sign-in/complete-sign-in.ts';
import { FailureError } from '../../shared/models/failure.ts';

/** Who `npm start -- --demo` signs in: the supervisor of all three tenants. */
const DEMO_ACCOUNT = 'Avery Tremblay';

/**
 * Takes the system browser's place for `--demo`: walks the embedded instance's sign-in pages over HTTP, so that the
 * whole PKCE code flow runs without a click. Refuses any address that is not on this machine.
 */
export async function signInAsDemoSupervisor(url: string): Promise<void> {
  if (new URL(url).hostname !== '127.0.0.1') {
    throw new FailureError('invalid', 'The demo signs in to the embedded instance only', { reason: 'unsafe-link' });
  }
  await completeSignIn(url, { account: DEMO_ACCOUNT });
}
