import type { FaultRule } from './faults/fault-rule.ts';
import type { IncidentRule } from './faults/incident-rule.ts';
import type { IdentityState } from './identity/identity-state.ts';
import type { TokenLifetimes } from './identity/realm-options.ts';
import type { WorldOptions } from './world/world-port.ts';

export type Dialect = 'primary' | 'harbour';

/** How a simulator is to be. Everything has a default. */
export interface SimulatorOptions {
  /** 0 takes any free port; a fixed one lets an instance come back where it was. */
  readonly port: number;
  readonly dialect: Dialect;
  readonly world: WorldOptions;
  readonly lifetimes: TokenLifetimes;
  readonly heartbeatMs: number;
  readonly faults: readonly FaultRule[];
  /** What goes wrong in the world from its begin. */
  readonly incidents: readonly IncidentRule[];
  /** Keep it to let tokens outlive a restart; a fresh one otherwise. */
  readonly identity: IdentityState | undefined;
  /** A random one is made when left out. */
  readonly adminKey: string | undefined;
}

export const defaultOptions: SimulatorOptions = {
  port: 0,
  dialect: 'primary',
  world: { seed: 1, conversations: 60, speed: 1, clock: 'real', campaigns: { start: 'demo' } },
  lifetimes: { access: 300, tenant: 120, refresh: 12 * 3600 },
  heartbeatMs: 5_000,
  faults: [],
  incidents: [],
  identity: undefined,
  adminKey: undefined,
};
