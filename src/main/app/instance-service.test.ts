import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readManagedInForce } from '../auth/managed-settings.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import { openSettingsStore } from '../storage/settings-store.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { createInstanceService } from './instance-service.ts';

let folder: string;
let stored: Record<string, unknown>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'instance-'));
  stored = {};
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file: SettingsFile = {
  path: 'settings.json',
  read: () => stored,
  write(content) {
    stored = structuredClone(content);
  },
};
const managed = async (name: string, content: unknown): Promise<string> => {
  await writeFile(join(folder, name), JSON.stringify(content));
  return join(folder, name);
};
const address = { url: 'http://127.0.0.1:4300', issuer: 'http://127.0.0.1:4300/realms/dial-ai' };
interface Launch {
  readonly demo?: boolean;
  readonly instance?: string;
  readonly managedConfig?: string;
}
const open = async ({ managedConfig, ...options }: Launch = {}, systemFile = join(folder, 'none')) =>
  createInstanceService(
    openSettingsStore(file, new ManualClock()),
    await readManagedInForce(systemFile, managedConfig),
    { address: () => Promise.resolve(address) },
    { demo: false, ...options },
  );

describe('the fleet’s managed file', () => {
  const fleet = { settings: { instance: 'fleet' }, locked: 'all' };

  it('wins over one that the command line names', async () => {
    const system = await managed('system.json', fleet);
    const named = await managed('named.json', { settings: { instance: 'evil' }, locked: [] });
    const { settings, locked } = (await open({ managedConfig: named }, system)).view();
    expect(settings.apiUrl).toBe('https://fleet.dialai.ca');
    expect(locked).toContain('instance');
  });

  it('that cannot be read is told, and still lets no other in', async () => {
    const system = join(folder, 'system.json');
    await writeFile(system, '{"settings":');
    const named = await managed('named.json', { settings: { instance: 'evil' }, locked: [] });
    const { settings, problem } = (await open({ managedConfig: named }, system)).view();
    expect(problem).toEqual({ reason: 'managed-invalid', file: system });
    expect(settings.instance).toBe('');
  });

  it('is the named one where the system has none', async () => {
    const named = await managed('named.json', fleet);
    expect((await open({ managedConfig: named })).view().settings.instance).toBe('fleet');
  });

  it('is not got around by --instance', async () => {
    const service = await open({ instance: 'evil' }, await managed('system.json', fleet));
    expect(service.view().settings).toMatchObject({ instance: 'fleet', apiUrl: 'https://fleet.dialai.ca' });
    expect(service.inForce().issuer).toBe('https://auth.fleet.dialai.ca/realms/dial-ai');
  });
});

describe('--instance', () => {
  it('is filled in and in force, not stored, and gives way to what the operator saves', async () => {
    const service = await open({ instance: 'acme' });
    expect(service.view().settings).toMatchObject({
      instance: 'acme',
      apiUrl: 'https://acme.dialai.ca',
      embedded: false,
    });
    expect(service.inForce().apiUrl).toBe('https://acme.dialai.ca');
    expect(stored).toEqual({});
    service.save(service.resolve('northwind'));
    expect(service.view().settings.instance).toBe('northwind');
    expect((await open()).view().settings.instance).toBe('northwind');
  });

  it('that is no name is shown as typed, and saving it says what is wrong', async () => {
    const service = await open({ instance: 'no such name!' });
    const { settings } = service.view();
    expect(settings).toMatchObject({ instance: 'no such name!', apiUrl: '', embedded: false });
    expect(() => service.save(settings)).toThrow();
  });
});

it('--demo takes the embedded instance for this run alone', async () => {
  stored = { instance: { instance: 'acme', apiUrl: 'https://acme.dialai.ca', embedded: false } };
  const service = await open({ demo: true });
  await service.prepare();
  expect(service.inForce()).toMatchObject({ embedded: true, apiUrl: address.url, issuer: address.issuer });
  expect((await open()).inForce()).toMatchObject({ embedded: false, apiUrl: 'https://acme.dialai.ca' });
});
