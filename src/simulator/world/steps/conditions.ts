import type { FunctionName } from '../flows/functions.ts';
import type { Platform } from '../world-port.ts';

/** What is wrong with the world around the conversations right now; incidents make it so. */
export interface Conditions {
  /** Share of a function's calls that fail; undefined where nothing is out of the ordinary. */
  failing(name: FunctionName): number | undefined;
  /** How many times as long as usual a function takes. */
  slowness(name: FunctionName): number;
  /** Whether nothing comes in or goes out on this channel. */
  channelDown(platform: Platform): boolean;
}
