import { expect, test } from './launch.ts';

test('the page and the preload see nothing of each other but what is exposed', async ({ launched: { page } }) => {
  expect(await page.evaluate('seenByPage')).toEqual({
    fixture: 'object',
    preload: 'undefined',
    prototype: 'undefined',
    electron: ['undefined', 'undefined', 'undefined', 'undefined'],
  });
  expect(await page.evaluate('fixture.seesPage()')).toBe('undefined');
  expect(await page.evaluate('fixture.hasNode()')).toEqual(['undefined', 'undefined', 'undefined']);
  expect(await page.evaluate('(() => { try { fixture.requireNode() } catch (e) { return e.message } })()')).toBe(
    'module not found: node:fs',
  );
  const leaked = 'Object.getOwnPropertyNames(globalThis).filter((name) => /^e[0-9a-f]{24}/.test(name))';
  expect(await page.evaluate(leaked)).toEqual([]);
});

test('what the page does to its own prototypes does not reach the exposed functions', async ({
  launched: { page },
}) => {
  const tampered = `(() => {
    let seen = 0;
    for (const name of ['map', 'push', 'forEach']) Array.prototype[name] = function () { seen++; return this; };
    Map.prototype.get = () => { seen++; };
    return fixture.later('x').then((value) => value, String);
  })()`;
  const before = await page.evaluate('fixture.add(1, 2)');
  await page.evaluate(tampered).catch(() => {});
  expect(before).toBe(3);
  await page.reload();
  expect(await page.evaluate('fixture.add(20, 22)')).toBe(42);
});

test('values, functions, callbacks and promises cross', async ({ launched: { page } }) => {
  expect(await page.evaluate('[fixture.version, fixture.deep.list[1].two, fixture.deep.date.getTime()]')).toEqual([
    '1',
    2,
    5,
  ]);
  expect(await page.evaluate('fixture.add(1, 2)')).toBe(3);
  expect(await page.evaluate('fixture.later("see you")')).toBe('see you later');
  expect(await page.evaluate('fixture.call((value) => ({ got: value.n + 1 }), { n: 1 }).got')).toBe(2);
  expect(await page.evaluate('fixture.make()(21)')).toBe(42);
  const cyclic = 'fixture.call((value) => value.self === value, (() => { const o = {}; o.self = o; return o })())';
  expect(await page.evaluate(cyclic)).toBe(true);
});

test('errors cross as errors', async ({ launched: { page } }) => {
  const caught = (call: string) =>
    `(async () => { try { await ${call} } catch (e) { return [e instanceof Error, e.name, e.message] } })()`;
  expect(await page.evaluate(caught('fixture.fail()'))).toEqual([true, 'RangeError', 'failed at once']);
  expect(await page.evaluate(caught('fixture.refuse()'))).toEqual([true, 'RangeError', 'refused later']);
  const thrower = 'fixture.call(() => { throw new TypeError("from the page") })';
  expect(await page.evaluate(caught(thrower))).toEqual([true, 'TypeError', 'from the page']);
  expect(await page.evaluate(caught('fixture.call(Symbol.iterator)'))).toMatchObject([true, 'TypeError', {}]);
});

test('the exposed object cannot be changed or exposed twice', async ({ launched: { page } }) => {
  await page.evaluate('try { fixture.add = 1; fixture.deep.list.push(1); fixture = 1 } catch {}');
  expect(await page.evaluate('[typeof fixture.add, fixture.deep.list.length, Object.isFrozen(fixture.deep)]')).toEqual([
    'function',
    2,
    true,
  ]);
  expect(await page.evaluate('(() => { try { fixture.again() } catch (e) { return e.message } })()')).toContain(
    'Cannot bind an API on top of an existing property',
  );
});
