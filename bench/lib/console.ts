import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { ensureBuilt } from '../../scripts/lib/built.mjs';
import { chooseRuntime } from '../../scripts/lib/runtime.mjs';
import { completeSignIn } from '../../tools/headless-sign-in/complete-sign-in.ts';

/** Who signs in: the supervisor of the demo's tenants, who lands in the first of them. */
const ACCOUNT = 'Avery Tremblay';
export const TENANT = 'northwind-utilities';

/** Where the console signs in; the simulator, or something in front of it. */
export interface Instance {
  readonly url: string;
  readonly issuer: string;
}

/** The built console, signed in, with its first window on Live View. */
export interface RunningConsole {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** CPU seconds that the main process has used, all its threads together. */
  mainCpu(): Promise<number>;
  /** Bytes on main's heap after a collection. */
  mainHeap(): Promise<number>;
  /** Samples main's scripts while `run` runs; in the format of `.cpuprofile` files. */
  mainProfile(run: () => Promise<unknown>): Promise<unknown>;
  close(): Promise<void>;
}

/** Launches the console on a fresh profile, as a person would, and signs in. Builds it first where that is due. */
export async function openConsole(instance: Instance): Promise<RunningConsole> {
  await ensureBuilt();
  // Playwright reads from its own environment which Electron to launch.
  Object.assign(process.env, chooseRuntime().env);
  const userData = await mkdtemp(join(tmpdir(), 'dialai-bench-user-'));
  const app = await electron.launch({
    args: [resolve(import.meta.dirname, '../..'), `--user-data-dir=${userData}`],
    env: definedOf(process.env),
    colorScheme: null,
  });
  const window = await app.firstWindow();
  await signIn(app, window, instance);
  return {
    app,
    window,
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
    async mainProfile(run) {
      await app.evaluate(async () => {
        const { Session } = process.getBuiltinModule('node:inspector/promises');
        const session = new Session();
        session.connect();
        Object.assign(globalThis, { benchSession: session });
        await session.post('Profiler.enable');
        await session.post('Profiler.setSamplingInterval', { interval: 500 });
        await session.post('Profiler.start');
      });
      await run();
      return app.evaluate(async () => {
        const session = Reflect.get(globalThis, 'benchSession');
        const { profile } = await session.post('Profiler.stop');
        session.disconnect();
        return profile as unknown;
      });
    },
    async close() {
      await app.close();
      await rm(userData, { recursive: true, force: true });
    },
  };
}

async function signIn(app: ElectronApplication, window: Page, instance: Instance): Promise<void> {
  await app.evaluate(({ shell }) => {
    Object.assign(globalThis, {
      opened: new Promise((done) => Object.assign(shell, { openExternal: async (url: string) => done(url) })),
    });
  });
  const settings = {
    instance: instance.url,
    apiUrl: instance.url,
    issuer: instance.issuer,
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
