import { readdir, readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { expect, test } from '../fixtures/test.ts';

const out = resolve(import.meta.dirname, '../../out');

/** Every built file of a part, by its path below `out`. */
async function bundles(part: string): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const names = (await readdir(join(out, part), { recursive: true })).filter((name) =>
    /\.(c?js|html|css)$/u.test(name),
  );
  return Promise.all(
    names.map(async (name) => ({ name: join(part, name), text: await readFile(join(out, part, name), 'utf8') })),
  );
}

test('what is shipped holds no hook and no helper of a test', async () => {
  await test.step('main and simulator, which are not minified: nothing that only tests declare', async () => {
    const sources = await Promise.all(
      (await readdir(resolve(out, '../src'), { recursive: true }))
        .filter((name) => /^(main|simulator|shared)\b.*\.ts$/u.test(name) && !/\.test\.ts$/u.test(name))
        .map(async (name) => ({ name, text: await readFile(resolve(out, '../src', name), 'utf8') })),
    );
    const isHelper = (name: string) => name.split(sep).includes('testing');
    const words = new Set(
      sources.filter(({ name }) => !isHelper(name)).flatMap(({ text }) => text.match(/\w+/gu) ?? []),
    );
    const hooks = sources
      .filter(({ name }) => isHelper(name))
      .flatMap(({ text }) => [...text.matchAll(/^export (?:async )?(?:function|class) (\w+)/gmu)])
      .map(([, name]) => name ?? '')
      .filter((name) => !words.has(name));
    expect(hooks).toEqual(expect.arrayContaining(['FakeIdentity', 'ManualClock', 'recordingHandlers']));
    const main = (await bundles('main')).map(({ text }) => text).join('\n');
    const shipped = new Set(main.match(/\w+/gu));
    expect(shipped.has('createServices')).toBe(true);
    expect(hooks.filter((name) => shipped.has(name))).toEqual([]);
  });

  await test.step('renderer: nobody of the pretended world its tests live in', async () => {
    const pretended = await readFile(resolve(out, '../src/renderer/testing/fake-states.ts'), 'utf8');
    const pages = await bundles('renderer');
    expect(pages.some(({ text }) => text.includes('Live View'))).toBe(true);
    for (const word of ['Lakeside Clinics', 'Harbour Transit']) {
      expect(pretended).toContain(word);
      expect(pages.filter(({ text }) => text.includes(word)).map(({ name }) => name)).toEqual([]);
    }
  });

  await test.step('the page names its icon, so that none is looked for that is not there', async () => {
    const page = await readFile(join(out, 'renderer/index.html'), 'utf8');
    expect(page).toMatch(/<link rel="icon" href="data:,?"/u);
  });

  await test.step('no sources beside them', async () => {
    expect((await readdir(out, { recursive: true })).filter((name) => name.endsWith('.map'))).toEqual([]);
  });
});

test('the preload asks for Electron and nothing else, as the sandbox demands', async () => {
  const [preload, ...others] = await bundles('preload');
  expect(others).toEqual([]);
  expect([...(preload?.text ?? '').matchAll(/require\(([^)]*)\)/gu)].map(([, what]) => what)).toEqual(['"electron"']);
  expect(preload?.text).not.toMatch(/\bimport\s*[({'"]|process\.|\beval\(/u);
});
