import type { ProcessRun } from './child-process.ts';

/** Ends a process that `runScript` started: hands over its result and what it took. */
export function finish(value: unknown): void {
  const { user, system } = process.cpuUsage();
  const run: ProcessRun = { value, cpu: (user + system) / 1e6, peakRss: process.resourceUsage().maxRSS * 1024 };
  process.send?.(run, undefined, undefined, () => process.disconnect());
}
