import type { TelemetryView } from '../../../../../shared/models/telemetry.ts';

/** Whether two plain values say the same. */
export function alike(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** The newer view, with what did not change kept from the older one: what shows only that need not render. */
export function sharedView(before: TelemetryView | undefined, next: TelemetryView): TelemetryView {
  if (before === undefined) return next;
  const kept = <K extends 'components' | 'incidents'>(key: K): TelemetryView[K] =>
    alike(before[key], next[key]) ? before[key] : next[key];
  return { ...next, components: kept('components'), incidents: kept('incidents') };
}
