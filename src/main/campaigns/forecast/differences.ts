import type { ForecastDifference, OwnForecast } from '../../../shared/models/blast-radius.ts';
import type { Forecast } from '../../../shared/models/dispatcher.ts';

/** Estimates closer than this are the same: both guess at how long calls take. */
const SAME_FINISH = 0.25;

/** Where the console's figures and the instance's differ. @param at epoch ms: what "now" meant for both. */
export function forecastDifferences(ours: OwnForecast, theirs: Forecast, at: number): readonly ForecastDifference[] {
  const found: ForecastDifference[] = [];
  const note = (what: ForecastDifference['what'], a: number | undefined, b: number | undefined, of?: string) => {
    if (a === undefined || b === undefined || a === b) return;
    found.push({ what, ours: a, theirs: b, ...(of !== undefined && { of }) });
  };
  note('dialableNow', ours.dialableNow, theirs.dialableNow);
  note('doNotCallHits', ours.doNotCallHits, theirs.doNotCallHits);
  const zones = new Map(theirs.byZone.map((zone) => [zone.timeZone, zone]));
  // An instance that lists no zones says nothing about them.
  if (zones.size > 0) {
    for (const { timeZone, dialableNow } of ours.byZone) {
      note('zone', dialableNow, zones.get(timeZone)?.dialableNow ?? 0, timeZone);
      zones.delete(timeZone);
    }
    for (const [timeZone, zone] of zones) note('zone', 0, zone.dialableNow, timeZone);
  }
  if (ours.overlaps !== undefined) {
    const told = new Map(theirs.overlaps.map((overlap) => [overlap.campaignId, overlap]));
    for (const { campaignId, name, contacts } of ours.overlaps) {
      note('overlap', contacts, told.get(campaignId)?.contacts ?? 0, name);
      told.delete(campaignId);
    }
    for (const { name, contacts } of told.values()) note('overlap', 0, contacts, name);
  }
  const finish = ours.finish !== undefined && 'at' in ours.finish ? ours.finish.at : undefined;
  // Before calls were measured the console only assumes how long they take: that somebody assumes otherwise is no news.
  const measured = ours.assumptions.callMinutesFrom === 'measured';
  if (measured && finish !== undefined && theirs.estimatedEndAt !== undefined) {
    const longer = Math.max(finish, theirs.estimatedEndAt) - at;
    if (Math.abs(finish - theirs.estimatedEndAt) > longer * SAME_FINISH) note('finish', finish, theirs.estimatedEndAt);
  }
  return found;
}
