import type { InstanceSettings } from '../../shared/models/instance.ts';

/**
 * Under which name a tenant's past is kept: tenants of two instances may have the same slug. The embedded instance is
 * one, whatever port it has today.
 */
export function pastKey({ embedded, apiUrl }: Pick<InstanceSettings, 'embedded' | 'apiUrl'>, tenant: string): string {
  return `${embedded ? 'embedded' : new URL(apiUrl).origin} ${tenant}`;
}
