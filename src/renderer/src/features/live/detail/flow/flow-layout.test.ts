import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../../../../../shared/models/transcript.ts';
import { flowGraphOf } from './flow-graph.ts';
import { arrowKey, arrowLabel, type Box, layoutFlow } from './flow-layout.ts';

const billing: Flow = {
  id: 'f',
  name: 'Billing',
  initialState: 'Initial',
  states: ['Initial', 'Verify', 'Find', 'Explain', 'Handoff', 'Wrap up'],
  transitions: [
    { from: 'Initial', event: 'Asked', to: 'Verify' },
    { from: 'Verify', event: 'Found', to: 'Find' },
    { from: 'Verify', event: 'NoMatch', to: 'Verify' },
    { from: 'Find', event: 'Bill', to: 'Explain' },
    ...['Initial', 'Verify', 'Find', 'Explain'].map((from) => ({ from, event: 'HumanRequested', to: 'Handoff' })),
    ...['Initial', 'Verify', 'Find', 'Explain'].map((from) => ({ from, event: 'Done', to: 'Wrap up' })),
    { from: 'Handoff', event: 'HandedBack', to: 'Wrap up' },
  ],
};
const step = (from: string, event: string, to: string, index = 0) => ({ index, from, event, to });

describe('the graph of a flow', () => {
  it('tells what was taken, where it is and what may come next', () => {
    const graph = flowGraphOf(
      billing,
      [step('Initial', 'Asked', 'Verify'), step('Verify', 'NoMatch', 'Verify', 1)],
      'Verify',
    );
    expect(graph.states.map(({ name, place, visits }) => [name, place, visits])).toEqual([
      ['Initial', 'taken', 1],
      ['Verify', 'current', 2],
      ['Find', 'ahead', 0],
      ['Explain', 'ahead', 0],
      ['Handoff', 'ahead', 0],
      ['Wrap up', 'ahead', 0],
    ]);
    const arrow = (from: string, to: string) => graph.arrows.find((one) => one.from === from && one.to === to);
    expect(arrow('Initial', 'Verify')).toMatchObject({ place: 'taken', times: 1, common: false });
    expect(arrow('Verify', 'Verify')).toMatchObject({ place: 'taken', times: 1, events: ['NoMatch'] });
    expect(arrow('Verify', 'Find')).toMatchObject({ place: 'next', times: 0 });
    expect(arrow('Find', 'Explain')).toMatchObject({ place: 'possible' });
    expect(arrow('Find', 'Handoff')).toMatchObject({ common: true });
  });

  it('shows what the conversation did where the flow is not known or does not know it', () => {
    const alone = flowGraphOf(undefined, [step('A', 'go', 'B'), step('B', 'on', 'C', 1)], 'C');
    expect(alone.states.map(({ name, place }) => [name, place])).toEqual([
      ['A', 'taken'],
      ['B', 'taken'],
      ['C', 'current'],
    ]);
    const foreign = flowGraphOf(billing, [step('Initial', 'Jump', 'Secret')], 'Secret');
    expect(foreign.states.at(-1)).toEqual({ name: 'Secret', place: 'current', visits: 1 });
    expect(flowGraphOf(undefined, [], undefined).states).toEqual([]);
    expect(flowGraphOf(undefined, [], 'Only').states).toEqual([{ name: 'Only', place: 'current', visits: 1 }]);
  });

  it('joins the ways between two states into one arrow and names the one that fired first', () => {
    const flow: Flow = {
      id: 'x',
      name: 'x',
      states: ['A', 'B'],
      transitions: ['one', 'two', 'three'].map((event) => ({ from: 'A', event, to: 'B' })),
    };
    const graph = flowGraphOf(flow, [step('A', 'two', 'B')], 'B');
    expect(graph.arrows).toHaveLength(1);
    expect(arrowLabel(graph.arrows[0] ?? { events: [] })).toBe('two +2');
  });
});

const word = fc.constantFrom(
  'A',
  'B',
  'C',
  'Dispatch a crew',
  'E',
  'Fetch the last invoice',
  'G',
  '__proto__',
  'toString',
);
const anyFlow = fc.record({
  id: fc.constant('f'),
  name: fc.constant('f'),
  states: fc.uniqueArray(word, { minLength: 1 }),
  transitions: fc.array(fc.record({ from: word, event: word, to: word }), { maxLength: 30 }),
});
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('its layout', () => {
  it('does not change with where the conversation stands', () => {
    const early = layoutFlow(flowGraphOf(billing, [], 'Initial'), 'down');
    const late = layoutFlow(
      flowGraphOf(billing, [step('Initial', 'Asked', 'Verify'), step('Verify', 'Found', 'Find', 1)], 'Find'),
      'down',
    );
    expect(late).toEqual(early);
  });

  it('puts what ends a conversation behind the states that lead to it', () => {
    const { boxes } = layoutFlow(flowGraphOf(billing, [], 'Initial'), 'down');
    const top = (name: string) => boxes.get(name)?.y ?? Number.NaN;
    expect(top('Handoff')).toBeGreaterThan(top('Explain'));
    expect(top('Wrap up')).toBeGreaterThan(top('Explain'));
  });

  it('places every state once, none over another, whatever the flow', () => {
    fc.assert(
      fc.property(anyFlow, fc.constantFrom('down', 'right'), (flow, direction) => {
        const graph = flowGraphOf(flow, [], flow.states[0]);
        const { boxes, lines, width, height } = layoutFlow(graph, direction);
        expect([...boxes.keys()].sort()).toEqual(graph.states.map(({ name }) => name).sort());
        const all = [...boxes.values()];
        for (const [at, box] of all.entries()) {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1).toBe(
            true,
          );
          for (const other of all.slice(at + 1)) expect(overlap(box, other)).toBe(false);
        }
        for (const arrow of graph.arrows) {
          if (!arrow.common) expect(lines.get(arrowKey(arrow))?.points.length).toBeGreaterThan(1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
