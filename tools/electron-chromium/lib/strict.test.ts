import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { absentPart, strict } from './strict.ts';

test('an unknown member throws its name; known and replaced ones work', () => {
  class Part extends EventEmitter {
    private count = 0;
    next(): number {
      return ++this.count;
    }
  }
  strict('part', Part.prototype, ['dock']);
  const part = new Part();
  expect(part.next()).toBe(1);
  expect(part.emit('x')).toBe(false);
  expect(() => Reflect.get(part, 'other')).toThrow('electron-chromium: part.other is not implemented');
  expect(Reflect.get(part, 'dock')).toBeUndefined();
  part.next = () => 7;
  expect(part.next()).toBe(7);
});

test('guarded objects can be awaited and written as JSON', async () => {
  const object = strict('object', { a: 1 });
  expect(await Promise.resolve(object)).toBe(object);
  expect(JSON.stringify(object)).toBe('{"a":1}');
});

test('an absent part throws on every use', () => {
  const Absent = absentPart('View') as { new (): unknown; (): unknown; x: unknown };
  expect(() => new Absent()).toThrow('new View() is not implemented');
  expect(() => Absent()).toThrow('View() is not implemented');
  expect(() => Absent.x).toThrow('View.x is not implemented');
});
