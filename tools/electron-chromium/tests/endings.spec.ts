import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { executable, expect, expectNothingLeft, fixtureApp, prepare, processesOf, setFixture, test } from './launch.ts';

/** Waits for a process; returns its exit code, or the signal that ended it. */
async function ending(child: ChildProcess): Promise<number | string | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.signalCode ?? child.exitCode;
}

/** The processes of a launch that are Chromium's first one: neither ours nor its children. */
function chromiumOf(folder: string): number {
  const isBrowser = (id: string) => {
    const line = readFileSync(`/proc/${id}/cmdline`, 'utf8');
    return line.includes('--remote-debugging-pipe') && !line.includes('--type=');
  };
  return Number(processesOf(folder).find(isBrowser));
}

const lastEvents = ['close', 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit'];

test('closing the last window', async ({ launched: { app, page, folder, log } }) => {
  const child = app.process();
  await (await app.browserWindow(page)).evaluate((w) => w.close());
  expect(await ending(child)).toBe(0);
  expect(log().slice(-6)).toEqual(lastEvents);
  await expectNothingLeft(folder);
});

test('window.close() in the page', async ({ launched: { app, page, folder } }) => {
  const child = app.process();
  await page.evaluate('void window.close()').catch(() => {});
  expect(await ending(child)).toBe(0);
  await expectNothingLeft(folder);
});

test('quit', async ({ launched: { app, folder, log } }) => {
  const child = app.process();
  await app.evaluate(({ app: self }) => self.quit()).catch(() => {});
  expect(await ending(child)).toBe(0);
  expect(log().slice(-5)).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit']);
  await expectNothingLeft(folder);
});

test('a vetoed quit goes on, and the next one ends', async ({ launched: { app, page, folder, log } }) => {
  const child = app.process();
  await setFixture(app, { isVetoing: true });
  await app.evaluate(({ app: self }) => self.quit());
  expect(log().slice(-2)).toEqual(['before-quit', 'close']);
  expect(await page.evaluate('fixture.add(1, 1)')).toBe(2);
  await setFixture(app, { isVetoing: false });
  await app.close();
  expect(child.exitCode).toBe(0);
  await expectNothingLeft(folder);
});

test('exit with a code asks nobody', async ({ launched: { app, folder, log } }) => {
  const child = app.process();
  await setFixture(app, { isVetoing: true });
  await app.evaluate(({ app: self }) => self.exit(3)).catch(() => {});
  expect(await ending(child)).toBe(3);
  expect(log()).not.toContain('before-quit');
  await expectNothingLeft(folder);
});

test('SIGTERM quits', async ({ launched: { app, folder, log } }) => {
  const child = app.process();
  child.kill('SIGTERM');
  expect(await ending(child)).toBe(0);
  expect(log().slice(-1)).toEqual(['quit']);
  await expectNothingLeft(folder);
});

test('SIGKILL leaves no Chromium', async ({ launched: { app, folder } }) => {
  const child = app.process();
  child.kill('SIGKILL');
  expect(await ending(child)).toBe('SIGKILL');
  await expectNothingLeft(folder);
});

test('a killed Chromium ends the application with 1', async ({ launched: { app, folder } }) => {
  const child = app.process();
  process.kill(chromiumOf(folder), 'SIGKILL');
  expect(await ending(child)).toBe(1);
  await expectNothingLeft(folder);
});

test('without a test driver: the window opens, SIGTERM ends it', async () => {
  const { folder, env } = prepare();
  const child = spawn(executable, ['--no-sandbox', fixtureApp], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  await expect.poll(() => readIfThere(path.join(folder, 'log')), { timeout: 15_000 }).toContain('ready-to-show');
  child.kill('SIGTERM');
  expect(await ending(child)).toBe(0);
  await expectNothingLeft(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

interface Ran {
  readonly code: number | string | null;
  readonly errors: string;
  readonly log: string;
}

/** Starts a script as the application and returns how it ended and what it wrote, once every process of it is gone. */
async function run(script: string, change: Record<string, string> = {}): Promise<Ran> {
  const { folder, env } = prepare();
  const file = path.join(folder, 'main.mjs');
  writeFileSync(file, script);
  const child = spawn(executable, ['--no-sandbox', file], {
    env: { ...env, ...change },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
  });
  const code = await ending(child);
  await expectNothingLeft(folder);
  const log = readIfThere(path.join(folder, 'log'));
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  return { code, errors, log };
}

test('an application that cannot be loaded, or fails later, says so and ends with 1', async () => {
  const atOnce = await run('throw new Error("broken at once")');
  expect(atOnce).toMatchObject({ code: 1, errors: expect.stringContaining('broken at once') });
  const later = await run("import { app } from 'electron'; app.on('ready', () => { throw new Error('broken later') })");
  expect(later).toMatchObject({ code: 1, errors: expect.stringContaining('broken later') });
});

test('CommonJS and module code find the same electron', async () => {
  const { code, errors } = await run(`
    import { createRequire } from 'node:module';
    import whole, { app } from 'electron';
    import * as main from 'electron/main';
    const required = createRequire(import.meta.url)('electron');
    console.error(JSON.stringify([required === whole, required.app === app, main.app === app, app.isReady()]));
    void app.whenReady().then(() => app.exit(4));
  `);
  expect({ code, errors }).toEqual({ code: 4, errors: expect.stringContaining('[true,true,true,false]') });
});

test('relaunch starts the application again', async () => {
  const { code, log } = await run(`
    import { appendFileSync, existsSync } from 'node:fs';
    import { app } from 'electron';
    const log = process.env.FIXTURE_LOG;
    const isFirst = !existsSync(log);
    app.setPath('userData', process.env.FIXTURE_USER_DATA);
    void app.whenReady().then(() => {
      appendFileSync(log, process.argv.slice(-1)[0].replace(/^.*[/]/, '') + ' ');
      if (isFirst) app.relaunch({ args: [process.argv[1], process.argv[2], '--again'] });
      app.quit();
    });
  `);
  expect({ code, log }).toEqual({ code: 0, log: 'main.mjs --again ' });
});

test('without Chromium the error names what to do', async () => {
  const { code, errors } = await run('', { ELECTRON_CHROMIUM_PATH: '/nowhere/chromium' });
  expect({ code, errors }).toEqual({ code: 1, errors: expect.stringContaining('ELECTRON_CHROMIUM_PATH') });
});
