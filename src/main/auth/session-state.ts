import type { Failure } from '../../shared/models/failure.ts';
import type { SessionState, SignInStep, Tenant, VaultView } from '../../shared/models/session.ts';
import { mergeTenants, withOutcome } from './tenant-list.ts';
import type { TenantOutcome } from './user-tokens.ts';

/** The signed-in part, before tenants are dressed with what was learned about them. */
export interface SignedIn {
  readonly user: { readonly id: string; readonly name: string; readonly email?: string };
  readonly instanceName: string;
  readonly embedded: boolean;
  readonly method: 'browser' | 'pasted';
  readonly expiresAt?: number;
  readonly listed: readonly Tenant[];
  readonly typed: readonly string[];
  readonly hinted: readonly string[];
  readonly tenantsProblem?: Failure;
  readonly activeTenant?: string;
}

type Phase =
  | { readonly kind: 'signed-out'; readonly failure?: Failure }
  | { readonly kind: 'signing-in'; readonly step: SignInStep; readonly deadline?: number }
  | { readonly kind: 'signed-in'; readonly signedIn: SignedIn };

/** Holds what windows see of the session, and tells them when it changes. */
export class SessionStateHolder {
  readonly #vault: () => VaultView;
  readonly #listeners = new Set<(state: SessionState) => void>();
  readonly #outcomes = new Map<string, TenantOutcome>();
  #phase: Phase = { kind: 'signed-out' };

  constructor(vault: () => VaultView) {
    this.#vault = vault;
  }

  state(): SessionState {
    const vault = this.#vault();
    if (this.#phase.kind !== 'signed-in') return { ...this.#phase, vault };
    const { listed, typed, hinted, ...rest } = this.#phase.signedIn;
    const tenants = mergeTenants(listed, typed, hinted).map((each) => withOutcome(each, this.#outcomes.get(each.slug)));
    return { kind: 'signed-in', ...rest, tenants, vault };
  }

  subscribe(listener: (state: SessionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  signedOut(failure?: Failure): void {
    this.#outcomes.clear();
    this.#phase = { kind: 'signed-out', ...(failure === undefined ? {} : { failure }) };
    this.tell();
  }

  signingIn(step: SignInStep, deadline?: number): void {
    this.#phase = { kind: 'signing-in', step, ...(deadline === undefined ? {} : { deadline }) };
    this.tell();
  }

  signedIn(signedIn: SignedIn): void {
    this.#phase = { kind: 'signed-in', signedIn };
    this.tell();
  }

  /** Changes the signed-in part; nothing happens in any other phase. */
  change(change: (signedIn: SignedIn) => SignedIn): void {
    if (this.#phase.kind === 'signed-in') this.signedIn(change(this.#phase.signedIn));
  }

  learn(tenant: string, outcome: TenantOutcome): void {
    const known = this.#outcomes.get(tenant);
    this.#outcomes.set(tenant, outcome);
    if (this.#phase.kind === 'signed-in' && JSON.stringify(known) !== JSON.stringify(outcome)) this.tell();
  }

  /** Tells everybody the state once more, as when the vault's view changed. */
  tell(): void {
    const state = this.state();
    for (const listener of this.#listeners) listener(state);
  }
}
