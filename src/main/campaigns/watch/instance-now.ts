import type { Forecast } from '../../../shared/models/dispatcher.ts';

/**
 * What time it is with the instance, epoch ms. The time that it put into an answer of its own goes before the `Date` of its
 * answers: that may be a gateway's, whose clock says nothing of when a dispatcher last moved.
 * @param now this machine's clock, epoch ms; @param skewMs by the `Date` of answers, where known
 * @param forecast the latest one, and when it was read by this machine's clock
 */
export function instanceNow(
  now: number,
  skewMs: number | undefined,
  forecast: { readonly at: number; readonly value: Forecast | undefined } | undefined,
): number {
  const told = forecast?.value?.at;
  return forecast === undefined || told === undefined ? now + (skewMs ?? 0) : told + (now - forecast.at);
}
