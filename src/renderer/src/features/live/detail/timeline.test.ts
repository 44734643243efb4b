import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FunctionCall, Message } from '../../../../../shared/models/transcript.ts';
import { pathOf } from './path.ts';
import { timelineOf } from './timeline.ts';

const message = (id: string, at?: number): Message => ({
  id,
  role: 'ai',
  text: id,
  ...(at === undefined ? {} : { at }),
});
const call = (id: string, startedAt?: number): FunctionCall => ({
  id,
  name: id,
  status: 'succeeded',
  inputs: {},
  outputs: {},
  ...(startedAt === undefined ? {} : { startedAt }),
});

describe('timeline', () => {
  it('puts calls and transitions where their time belongs', () => {
    const line = timelineOf({
      messages: [message('a', 10), message('b', 20), message('c', 30)],
      functionCalls: [call('late'), call('f', 15)],
      transitions: [{ index: 0, at: 20, from: 'x', event: 'e', to: 'y' }],
    });
    expect(line.map(({ key }) => key)).toEqual(['m:a', 'f:f', 'm:b', 't:0', 'm:c', 'f:late']);
  });

  it('keeps every message, in the given order, and every event, once, whatever the times say', () => {
    const time = fc.option(fc.nat(50), { nil: undefined });
    fc.assert(
      fc.property(fc.array(time), fc.array(time), (said, called) => {
        const messages = said.map((at, index) => message(`m${index}`, at));
        const functionCalls = called.map((at, index) => call(`f${index}`, at));
        const line = timelineOf({ messages, functionCalls, transitions: [] });
        expect(line.flatMap((item) => (item.kind === 'message' ? [item.message] : []))).toEqual(messages);
        expect(new Set(line.map(({ key }) => key)).size).toBe(messages.length + functionCalls.length);
      }),
    );
  });
});

describe('path', () => {
  const flow = { id: 'f', name: 'Flow', initialState: 'A', states: ['A', 'B', 'C', 'D'], transitions: [] };
  const places = (steps: ReturnType<typeof pathOf>) => steps.map(({ state, place }) => `${state} ${place}`);

  it('tells what was taken, what is now and what lies ahead', () => {
    const taken = [
      { from: 'A', event: 'e', to: 'B' },
      { from: 'B', event: 'e', to: 'A' },
      { from: 'A', event: 'e', to: 'C' },
    ];
    expect(places(pathOf(taken, 'C', flow))).toEqual(['A taken', 'B taken', 'A taken', 'C current', 'D ahead']);
  });

  it('does with what there is', () => {
    expect(places(pathOf([], 'B', undefined))).toEqual(['B current']);
    expect(places(pathOf([], undefined, flow))).toEqual(['A taken', 'B ahead', 'C ahead', 'D ahead']);
    expect(pathOf([], undefined, undefined)).toEqual([]);
  });
});
