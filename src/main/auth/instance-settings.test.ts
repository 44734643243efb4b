import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf } from '../../shared/models/failure.ts';
import type { InstanceSettings } from '../../shared/models/instance.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import { openSettingsStore } from '../storage/settings-store.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { createInstanceSettings, DEFAULT_SETTINGS, withEmbeddedAddress } from './instance-settings.ts';
import { managedFileOf, readManagedSettings } from './managed-settings.ts';

let folder: string;
let file: string;
let stored: Record<string, unknown>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'managed-'));
  file = join(folder, 'managed.json');
  stored = {};
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const memoryFile = (): SettingsFile => ({
  path: 'settings.json',
  read: () => stored,
  write(content) {
    stored = structuredClone(content);
  },
});
const open = async (managed?: unknown, options = {}) => {
  if (managed !== undefined) await writeFile(file, typeof managed === 'string' ? managed : JSON.stringify(managed));
  return createInstanceSettings(
    openSettingsStore(memoryFile(), new ManualClock()),
    await readManagedSettings(file),
    options,
  );
};
const acme: InstanceSettings = {
  ...DEFAULT_SETTINGS,
  embedded: false,
  instance: 'acme',
  apiUrl: 'https://acme.dialai.ca',
  issuer: 'https://auth.acme.dialai.ca/realms/dial-ai',
};
const detailOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return failureOf(error).detail;
  }
  return undefined;
};

describe('instance settings', () => {
  it('start empty, resolve without storing, and keep what is saved', async () => {
    const service = await open();
    expect(service.view()).toEqual({ settings: DEFAULT_SETTINGS, locked: [] });
    expect(service.resolve(' acme ')).toEqual(acme);
    expect(stored).toEqual({});
    expect(service.save(acme).settings).toEqual(acme);
    service.addTenant('west');
    service.addTenant('west');
    expect((await open()).view().settings).toEqual({ ...acme, tenants: ['west'] });
    expect(service.resolve('')).toMatchObject({ embedded: true, apiUrl: '', issuer: '', tenants: ['west'] });
  });

  it.each([
    [{ apiUrl: 'http://acme.dialai.ca' }, 'not-https', 'apiUrl'],
    [{ issuer: 'http://127.0.0.1:1/realms/dial-ai' }, 'not-https', 'issuer'],
    [{ issuer: '' }, 'instance-name', 'issuer'],
    [{ issuer: 'https://a.example/realms/x?y' }, 'instance-name', 'issuer'],
    [{ apiUrl: 'https://u:p@a.example' }, 'credentials-in-url', 'apiUrl'],
    [{ audienceTemplate: 'everybody' }, 'audience-template', 'audienceTemplate'],
  ])('%j is refused', async (change, reason, field) => {
    const service = await open();
    expect(detailOf(() => service.save({ ...acme, ...change }))).toMatchObject({ reason, field });
    expect(stored).toEqual({});
  });

  it('take plain http only on loopback and on request; the embedded instance brings its own addresses', async () => {
    const loopback = { ...acme, apiUrl: 'http://127.0.0.1:1', issuer: 'http://127.0.0.1:1/realms/dial-ai' };
    const service = await open(undefined, { allowLoopback: true });
    expect(service.save(loopback).settings).toEqual(loopback);
    const embedded = (await open()).save({ ...DEFAULT_SETTINGS, embedded: true }).settings;
    expect(withEmbeddedAddress(embedded, { url: 'http://127.0.0.1:2', issuer: 'http://127.0.0.1:2/r' })).toMatchObject({
      embedded: true,
      apiUrl: 'http://127.0.0.1:2',
    });
  });
});

describe('a managed file', () => {
  it.each([
    ['linux', '/etc/dialai-console/managed.json'],
    ['darwin', '/Library/Application Support/Dialai Console/managed.json'],
    ['win32', 'D:\\Data\\Dialai Console\\managed.json'],
  ] as const)('is looked for on %s where administrators write', (platform, expected) => {
    expect(managedFileOf(platform, { ProgramData: 'D:\\Data' })).toBe(expected);
  });

  it('presets what is not yet stored, and what is stored wins', async () => {
    const preset = { settings: { instance: 'acme', clientId: 'fleet' } };
    const service = await open(preset);
    expect(service.view()).toEqual({ settings: { ...acme, clientId: 'fleet' }, locked: [] });
    service.save({ ...service.resolve('other'), clientId: 'mine' });
    expect((await open(preset)).view().settings).toMatchObject({ instance: 'other', clientId: 'mine' });
  });

  it('locks: the operator sees the value and cannot change it, the addresses of a locked instance included', async () => {
    const managed = { settings: { instance: 'acme', clientId: 'fleet', tenants: ['north'] }, locked: 'all' };
    stored = { instance: { ...acme, instance: 'evil', apiUrl: 'https://evil.example', clientId: 'mine' } };
    const service = await open(managed);
    const { settings, locked } = service.view();
    expect(settings).toEqual({ ...acme, clientId: 'fleet', tenants: ['north'] });
    expect([...locked].sort()).toEqual(['apiUrl', 'clientId', 'embedded', 'instance', 'issuer', 'tenants']);
    service.save({ ...acme, apiUrl: 'https://evil.example', embedded: true, scopes: 'openid' });
    service.addTenant('west');
    expect(service.view().settings).toEqual({ ...acme, clientId: 'fleet', tenants: ['north'], scopes: 'openid' });
    expect(service.resolve('evil')).toMatchObject({ instance: 'acme', apiUrl: 'https://acme.dialai.ca' });
  });

  it.each(['{', '[]', '{"settings":{"loopbackPort":"x"}}', '{"settings":{},"locked":["nothing"]}'])(
    'that does not hold is reported: %s',
    async (text) => {
      expect((await open(text)).view()).toEqual({
        settings: DEFAULT_SETTINGS,
        locked: [],
        problem: { reason: 'managed-invalid', file },
      });
    },
  );

  it('written by a Windows editor, with a mark at its start, is read', async () => {
    expect((await open(`\uFEFF${JSON.stringify({ settings: { instance: 'acme' } })}`)).view().settings).toEqual(acme);
  });
});
