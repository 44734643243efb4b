import type { Failure } from '../../shared/models/failure.ts';
import type { SecretText } from './secret-text.ts';
import type { TokenSource } from './token-source.ts';

/** What one exchange taught about a tenant. */
export type TenantOutcome = { readonly scopes: readonly string[] } | { readonly problem: Failure };

/** The tokens of one signed-in user, however they signed in. */
export interface UserTokens extends TokenSource {
  /** Forgets that a tenant's exchange was refused, so that the next call asks again. */
  askAgain(tenant: string): void;
  /** Stops handing tokens out, and gives what a server must be told to end. */
  close(): Promise<LastTokens>;
}

export interface LastTokens {
  readonly refresh?: SecretText;
  readonly id?: SecretText;
}

export interface UserTokenEvents {
  /** The sign-in is over: the server no longer honours it, or the token ran out and cannot be renewed. */
  readonly onOver: (failure: Failure) => void;
  readonly onTenant: (tenant: string, outcome: TenantOutcome) => void;
}
