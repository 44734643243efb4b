import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeProject } from './testing/fake-project.mjs';

/** @type {FakeProject} */
let project;
beforeEach(() => {
  project = new FakeProject();
});
afterEach(() => project.remove());

const install = "import { ensureInstalled } from './install.mjs'; ensureInstalled(); console.log('goes on');";
const CI = 'ci --no-audit --no-fund --loglevel=error';
/** npm as a script, the way npm itself names it to what it runs. */
const npm = (text = "process.getBuiltinModule('node:fs').mkdirSync('node_modules', { recursive: true });") => ({
  npm_execpath: project.script('npm-cli.cjs', text),
});

describe('installing', () => {
  it('is done once, said in a line, and done anew when the lock file changed', () => {
    const env = npm();
    const first = project.run(install, env);
    expect(first).toMatchObject({
      status: 0,
      said: expect.stringMatching(/^Installing .*npm ci.*\n(.*\n)*goes on\n$/u),
    });
    expect(project.run(install, env)).toMatchObject({ status: 0, said: 'goes on\n' });
    expect(project.ran).toEqual([`npm-cli.cjs ${CI}`]);
    project.write('package-lock.json', '{"lockfileVersion":3,"changed":true}');
    expect(project.run(install, env).said).toContain('Installing');
    expect(project.ran).toHaveLength(2);
  });

  it('that fails ends the command with what to do, and is tried again by the next', () => {
    const failed = project.run(install, npm('process.exit(1);'));
    expect(failed.status).toBe(1);
    expect(failed.said).toMatch(/could not be installed; .* Run the command again/u);
    expect(project.run(install, npm())).toMatchObject({ status: 0 });
  });

  it.runIf(process.platform !== 'win32')('takes npm from the path when the script was not started by npm', () => {
    project.program('npm', "require('node:fs').mkdirSync('node_modules', { recursive: true });");
    project.write('bin/package.json', '{"type":"commonjs"}');
    expect(project.run(install).status).toBe(0);
    expect(project.ran).toEqual([`npm ${CI}`]);
  });

  it.each(['18.20.4', '20.18.3'])('is refused to Node %s, which is too old', (version) => {
    const { status, said } = project.run(install, { ...npm(), FAKE_NODE: version });
    expect(status).toBe(1);
    expect(said).toContain(`Node ${version} is too old: install Node 20.19 or newer`);
    expect(project.ran).toEqual([]);
  });
});
