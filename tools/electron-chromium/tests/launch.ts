/** Launches the fixture application, and looks after what it leaves behind. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';

const dist = path.resolve(import.meta.dirname, '../bin');
export const executable = path.join(dist, 'electron');
export const fixtureApp = path.join(import.meta.dirname, 'fixture-app');
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = dist;

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
  readonly env: Record<string, string>;
  /** What the application noted, its very end included. */
  log(): string[];
  /** The addresses the system's browser was asked to open. */
  openedOutside(): string[];
}

function readLines(file: string): string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

/** Processes that have a folder among their arguments or in their environment: Chromium's children have it too. */
export function processesOf(folder: string): string[] {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid);
  return ids.filter((id) => {
    try {
      const isZombie = /^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, 'utf8'));
      const texts = ['cmdline', 'environ'].map((name) => readFileSync(`/proc/${id}/${name}`, 'utf8'));
      return !isZombie && texts.some((text) => text.includes(folder));
    } catch {
      return false;
    }
  });
}

/** A folder with an `xdg-open` that writes down what it is asked, and the environment that uses it. */
export function prepare(): { folder: string; env: Record<string, string> } {
  const folder = mkdtempSync(path.join(tmpdir(), 'electron-chromium-test-'));
  const opener = path.join(folder, 'xdg-open');
  writeFileSync(opener, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${folder}/opened'\n`);
  chmodSync(opener, 0o755);
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const env = {
    ...Object.fromEntries(inherited),
    PATH: `${folder}:${process.env['PATH']}`,
    FIXTURE_USER_DATA: path.join(folder, 'user-data'),
    FIXTURE_LOG: path.join(folder, 'log'),
  };
  return { folder, env };
}

/** Launches the application and waits for its first page. */
export async function launch(): Promise<Launched> {
  const { folder, env } = prepare();
  const app = await electron.launch({ args: [fixtureApp], env, timeout: 20_000 });
  const page = await app.firstWindow();
  await page.getByRole('heading', { name: 'Fixture' }).waitFor();
  return {
    app,
    page,
    folder,
    env,
    log: () => readLines(path.join(folder, 'log')),
    openedOutside: () => readLines(path.join(folder, 'opened')),
  };
}

/** Expects that every process of a launch ends. */
export async function expectNothingLeft(folder: string): Promise<void> {
  await expect.poll(() => processesOf(folder), { timeout: 5000 }).toEqual([]);
}

/** Sets a field of the fixture's own state in the main process. */
export async function setFixture(app: ElectronApplication, change: Record<string, unknown>): Promise<void> {
  await app.evaluate((_, given) => void Object.assign(Reflect.get(globalThis, 'fixture'), given), change);
}

async function end({ app, folder }: Launched): Promise<void> {
  await app.close().catch(() => {});
  await expectNothingLeft(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

interface TestFixtures {
  /** A launch of its own. */
  launched: Launched;
  /** The page of a launch that others use too, loaded anew. */
  sharedPage: Page;
}

export const test = base.extend<TestFixtures, { shared: Launched }>({
  launched: async ({ browserName: _ }, use) => {
    const launched = await launch();
    await use(launched);
    await end(launched);
  },
  shared: [
    async ({ browserName: _ }, use) => {
      const launched = await launch();
      await use(launched);
      await end(launched);
    },
    { scope: 'worker' },
  ],
  sharedPage: async ({ shared: { page } }, use) => {
    await page.reload();
    await use(page);
  },
});

export { expect };
