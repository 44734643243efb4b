import { expect, test } from './launch.ts';

test('the page and the preload see nothing of each other but what is exposed', async ({ sharedPage: page }) => {
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

test('what the page does to its prototypes does not reach the exposed functions', async ({ sharedPage: page }) => {
  await page.evaluate("Array.prototype.join = () => 'tampered'");
  expect(await page.evaluate("[['a', 'b'].join('-'), fixture.join(['a', 'b'])]")).toEqual(['tampered', 'a-b']);
});

test('values, functions, callbacks and promises cross', async ({ sharedPage: page }) => {
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

test('errors cross as errors', async ({ sharedPage: page }) => {
  const caught = (call: string) =>
    `(async () => { try { await ${call} } catch (e) { return [e instanceof Error, e.name, e.message] } })()`;
  expect(await page.evaluate(caught('fixture.fail()'))).toEqual([true, 'RangeError', 'failed at once']);
  expect(await page.evaluate(caught('fixture.refuse()'))).toEqual([true, 'RangeError', 'refused later']);
  const thrower = 'fixture.call(() => { throw new TypeError("from the page") })';
  expect(await page.evaluate(caught(thrower))).toEqual([true, 'TypeError', 'from the page']);
  expect(await page.evaluate(caught('fixture.call(Symbol.iterator)'))).toMatchObject([true, 'TypeError', {}]);
});

test('the exposed object cannot be changed or exposed twice', async ({ sharedPage: page }) => {
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
