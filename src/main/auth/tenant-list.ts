import type { Tenant } from '../../shared/models/session.ts';
import type { TenantOutcome } from './user-tokens.ts';

/**
 * One list of tenants out of what the instance lists, what was typed by hand and what the token's claims hint at (no
 * claim is documented, so a hint never overrules the list). Each slug once, in that order.
 */
export function mergeTenants(
  listed: readonly Tenant[],
  typed: readonly string[],
  hinted: readonly string[],
): readonly Tenant[] {
  const bySlug = new Map<string, Tenant>();
  for (const tenant of listed) if (!bySlug.has(tenant.slug)) bySlug.set(tenant.slug, tenant);
  for (const slug of [...typed, ...hinted]) if (!bySlug.has(slug)) bySlug.set(slug, { slug, name: slug });
  return [...bySlug.values()];
}

/** A tenant with what the latest exchange taught about it. */
export function withOutcome(tenant: Tenant, outcome: TenantOutcome | undefined): Tenant {
  if (outcome === undefined) return tenant;
  const { problem: _, ...rest } = tenant;
  return { ...rest, ...outcome };
}
