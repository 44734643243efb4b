import { type Simulator, startInstance } from './instance.ts';
import type { SimulatorOptions } from './simulator-options.ts';
import { createWorld } from './world/create-world.ts';

/**
 * Starts a whole simulated Dialai instance on 127.0.0.1.
 *
 * @param options what is left out has the default of simulator-options.ts
 * @throws when the port is taken
 */
export function startSimulator(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startInstance(options, createWorld);
}
