import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FakeProject } from './testing/fake-project.mjs';

/** @type {FakeProject} */
let project;
beforeEach(() => {
  project = new FakeProject();
  project.write('src/main.ts', '');
});
afterEach(() => project.remove());

const build = "import { ensureBuilt } from './built.mjs'; await ensureBuilt(); console.log('goes on');";
const OUT = 'out/renderer/index.html';
const builder = 'node_modules/electron-vite/bin/electron-vite.js';
const WRITES = `const fs = process.getBuiltinModule('node:fs'); fs.mkdirSync('out/renderer', { recursive: true }); fs.writeFileSync('${OUT}', '');`;
/** @param {string} path @param {number} seconds after an hour ago */
const dated = (path, seconds) => {
  const at = Date.now() / 1000 - 3600 + seconds;
  utimesSync(join(project.folder, path), at, at);
};

it('builds what is not built, and again when a source is newer', () => {
  project.script(builder, WRITES);
  expect(project.run(build)).toMatchObject({ status: 0, said: expect.stringMatching(/^Building the console .*\n/u) });
  for (const source of ['src/main.ts', 'src', 'package-lock.json']) dated(source, 0);
  dated(OUT, 10);
  expect(project.run(build)).toMatchObject({ status: 0, said: 'goes on\n' });
  expect(project.ran).toEqual([`${builder} build --logLevel warn`]);
  dated('src/main.ts', 20);
  expect(project.run(build).said).toContain('Building');
  expect(project.ran).toHaveLength(2);
});

it('ends the command when the build fails', () => {
  project.script(builder, 'process.exitCode = 3;');
  const { status, said } = project.run(build);
  expect(status).toBe(3);
  expect(said).not.toContain('goes on');
});
