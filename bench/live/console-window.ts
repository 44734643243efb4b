import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { completeSignIn } from '../../tools/headless-sign-in/complete-sign-in.ts';
import { BrowserPage } from './browser-page.ts';
import type { Source } from './source/source.ts';

/** Which account signs in: the supervisor of the demo's tenants. */
const ACCOUNT = 'Avery Tremblay';

/** The built console with its window on Live View, connected to the source. */
export interface ConsoleWindow {
  readonly app: ElectronApplication;
  readonly page: BrowserPage;
  /** CPU seconds that the main process has used, all its threads together. */
  mainCpu(): Promise<number>;
  /** Bytes on main's heap after a collection. */
  mainHeap(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Launches the console as a person would, signs in, and waits for the first rows.
 * @param probe file of the built probe
 */
export async function openConsole(source: Source, probe: string): Promise<ConsoleWindow> {
  const userData = await mkdtemp(join(tmpdir(), 'dialai-bench-user-'));
  const app = await electron.launch({
    args: [resolve(import.meta.dirname, '../..'), `--user-data-dir=${userData}`],
    env: definedOf(process.env),
    colorScheme: null,
  });
  const window = await app.firstWindow();
  await signIn(app, window, source);
  await window.locator('[data-row]').first().waitFor({ timeout: 30_000 });
  const page = await BrowserPage.attach(window, await readFile(probe, 'utf8'));
  return {
    app,
    page,
    mainCpu: () => app.evaluate(() => Number(process.cpuUsage().user + process.cpuUsage().system) / 1e6),
    mainHeap: () =>
      app.evaluate(async () => {
        const { Session } = process.getBuiltinModule('node:inspector/promises');
        const session = new Session();
        session.connect();
        await session.post('HeapProfiler.collectGarbage');
        session.disconnect();
        return process.memoryUsage().heapUsed;
      }),
    async close() {
      await app.close();
      await rm(userData, { recursive: true, force: true });
    },
  };
}

async function signIn(app: ElectronApplication, window: Page, source: Source): Promise<void> {
  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, {
      opened: new Promise((done) => Object.assign(shell, { openExternal: async (url: string) => done(url) })),
    });
  });
  const settings = {
    instance: source.url,
    apiUrl: source.url,
    issuer: source.issuer,
    clientId: 'dialai-console',
    scopes: 'openid profile offline_access',
    audienceTemplate: '{tenant}',
    loopbackPort: 0,
    tenants: [],
    embedded: false,
  };
  await window.getByRole('heading', { level: 1 }).waitFor();
  await window.evaluate(`dialai.instance.save(${JSON.stringify(settings)})`);
  const signedIn = window.evaluate('dialai.session.signIn()');
  const url = await app.evaluate(() => Reflect.get(globalThis, 'opened') as Promise<string>);
  await completeSignIn(url, { account: ACCOUNT });
  await signedIn;
  await window.evaluate("dialai.session.chooseVault({ mode: 'memory-only' })");
}

function definedOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
