import { expect, it } from 'vitest';
import { JsonText } from '../../shared/ipc/json-text.ts';
import { writeAnswer } from './answer-writer.ts';

const value = { hits: [{ text: 'a "word"' }], more: false };

it('writes an answer as text where the contract says so, and a text as it is', () => {
  const plain = writeAnswer('desk', 'search', { ok: true, value });
  const text = writeAnswer('desk', 'search', { ok: true, value: new JsonText(JSON.stringify(value)) });
  expect(plain).toBe(JSON.stringify({ ok: true, value }));
  expect(text).toBe(plain);
  expect(writeAnswer('app', 'info', { ok: true, value })).toEqual({ ok: true, value });
});
