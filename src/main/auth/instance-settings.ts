import { FailureError } from '../../shared/models/failure.ts';
import {
  DEFAULT_AUDIENCE_TEMPLATE,
  DEFAULT_CLIENT_ID,
  DEFAULT_SCOPES,
  type InstanceSettings,
  type InstanceView,
  instanceSettingsSchema,
} from '../../shared/models/instance.ts';
import type { SettingsStore } from '../storage/settings-store.ts';
import { type AddressOptions, checkUrl, resolveInstance } from './instance-address.ts';
import type { ManagedSettings } from './managed-settings.ts';

/** Before anybody chose: the demo instance that ships with the console. */
export const DEFAULT_SETTINGS: InstanceSettings = {
  instance: '',
  apiUrl: '',
  issuer: '',
  clientId: DEFAULT_CLIENT_ID,
  scopes: DEFAULT_SCOPES,
  audienceTemplate: DEFAULT_AUDIENCE_TEMPLATE,
  loopbackPort: 0,
  tenants: [],
  embedded: true,
};

/** How to reach the instance: what is stored, preset and locked, as one. */
export interface InstanceSettingsService {
  view(): InstanceView;
  /** From an instance name or URL to full settings; nothing is stored. @throws FailureError `invalid` */
  resolve(instance: string): InstanceSettings;
  /** Checks and stores; locked fields keep their value. @throws FailureError `invalid` with the field */
  save(settings: InstanceSettings): InstanceView;
  /** Adds a tenant typed by hand. */
  addTenant(slug: string): void;
}

/**
 * Puts the instance's settings together: defaults, then what the fleet's managed file presets, then what is stored on
 * this machine, then what the managed file has locked.
 */
export function createInstanceSettings(
  store: SettingsStore,
  managed: ManagedSettings,
  options: AddressOptions = {},
): InstanceSettingsService {
  const preset = derived({ ...DEFAULT_SETTINGS, ...managed.preset }, managed.preset, options);
  const section = store.section('instance', instanceSettingsSchema, preset);
  const locked = lockedFields(managed);
  const enforce = (settings: InstanceSettings): InstanceSettings => ({ ...settings, ...pick(preset, locked) });
  const problem = (): Pick<InstanceView, 'problem'> => {
    if (managed.invalidFile !== undefined) return { problem: { reason: 'managed-invalid', file: managed.invalidFile } };
    const corrupt = store.problem() === 'settings-corrupt';
    return corrupt ? { problem: { reason: 'settings-corrupt', file: store.path } } : {};
  };
  const service: InstanceSettingsService = {
    view: () => ({ settings: enforce(section.get()), locked, ...problem() }),
    resolve(instance) {
      const address = instance.trim() === '' ? { apiUrl: '', issuer: '' } : resolveInstance(instance, options);
      return enforce({ ...section.get(), instance: instance.trim(), ...address, embedded: instance.trim() === '' });
    },
    save(settings) {
      const next = enforce(instanceSettingsSchema.parse(settings));
      checkSettings(next, options);
      section.set(next);
      return service.view();
    },
    addTenant(slug) {
      const settings = section.get();
      if (locked.includes('tenants') || settings.tenants.includes(slug)) return;
      section.set({ ...settings, tenants: [...settings.tenants, slug] });
    },
  };
  return service;
}

/**
 * @throws FailureError `invalid`: `instance-name`, `not-https`, `credentials-in-url`, `audience-template`; `field` names which
 */
export function checkSettings(settings: InstanceSettings, options: AddressOptions): void {
  if (!settings.audienceTemplate.includes('{tenant}')) {
    // One audience for all tenants would make one token good for all of them.
    throw new FailureError('invalid', 'The audience must contain {tenant}', {
      reason: 'audience-template',
      field: 'audienceTemplate',
    });
  }
  // The embedded instance gets its addresses when it starts.
  if (settings.embedded) return;
  const api = checkUrl(settings.apiUrl, 'apiUrl', options);
  if (api.search !== '' || api.hash !== '') {
    throw new FailureError('invalid', 'The address must have no query', { reason: 'instance-name', field: 'apiUrl' });
  }
  const issuer = checkUrl(settings.issuer, 'issuer', options);
  // RFC 8414 section 2: an issuer has no query and no fragment.
  if (issuer.search !== '' || issuer.hash !== '') {
    throw new FailureError('invalid', 'The issuer must have no query', { reason: 'instance-name', field: 'issuer' });
  }
}

/** The settings of the embedded instance once it runs. */
export function withEmbeddedAddress(
  settings: InstanceSettings,
  address: { readonly url: string; readonly issuer: string },
): InstanceSettings {
  return { ...settings, embedded: true, apiUrl: address.url, issuer: address.issuer };
}

/** An instance that is preset by name alone brings its addresses along. */
function derived(
  settings: InstanceSettings,
  given: Partial<InstanceSettings>,
  options: AddressOptions,
): InstanceSettings {
  const elsewhere = [given.instance, given.apiUrl, given.issuer].some((each) => each !== undefined && each !== '');
  const base = { ...settings, embedded: given.embedded ?? !elsewhere };
  if (given.instance === undefined || given.instance === '') return base;
  try {
    return { ...base, ...resolveInstance(given.instance, options), ...given };
  } catch {
    return base;
  }
}

/** Locking the instance locks its addresses, or it would not be locked. */
function lockedFields({ locked }: ManagedSettings): readonly (keyof InstanceSettings)[] {
  const fields = new Set(locked);
  if (fields.has('instance')) for (const field of ['apiUrl', 'issuer', 'embedded'] as const) fields.add(field);
  return [...fields];
}

function pick(settings: InstanceSettings, fields: readonly (keyof InstanceSettings)[]): Partial<InstanceSettings> {
  return Object.fromEntries(fields.map((field) => [field, settings[field]]));
}
