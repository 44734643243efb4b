import fc from 'fast-check';
import { expect, it } from 'vitest';
import { endOfValue, fieldsWritten, nameWritten, passingValueIn, valueIn } from './json-text.ts';

it('finds where a value ends, whatever it is and whatever follows', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(',"a":1}', '}', ']', ',[[{'), (value, rest) => {
      const text = JSON.stringify(value);
      const within = `{"k":${text}${rest}`;
      const end = endOfValue(within, 5);
      expect(within.slice(5, end)).toBe(text);
      expect(valueIn(within, 5, end)).toEqual(JSON.parse(text));
      expect(passingValueIn(within, 5, end)).toEqual(JSON.parse(text));
    }),
  );
});

it.each(['', '-', '01', '1.', '"a', 'nul', '{"a":1', '[1', '1 2', 'undefined', '"\u0001"'])(
  'takes %j for no value',
  (text) => {
    expect(valueIn(`[${text}]`, 1, text.length + 1)).toBeUndefined();
    expect(passingValueIn(`[${text}]`, 1, text.length + 1)).toBeUndefined();
  },
);

it('tells the fields of an object as they are written', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), (object) => {
      const text = `[${JSON.stringify(object)}]`;
      const whole: object = JSON.parse(JSON.stringify(object));
      expect(fieldsWritten(text, 1)?.map(nameWritten).sort()).toEqual(Object.keys(whole).sort());
    }),
  );
});

it.each(['{}', '{ "a":1}', '{"a": 1}', '{"a":1, "b":2}', '{"a":1,"a":2}', '{"a" :1}', '[1]', '1'])(
  'leaves %s to others',
  (text) => {
    expect(fieldsWritten(text, 0)).toBeUndefined();
  },
);
