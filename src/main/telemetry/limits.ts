/** Times of telemetry, ms; tests shorten them. */
export interface TelemetryLimits {
  /** Between two questions while a window shows the tenant's telemetry, and while only rules look at it. */
  readonly watchedMs: number;
  readonly backgroundMs: number;
  /** Incidents change seldom. */
  readonly incidentsMs: number;
  /** An answer that takes longer is called slow. */
  readonly slowMs: number;
  readonly backoffBaseMs: number;
  readonly backoffCapMs: number;
  readonly refusedRetryMs: number;
  /** How long a tenant is still asked after the last window looked away. */
  readonly lingerMs: number;
  /** A metric that answers do not hold any more is forgotten after so long. */
  readonly forgetMs: number;
}

export const TELEMETRY_LIMITS: TelemetryLimits = {
  watchedMs: 3_000,
  backgroundMs: 15_000,
  incidentsMs: 30_000,
  slowMs: 5_000,
  backoffBaseMs: 2_000,
  backoffCapMs: 60_000,
  refusedRetryMs: 60_000,
  lingerMs: 30_000,
  forgetMs: 3_600_000,
};
