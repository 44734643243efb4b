import { afterEach, expect, it } from 'vitest';
import { createI18n } from './i18n.ts';

const { NumberFormat } = Intl;
afterEach(() => {
  Intl.NumberFormat = NumberFormat;
});

it('makes one number format a language, however many numbers it has told', () => {
  let made = 0;
  Intl.NumberFormat = new Proxy(NumberFormat, {
    construct(target, given) {
      made += 1;
      return Reflect.construct(target, given);
    },
  });
  const { interpolator } = createI18n('en').services;
  const told = (count: number): string =>
    interpolator.interpolate('{{count, number}} wait since {{time}}', { count, time: `${count}` }, 'en', {});
  expect(told(12_345)).toBe('12,345 wait since 12345');
  for (let count = 0; count < 500; count += 1) told(count);
  expect(made).toBe(1);
});
