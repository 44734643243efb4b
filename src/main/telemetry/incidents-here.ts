import type { Incident } from '../../shared/models/telemetry.ts';
import type { TelemetryApi } from '../platform/telemetry/telemetry-api.ts';

/**
 * The incidents of a span, asked for now. All times are epoch ms of this machine, whatever the instance's clock says.
 * @throws FailureError when the instance cannot tell
 */
export async function incidentsHere(api: TelemetryApi, from: number, to: number): Promise<readonly Incident[]> {
  const skew = api.clockSkew() ?? 0;
  // A little beyond now: an incident that began this second must not be missed.
  const incidents = await api.incidents(from + skew, to + skew + 60_000);
  return incidents.map(({ startedAt, endedAt, ...rest }) => ({
    ...rest,
    startedAt: startedAt - skew,
    ...(endedAt === undefined ? {} : { endedAt: endedAt - skew }),
  }));
}
