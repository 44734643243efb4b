import type { Failure } from './failure.ts';

export interface Tenant {
  readonly slug: string;
  readonly name: string;
  readonly timeZone?: string;
  readonly environment?: string;
  /** Scopes the tenant token carries, once one was issued; learned, never assumed. */
  readonly scopes?: readonly string[];
  /** Why no token could be had for this tenant (exchange refused, not a member). */
  readonly problem?: Failure;
}

/** How a refresh token is kept. `basic_text` is no protection, so it is used only with the user's consent. */
export interface VaultView {
  /** Backend as the OS reports it: keychain, dpapi, gnome_libsecret, kwallet5, basic_text, … */
  readonly backend: string;
  readonly mode: 'encrypted' | 'memory-only' | 'weak-with-consent' | 'undecided';
  /** Set when the vault file could not be read and was set aside: the user signs in again. */
  readonly problem?: 'vault-corrupt' | 'vault-backend-changed' | 'vault-write-failed';
}

export type SignInStep =
  | 'discovering'
  | 'waiting-for-browser'
  | 'exchanging-code'
  | 'loading-tenants'
  | 'loading-operations';

/** The session as every window sees it. It never carries a token. */
export type SessionState =
  | { readonly kind: 'signed-out'; readonly failure?: Failure; readonly vault: VaultView }
  | {
      readonly kind: 'signing-in';
      readonly step: SignInStep;
      /** Epoch ms when waiting for the browser ends by itself. */
      readonly deadline?: number;
      readonly vault: VaultView;
    }
  | {
      readonly kind: 'signed-in';
      readonly user: { readonly id: string; readonly name: string; readonly email?: string };
      readonly instanceName: string;
      readonly embedded: boolean;
      /** `pasted`: a service JWT without refresh; expires at `expiresAt`. */
      readonly method: 'browser' | 'pasted';
      readonly expiresAt?: number;
      readonly tenants: readonly Tenant[];
      /** Why the instance could not be asked for the tenants: then an empty list does not mean that there are none. */
      readonly tenantsProblem?: Failure;
      readonly activeTenant?: string;
      readonly vault: VaultView;
    };
