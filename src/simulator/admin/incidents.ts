import { apiErrorOf } from '../api/api-error.ts';
import type { IncidentRule } from '../faults/incident-rule.ts';
import type { Incident } from '../world/telemetry/telemetry-port.ts';
import type { TenantWorld, World } from '../world/world-port.ts';

function tenantsOf(world: World): readonly TenantWorld[] {
  return world.tenants.flatMap(({ slug }) => world.tenant(slug) ?? []);
}

/**
 * Makes something go wrong in one tenant, or in all of them.
 *
 * @throws ApiError when it can happen nowhere, as with a function that there is not
 */
export function startIncident(world: World, { tenant, ...script }: IncidentRule): readonly Incident[] {
  const results = tenantsOf(world)
    .filter(({ info }) => tenant === undefined || info.slug === tenant)
    .map(({ telemetry }) => telemetry.startIncident(script));
  const started = results.flatMap((result) => (result.ok ? [result.value] : []));
  const refused = results.find((result) => !result.ok);
  if (started.length > 0) return started;
  throw apiErrorOf(
    refused?.ok === false ? refused : { ok: false, code: 'not-found', message: 'There is no such tenant.' },
  );
}

/** Ends an incident, whichever tenant it is of. @returns whether it was open */
export function endIncident(world: World, incidentId: string): boolean {
  return tenantsOf(world).some(({ telemetry }) => telemetry.endIncident(incidentId));
}

/** Every incident of the last day, by tenant. */
export function listIncidents(world: World): Readonly<Record<string, readonly Incident[]>> {
  const now = world.clock.now();
  return Object.fromEntries(
    tenantsOf(world).map(({ info, telemetry }) => [info.slug, telemetry.incidents(now - 86_400_000, now + 1)]),
  );
}
