import { networkInterfaces } from 'node:os';
import { powerMonitor } from 'electron';
import type { NetworkEvents, PowerEvents } from '../live/ports.ts';
import type { Clock } from '../storage/clock.ts';

/** How often the machine's addresses are looked at; Node has no event for a change. */
const LOOK_MS = 5_000;

/** Tells when the machine woke up. */
export function powerEvents(): PowerEvents {
  return {
    onResume(listener) {
      powerMonitor.on('resume', listener);
      return () => powerMonitor.off('resume', listener);
    },
  };
}

/** Tells when the machine's network addresses changed: another network, VPN up or down, cable in or out. */
export function networkEvents(clock: Clock, addresses: () => string = currentAddresses): NetworkEvents {
  return {
    onChange(listener) {
      let last = addresses();
      let cancel = (): void => undefined;
      const look = (): void => {
        const now = addresses();
        if (now !== last) {
          last = now;
          listener();
        }
        cancel = clock.after(LOOK_MS, look);
      };
      cancel = clock.after(LOOK_MS, look);
      return () => cancel();
    },
  };
}

function currentAddresses(): string {
  return Object.entries(networkInterfaces())
    .flatMap(([name, all]) => (all ?? []).filter((one) => !one.internal).map((one) => `${name} ${one.address}`))
    .sort()
    .join('\n');
}
