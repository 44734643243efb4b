import { dataAge } from '../../../../../shared/models/age.ts';
import type { HubStatus } from '../../../../../shared/models/freshness.ts';

/** How old what is shown of a row is, at any moment. */
export interface DataAges {
  readonly setHub: (hub: Pick<HubStatus, 'lastHeardAt'> | undefined) => void;
  /** Milliseconds since the instance last confirmed a row that changed at `seenAt`. */
  readonly of: (seenAt: number, now: number) => number;
}

/** Makes ages that know no hub yet. They are mutable, so that a heartbeat ages ten thousand rows and renders none. */
export function createDataAges(): DataAges {
  let hub: Pick<HubStatus, 'lastHeardAt'> | undefined;
  return {
    setHub: (next) => {
      hub = next;
    },
    of: (seenAt, now) => dataAge(seenAt, hub, now),
  };
}
