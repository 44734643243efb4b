import { silentLog } from '../../storage/log.ts';
import { MINUTE_MS, PastStore } from '../past-store.ts';

// Writes minute after minute until it is killed; says how many after the first hundred.
const [path = '', start = '0'] = process.argv.slice(2);
const past = new PastStore({ path, now: () => Number(start), log: silentLog });
for (let minute = 0; minute < 1_000; minute += 1) {
  past.record('north', [{ metric: 'queue.waiting', labels: {}, value: 5 }], Number(start) + minute * MINUTE_MS);
  if (minute === 100) process.send?.(minute);
  if (minute >= 100) await new Promise((resolve) => setImmediate(resolve));
}
setInterval(() => undefined, 60_000);
