import { expect, it } from 'vitest';
import { PageBytes } from './page-bytes.ts';

it('holds texts of any length and script as UTF-8, one after the other, and is used again', () => {
  const page = new PageBytes();
  const long = 'é€\u{1f600}x'.repeat(400_000);
  for (const text of ['a', '', long, '\ufeffb']) page.add(text);
  expect(page.take().equals(Buffer.from(`a${long}\ufeffb`))).toBe(true);
  page.clear();
  expect(page.take()).toHaveLength(0);
  page.add('c');
  expect(page.take().toString()).toBe('c');
});
