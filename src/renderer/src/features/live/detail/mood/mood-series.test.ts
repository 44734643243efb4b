import { expect, it } from 'vitest';
import type { Message } from '../../../../../../shared/models/transcript.ts';
import { moodSeriesOf } from './mood-series.ts';

const said = (id: string, at: number | undefined, sentiment?: number, role: Message['role'] = 'customer'): Message => ({
  id,
  role,
  text: id,
  ...(at === undefined ? {} : { at }),
  ...(sentiment === undefined ? {} : { sentiment }),
});

it('follows the customer’s messages by their time, with a gap where nothing was told', () => {
  const messages = [said('a', 10, 0.2), said('b', 20, undefined, 'ai'), said('c', 30), said('d', 40, -0.6)];
  expect(moodSeriesOf(messages, [1, 1, 1])).toEqual({
    over: 'time',
    points: [
      { x: 10, mood: 0.2, message: { id: 'a', text: 'a' } },
      { x: 30, mood: null, message: { id: 'c', text: 'c' } },
      { x: 40, mood: -0.6, message: { id: 'd', text: 'd' } },
    ],
  });
});

it('falls back to the last turns, which have no times', () => {
  const trend = [0.1, -0.2, -0.5];
  const turns = [
    { x: -2, mood: 0.1 },
    { x: -1, mood: -0.2 },
    { x: 0, mood: -0.5 },
  ];
  expect(moodSeriesOf([said('a', 10), said('b', 20)], trend)).toEqual({ over: 'turns', points: turns });
  expect(moodSeriesOf([said('a', undefined, 0.3), said('b', undefined, 0.1)], trend)?.over).toBe('turns');
});

it('is nothing while there is too little to tell', () => {
  expect(moodSeriesOf([said('a', 10, 0.2)], [0.2])).toBeUndefined();
  expect(moodSeriesOf([], [])).toBeUndefined();
});
