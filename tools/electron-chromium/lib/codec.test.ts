import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCodec } from './codec.ts';

const codec = makeCodec();
const roundTrip = (value: unknown): unknown => codec.decode(codec.encode(value));

describe('codec', () => {
  test('gives back any structured-clone value', () => {
    const values = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
      withNullPrototype: false,
      withSparseArray: false,
    });
    fc.assert(
      fc.property(values, (value) => {
        expect(roundTrip(value)).toStrictEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  test('agrees with structuredClone on keys that look like its own tags or like the prototype', () => {
    const keys = fc.constantFrom('$', 'v', 't', '__proto__', 'constructor', 'x');
    const objects = fc.dictionary(
      keys,
      fc.oneof(fc.string(), fc.constantFrom('again', 'bytes', undefined, -0, Number.NaN)),
    );
    fc.assert(
      fc.property(objects, (value) => {
        const plain = { ...value };
        const result: object = Object(roundTrip(plain));
        expect(Object.entries(result)).toStrictEqual(Object.entries(structuredClone(plain)));
        expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
      }),
    );
  });

  test('puts long texts aside, also in the midst of other values, and finds them again', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string().map((part) => part.padEnd(600, 'é"\\')),
    );
    const values = fc.array(
      fc.record({ a: text, b: fc.array(text), c: fc.constantFrom(1, undefined) }, { noNullPrototype: true }),
    );
    fc.assert(
      fc.property(values, values, (one, other) => {
        const aside: string[] = [];
        const written = [one, other].map((value) => codec.encode(value, aside));
        expect(written.map((part) => makeCodec().decode(part, aside))).toStrictEqual([one, other]);
        for (const part of written) expect(part).not.toContain('é'.repeat(2));
        for (const long of aside) expect(long.length).toBeGreaterThanOrEqual(500);
      }),
    );
  });

  test('keeps cycles and shared objects', () => {
    const shared = { name: 'shared' };
    const value: Record<string, unknown> = { list: [shared, shared], map: new Map([[shared, shared]]) };
    value['self'] = value;
    const result = roundTrip(value) as { self: unknown; list: unknown[]; map: Map<unknown, unknown> };
    expect(result.self).toBe(result);
    expect(result.list[0]).toBe(result.list[1]);
    expect(result.map.get(result.list[0])).toBe(result.list[0]);
  });

  test('keeps errors, regular expressions and invalid dates', () => {
    const error = roundTrip(new RangeError('too far'));
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'RangeError', message: 'too far' });
    expect(roundTrip(/a+/gi)).toEqual(/a+/gi);
    expect(Number.isNaN((roundTrip(new Date(Number.NaN)) as Date).getTime())).toBe(true);
  });

  test.each([[() => {}], [Symbol('s')], [Promise.resolve()], [{ deep: [() => {}] }]])('refuses %s', (value) => {
    expect(() => codec.encode(value)).toThrow(expect.objectContaining({ name: 'DataCloneError' }));
  });
});
