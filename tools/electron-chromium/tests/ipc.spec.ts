import { expect, test } from './launch.ts';

test('invoke carries structured data both ways', async ({ sharedPage: page }) => {
  const sent = `{ date: new Date(7), map: new Map([[1, new Set(['x'])]]), bytes: new Uint8Array([1, 2, 255]), nothing: undefined, not: NaN, big: 2n ** 70n }`;
  const result = await page.evaluate(`fixture.invoke('types', ${sent}).then(({ value, seen }) => [
    ...seen, value.date.getTime(), value.map.get(1).has('x'), [...value.bytes], 'nothing' in value, Number.isNaN(value.not), value.big === 2n ** 70n,
  ])`);
  expect(result).toEqual([true, true, true, 255, 7, true, [1, 2, 255], true, true, true]);
});

test('a handler that throws, is missing or answers with a function rejects', async ({ sharedPage: page }) => {
  const rejected = (channel: string) => page.evaluate(`fixture.invoke('${channel}').catch((e) => e.message)`);
  expect(await rejected('fail')).toBe("Error invoking remote method 'fail': TypeError: no such thing");
  expect(await rejected('absent')).toBe(
    "Error invoking remote method 'absent': Error: No handler registered for 'absent'",
  );
  expect(await rejected('function')).toContain('An object could not be cloned.');
  const sendsFunction = "(() => { try { fixture.send('x', () => {}) } catch (e) { return e.name } })()";
  expect(await page.evaluate(sendsFunction)).toBe('DataCloneError');
});

test('the sender is known by frame, address and origin', async ({ sharedPage: page }) => {
  expect(await page.evaluate("fixture.invoke('sender')")).toEqual({
    isWindow: true,
    url: 'app://fixture/index.html?from=main#top',
    origin: 'app://fixture',
    isTop: true,
  });
});

test('messages sent in one go arrive whole and in order, and stop when asked', async ({ sharedPage: page }) => {
  const amount = 5000;
  const heard = await page.evaluate(`new Promise((resolve) => {
    const heard = [];
    const stop = fixture.onTick((n) => { heard.push(n); if (n === ${amount - 1}) { stop(); resolve(heard); } });
    fixture.send('start', ${amount});
  })`);
  expect(heard).toEqual(Array.from({ length: amount }, (_, n) => n));
  await page.evaluate("globalThis.late = 0; fixture.onTick(() => late++)(); fixture.send('start', 3)");
  await page.evaluate("fixture.invoke('count')");
  expect(await page.evaluate('late')).toBe(0);
});

test('what the page sends while it is told something keeps its place among what it sends after', async ({
  sharedPage: page,
}) => {
  const sent = await page.evaluate(`new Promise((resolve) => {
    const sent = [];
    const say = (word) => { sent.push(word); fixture.send('say', word); };
    const stop = fixture.onTick((n) => {
      say(n);
      queueMicrotask(() => say('soon after ' + n));
      setTimeout(() => { say('later ' + n); if (n === 199) { stop(); resolve(sent); } });
    });
    fixture.send('start', 200);
  })`);
  expect(sent).toHaveLength(600);
  expect(await page.evaluate("fixture.invoke('said')")).toEqual(sent);
});

test('invokes keep working after a reload, and a large message arrives whole', async ({ sharedPage: page }) => {
  const before = Number(await page.evaluate("fixture.invoke('count')"));
  await page.reload();
  expect(await page.evaluate("fixture.invoke('count')")).toBe(before + 1);
  const large = "fixture.invoke('types', { text: 'é'.repeat(1_000_000) }).then(({ value }) => value.text.length)";
  expect(await page.evaluate(large)).toBe(1_000_000);
});
