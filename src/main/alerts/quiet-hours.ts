import type { AlertPreferences, Severity } from '../../shared/models/alert.ts';

/** Whether an alert is to be kept quiet at this hour of this machine; the hours may go past midnight. */
export function isQuiet({ quiet }: AlertPreferences, severity: Severity, now: Date): boolean {
  if (!quiet.on || (severity === 'critical' && quiet.butCritical)) return false;
  const minute = now.getHours() * 60 + now.getMinutes();
  const from = minutes(quiet.from);
  const to = minutes(quiet.to);
  return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
}

function minutes(clock: string): number {
  const [hours = 0, rest = 0] = clock.split(':').map(Number);
  return hours * 60 + rest;
}
