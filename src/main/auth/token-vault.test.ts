import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { MemoryBox } from '../storage/testing/memory-box.ts';
import { SecretText } from './secret-text.ts';
import { type KeptSignIn, openTokenVault } from './token-vault.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vault-'));
  file = join(folder, 'sign-in.json');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const open = (box: MemoryBox) => openTokenVault({ file, box, clock: new ManualClock() });
const signIn = (refresh = 'refresh-secret'): KeptSignIn => ({
  issuer: 'https://auth.acme.dialai.ca/realms/dial-ai',
  clientId: 'dialai-console',
  refresh: new SecretText(refresh),
  id: new SecretText('id-secret'),
  user: { id: 'u-1', name: 'Avery' },
  tenants: [{ slug: 'north', name: 'North', timeZone: 'America/Toronto' }],
});
const refreshOf = async (box: MemoryBox) => (await (await open(box)).load())?.refresh.reveal();

describe.each(['keychain', 'dpapi', 'gnome_libsecret', 'kwallet6'])('a vault of %s', (backend) => {
  it('keeps the sign-in sealed, for the owner alone, and says which backend sealed it', async () => {
    const box = new MemoryBox(backend);
    const vault = await open(box);
    await vault.save(signIn());
    expect(vault.view()).toEqual({ backend, mode: 'encrypted' });
    const bytes = await readFile(file, 'latin1');
    for (const secret of ['refresh-secret', 'id-secret', 'Avery']) {
      expect(bytes).not.toContain(secret);
      expect(bytes).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/u, '').slice(0, -1));
    }
    expect(JSON.parse(bytes)).toMatchObject({ version: 1, backend });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const kept = await (await open(box)).load();
    expect(kept).toMatchObject({ user: { id: 'u-1', name: 'Avery' }, tenants: [{ timeZone: 'America/Toronto' }] });
    expect(kept?.refresh.reveal()).toBe('refresh-secret');
    expect(kept?.id?.reveal()).toBe('id-secret');
    await vault.clear();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a vault without protection (basic_text)', () => {
  it('keeps nothing until the operator consents, then what is there now and from then on', async () => {
    const box = new MemoryBox('basic_text', false);
    const vault = await open(box);
    const views: string[] = [];
    vault.onChange(() => views.push(vault.view().mode));
    expect(vault.view().mode).toBe('undecided');
    await vault.save(signIn());
    expect(await readdir(folder)).toEqual([]);
    await vault.choose('weak-with-consent');
    expect(views).toEqual(['weak-with-consent']);
    expect(await refreshOf(box)).toBe('refresh-secret');
    await vault.save(signIn('rotated'));
    expect(await refreshOf(box)).toBe('rotated');
    await vault.choose('memory-only');
    expect(await refreshOf(box)).toBeUndefined();
    expect((await open(box)).view().mode).toBe('memory-only');
    expect(await readFile(file, 'utf8')).not.toContain('sealed');
  });

  it('remembers the choice through sign-out, and forgets it when the OS has a vault again', async () => {
    const box = new MemoryBox('basic_text', false);
    const vault = await open(box);
    await vault.choose('weak-with-consent');
    await vault.clear();
    expect((await open(box)).view().mode).toBe('weak-with-consent');
    expect((await open(new MemoryBox())).view().mode).toBe('encrypted');
  });
});

it('without any vault there is only memory, and nothing to choose', async () => {
  const vault = await open(new MemoryBox('unknown', false));
  await vault.choose('weak-with-consent');
  await vault.save(signIn());
  expect(vault.view()).toEqual({ backend: 'unknown', mode: 'memory-only' });
  expect(await readdir(folder)).toEqual([]);
});

describe('damage', () => {
  it.each([
    '',
    '{"version":1,',
    '{"version":2,"backend":"x"}',
    '[]',
    '{"version":1,"backend":"gnome_libsecret","sealed":7}',
  ])('a file of %j is set aside and told', async (content) => {
    await writeFile(file, content);
    const vault = await open(new MemoryBox());
    expect(vault.view().problem).toBe('vault-corrupt');
    expect(await vault.load()).toBeUndefined();
    expect(await readdir(folder)).toEqual(['sign-in.json.corrupt-2026-11-22T12-00-00-000Z']);
    await vault.save(signIn());
    expect(vault.view().problem).toBeUndefined();
  });

  it('sealed bytes that were changed, or sealed by another key, are set aside and told', async () => {
    const box = new MemoryBox();
    await (await open(box)).save(signIn());
    const stored: { sealed: string } = JSON.parse(await readFile(file, 'utf8'));
    const bytes = Buffer.from(stored.sealed, 'base64');
    bytes.writeUInt8(bytes.readUInt8(20) ^ 1, 20);
    await writeFile(file, JSON.stringify({ ...stored, sealed: bytes.toString('base64') }));
    const vault = await open(box);
    expect(await vault.load()).toBeUndefined();
    expect(vault.view().problem).toBe('vault-corrupt');
    expect((await readdir(folder)).join()).toMatch(/^sign-in\.json\.corrupt-/u);
  });
});

describe('a backend that changed', () => {
  it('is told when it cannot open what the old one sealed', async () => {
    await (await open(new MemoryBox('kwallet5'))).save(signIn());
    const vault = await open(new MemoryBox('gnome_libsecret'));
    expect(await vault.load()).toBeUndefined();
    expect(vault.view().problem).toBe('vault-backend-changed');
  });

  it('is taken over silently when it can', async () => {
    const box = new MemoryBox('kwallet5');
    await (await open(box)).save(signIn());
    box.rename('kwallet6');
    const vault = await open(box);
    expect((await vault.load())?.refresh.reveal()).toBe('refresh-secret');
    expect(vault.view().problem).toBeUndefined();
    await vault.save(signIn());
    expect(JSON.parse(await readFile(file, 'utf8')).backend).toBe('kwallet6');
  });

  it('to no protection is told, and asks for a choice', async () => {
    await (await open(new MemoryBox())).save(signIn());
    const vault = await open(new MemoryBox('basic_text', false));
    expect(await vault.load()).toBeUndefined();
    expect(vault.view()).toEqual({ backend: 'basic_text', mode: 'undecided', problem: 'vault-backend-changed' });
    await vault.save(signIn('newer'));
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a write that fails', () => {
  it('is told; what cannot be replaced is removed, since a rotated token must not be used again', async () => {
    const box = new MemoryBox();
    const vault = await open(box);
    await vault.save(signIn('old'));
    box.refuses = true;
    await vault.save(signIn('rotated'));
    expect(vault.view().problem).toBe('vault-write-failed');
    expect(await readdir(folder)).toEqual([]);
    box.refuses = false;
    await vault.save(signIn('rotated again'));
    expect(vault.view().problem).toBeUndefined();
    expect(await refreshOf(box)).toBe('rotated again');
  });

  it('on a disk that refuses is told and nothing throws', async () => {
    await mkdir(join(file, 'in-the-way'), { recursive: true });
    const vault = await open(new MemoryBox());
    expect(vault.view().problem).toBe('vault-corrupt');
    await mkdir(join(file, 'in-the-way'), { recursive: true });
    await vault.save(signIn());
    expect(vault.view().problem).toBe('vault-write-failed');
    await vault.clear();
  });

  it('a late save does not bring back what a sign-out removed', async () => {
    const vault = await open(new MemoryBox());
    await Promise.all([vault.save(signIn()), vault.clear()]);
    expect(await readdir(folder)).toEqual([]);
  });
});
