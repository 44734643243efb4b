import { type UtilityProcess, utilityProcess } from 'electron';
import { z } from 'zod';
import { FailureError } from '../../shared/models/failure.ts';

const readySchema = z.object({ type: z.literal('ready'), url: z.url(), issuer: z.url() });

export interface EmbeddedAddress {
  readonly url: string;
  readonly issuer: string;
}

/** How long the demo instance may take to start. */
const START_MS = 30_000;

/**
 * The demo instance that ships with the console, in a process of its own on a loopback port. To the console it is an
 * instance like any other. Started on first use, once; when it dies the next use starts it again.
 */
export class EmbeddedInstance {
  readonly #script: string;
  readonly #args: readonly string[];
  #child: UtilityProcess | undefined;
  #address: Promise<EmbeddedAddress> | undefined;

  constructor(script: string, args: readonly string[]) {
    this.#script = script;
    this.#args = args;
  }

  /** @throws FailureError `unavailable` (`embedded-failed`) when the instance does not come up. */
  address(): Promise<EmbeddedAddress> {
    this.#address ??= this.#start();
    return this.#address;
  }

  stop(): void {
    this.#child?.kill();
    this.#child = undefined;
    this.#address = undefined;
  }

  #start(): Promise<EmbeddedAddress> {
    const child = utilityProcess.fork(this.#script, [...this.#args], {
      serviceName: 'Dialai demo instance',
      stdio: 'ignore',
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      const give = (why: string): void => {
        this.#address = undefined;
        reject(
          new FailureError('unavailable', `The demo instance did not start: ${why}`, { reason: 'embedded-failed' }),
        );
      };
      const timer = setTimeout(() => give('time-out'), START_MS);
      child.on('message', (message: unknown) => {
        const ready = readySchema.safeParse(message);
        if (!ready.success) return;
        clearTimeout(timer);
        resolve({ url: ready.data.url, issuer: ready.data.issuer });
      });
      child.on('exit', (code) => {
        clearTimeout(timer);
        if (this.#child === child) this.#child = undefined;
        give(`it ended with code ${code}`);
      });
    });
  }
}
