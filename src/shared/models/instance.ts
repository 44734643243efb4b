import { z } from 'zod';

/**
 * How to reach one Dialai instance. Everything that the platform leaves undocumented (client id, scopes, audience,
 * port) is a setting with a default, never baked in (platform.md section 17).
 */
export const instanceSettingsSchema = z.object({
  /** What the operator typed: an instance name (`acme`) or a URL. Empty for the embedded demo instance. */
  instance: z.string().max(300),
  /** Origin of the API, e.g. `https://acme.dialai.ca`. */
  apiUrl: z.string().max(2000),
  /** Issuer, e.g. `https://auth.acme.dialai.ca/realms/dial-ai`. */
  issuer: z.string().max(2000),
  clientId: z.string().min(1).max(200),
  scopes: z.string().max(1000),
  /** `{tenant}` is replaced by the tenant's slug. */
  audienceTemplate: z.string().min(1).max(300),
  /** 0 = any free port (RFC 8252 7.3). Some identity servers compare the port strictly, hence the setting. */
  loopbackPort: z.number().int().min(0).max(65535),
  /** Tenants typed by hand, for instances that do not list them. */
  tenants: z.array(z.string().min(1).max(200)).max(200),
  /** The embedded demo instance; its addresses are filled in when it starts. */
  embedded: z.boolean(),
});
export type InstanceSettings = z.infer<typeof instanceSettingsSchema>;

export const DEFAULT_CLIENT_ID = 'dialai-console';
export const DEFAULT_SCOPES = 'openid profile offline_access';
export const DEFAULT_AUDIENCE_TEMPLATE = '{tenant}';

/** Fields of the settings that a managed configuration file has fixed, so the UI shows them locked. */
export type LockedFields = readonly (keyof InstanceSettings)[];

export interface InstanceView {
  readonly settings: InstanceSettings;
  readonly locked: LockedFields;
  /** Set when stored or managed settings could not be read: which file, and what was done instead. */
  readonly problem?: { readonly reason: 'settings-corrupt' | 'managed-invalid'; readonly file: string };
}
