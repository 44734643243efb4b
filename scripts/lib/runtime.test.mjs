import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeProject } from './testing/fake-project.mjs';

const MEMORY = 'node_modules/.cache/electron-download.json';
const choose =
  "import { chooseRuntime } from './runtime.mjs'; const { name, env } = chooseRuntime(); console.log(JSON.stringify({ name, env }));";
const NEEDS = /needs Electron's binary or Chromium/u;

/** @type {FakeProject} */
let project;
beforeEach(() => {
  project = new FakeProject();
  project.write('node_modules/electron/package.json', '{"version":"45.4.1","type":"commonjs"}');
});
afterEach(() => project.remove());

/** Electron's installer as it is on this network. */
const downloads = (text = '') => project.script('node_modules/electron/install.js', text);
const SUCCEEDS = "require('node:fs').writeFileSync(__dirname + '/path.txt', 'electron');";
/** @param {Record<string, string>} [env] */
const run = (env = {}) => {
  const { status, said } = project.run(choose, env);
  const last = said.trimEnd().split('\n').at(-1) ?? '';
  return { status, said, chosen: last.startsWith('{') ? JSON.parse(last) : undefined };
};
const atDesk = { DISPLAY: ':0' };

// Elsewhere Electron's binary is the only runtime there is.
describe.runIf(process.platform === 'linux')('choosing the runtime', () => {
  it('takes Electron where its binary is, without asking the network', () => {
    downloads('process.exit(1);');
    project.write('node_modules/electron/path.txt', 'electron');
    expect(run(atDesk).chosen).toEqual({ name: 'electron', env: {} });
    expect(project.ran).toEqual([]);
  });

  it('downloads it once where it can', () => {
    downloads(SUCCEEDS);
    expect(run(atDesk).chosen).toEqual({ name: 'electron', env: {} });
    expect(run(atDesk).said).not.toContain('Downloading');
    expect(project.ran).toHaveLength(1);
  });

  it('falls back to Chromium where it cannot, says so, and remembers that for a week', () => {
    downloads('process.exit(1);');
    project.program('chromium');
    const first = run(atDesk);
    expect(first.said).toContain('cannot be downloaded here (remembered for a week');
    expect(first.chosen).toMatchObject({
      name: 'electron-chromium',
      env: { ELECTRON_CHROMIUM_PATH: `${project.bin}/chromium` },
    });
    expect(first.chosen.env.ELECTRON_EXEC_PATH).toBe(`${first.chosen.env.ELECTRON_OVERRIDE_DIST_PATH}/electron`);
    expect(run(atDesk).said).not.toContain('Downloading');
    expect(project.ran).toHaveLength(1);

    project.write(MEMORY, JSON.stringify({ version: '45.4.1', at: 0 }));
    expect(run(atDesk).said).toContain('Downloading');
    project.write('node_modules/electron/package.json', '{"version":"45.5.0","type":"commonjs"}');
    expect(run(atDesk).said).toContain('Downloading Electron 45.5.0');
    project.write(MEMORY, 'not json');
    expect(run(atDesk).said).toContain('Downloading');
  });

  it('gives up a download that does not end', () => {
    downloads('setInterval(() => undefined, 1000);');
    project.program('chromium');
    expect(run({ ...atDesk, ELECTRON_DOWNLOAD_SECONDS: '1' }).chosen).toMatchObject({ name: 'electron-chromium' });
  });

  it('takes Chromium without a display, where Electron could open nothing, and says so', () => {
    downloads('process.exit(1);');
    project.write('node_modules/electron/path.txt', 'electron');
    project.program('chromium');
    const { said, chosen } = run();
    expect(said).toContain('There is no display: using Chromium');
    expect(chosen).toMatchObject({ name: 'electron-chromium' });
    expect(project.ran).toEqual([]);
  });

  it('obeys who has chosen a dist', () => {
    expect(run({ ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron' }).chosen).toEqual({
      name: 'electron',
      env: { ELECTRON_OVERRIDE_DIST_PATH: '/opt/electron', ELECTRON_EXEC_PATH: '/opt/electron/electron' },
    });
  });
});

describe.runIf(process.platform === 'linux')('a missing Chromium', () => {
  it('is installed through apt-get, with a line that says so', () => {
    project.program(
      'apt-get',
      `if (process.argv[2] === 'install') require('node:fs').writeFileSync(${JSON.stringify(project.bin)} + '/chromium', '', { mode: 0o755 });`,
    );
    project.write('bin/package.json', '{"type":"commonjs"}');
    const { said, chosen } = run();
    expect(said).toMatch(/Installing it: apt-get install -y --no-install-recommends chromium/u);
    expect(chosen.env.ELECTRON_CHROMIUM_PATH).toBe(`${project.bin}/chromium`);
    expect(project.ran).toEqual([
      'apt-get --version',
      'apt-get update -qq',
      'apt-get install -y --no-install-recommends chromium fonts-liberation',
    ]);
  });

  it.each([
    [
      'that fails',
      "if (process.argv[2] === 'install') process.exit(100);",
      '0',
      ['--version', 'update -qq', 'install'],
    ],
    ['for somebody who is not root', '', '1000', []],
  ])('with an apt-get %s is an error that names the command', (_, text, uid, ran) => {
    project.program('apt-get', text);
    project.write('bin/package.json', '{"type":"commonjs"}');
    const { status, said } = run({ FAKE_UID: uid });
    expect(status).toBe(1);
    expect(said).toMatch(NEEDS);
    expect(said).toContain('sudo apt-get install -y --no-install-recommends chromium');
    expect(project.ran.map((line) => line.replace(/^apt-get /u, '').replace(/^install .*/u, 'install'))).toEqual(ran);
  });

  it('without apt-get is an error that names the command', () => {
    const { status, said } = run();
    expect(status).toBe(1);
    expect(said).toMatch(NEEDS);
  });
});
