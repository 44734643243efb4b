import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const scripts = join(import.meta.dirname, '../..');

/**
 * A project of its own in a temporary folder: our scripts as they are, and programs in npm's, Electron's and Chromium's
 * place that only note that they were run.
 */
export class FakeProject {
  folder = mkdtempSync(join(tmpdir(), 'dialai-scripts-'));
  /** Programs found here come first; at first nothing else is on the path. */
  bin = join(this.folder, 'bin');

  constructor() {
    mkdirSync(this.bin);
    cpSync(join(scripts, 'lib'), join(this.folder, 'scripts/lib'), { recursive: true });
    this.write('package-lock.json', '{"lockfileVersion":3}');
    this.write('package.json', '{"type":"module"}');
    // Hides the machine the test runs on: its Chromium, who runs the test, and (on request) its Node.
    this.write(
      'elsewhere.cjs',
      `const fs = require('node:fs');
       const { accessSync } = fs;
       fs.accessSync = (path, mode) => { if (String(path).startsWith('/usr/lib/chromium')) throw new Error('hidden'); accessSync(path, mode); };
       require('node:module').syncBuiltinESMExports();
       process.getuid = () => Number(process.env.FAKE_UID ?? 0);
       if (process.env.FAKE_NODE) Object.defineProperty(process.versions, 'node', { value: process.env.FAKE_NODE });`,
    );
  }

  /** @param {string} path below the project @param {string} text */
  write(path, text, mode = 0o644) {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode });
  }

  /**
   * Puts a program on the path that notes its arguments and then does what the text says (JavaScript, synchronous).
   * @param {string} name
   */
  program(name, text = '') {
    this.write(`bin/${name}`, `#!${process.execPath}\n${this.#noting(name)}${text}\n`, 0o755);
  }

  /** A script that notes its arguments, at a path of the project. @param {string} path */
  script(path, text = '') {
    this.write(path, `${this.#noting(path)}${text}\n`);
    return join(this.folder, path);
  }

  /** @param {string} name */
  #noting(name) {
    const log = JSON.stringify(join(this.folder, 'ran.log'));
    return `process.getBuiltinModule('node:fs').appendFileSync(${log}, [${JSON.stringify(name)}, ...process.argv.slice(2)].join(' ') + '\\n');\n`;
  }

  /** What was run so far, one line each: the program and its arguments. */
  get ran() {
    try {
      return readFileSync(join(this.folder, 'ran.log'), 'utf8').trimEnd().split('\n');
    } catch {
      return [];
    }
  }

  /**
   * Runs a piece of module code inside of the project, with `lib` being the folder of our scripts' parts.
   * @param {string} code
   * @param {Record<string, string>} [env] all there is of an environment, beside the path
   */
  run(code, env = {}) {
    const result = spawnSync(
      process.execPath,
      ['--require', join(this.folder, 'elsewhere.cjs'), '--input-type=module', '--eval', code],
      { cwd: join(this.folder, 'scripts/lib'), encoding: 'utf8', env: { PATH: this.bin, ...env } },
    );
    return { status: result.status, said: result.stdout, error: result.stderr };
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
