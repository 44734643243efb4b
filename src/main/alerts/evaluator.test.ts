import { describe, expect, it } from 'vitest';
import { type Edge, Evaluator } from './evaluator.ts';
import { folded, wordFinder } from './keyword.ts';
import { Recording } from './recording.ts';
import { risk, row, rule, waiting } from './testing/make.ts';

const told = (edges: readonly Edge[]) => edges.map(({ kind, row: { id } }) => `${kind} ${id}`);
const make = (...rules: Parameters<Evaluator['setRules']>[0]) => {
  const evaluator = new Evaluator();
  evaluator.setRules(rules);
  return evaluator;
};

describe('rules on live conversations', () => {
  it('fires once when it comes true, clears when it stops, and fires again', () => {
    const evaluator = make(rule([{ kind: 'risk', atLeast: 3 }]));
    expect(told(evaluator.upsert(row('a', risk(2)), 0))).toEqual([]);
    expect(told(evaluator.upsert(row('a', risk(3)), 0))).toEqual(['fired a']);
    expect(told(evaluator.upsert(row('a', risk(4)), 0))).toEqual([]);
    expect(told(evaluator.upsert(row('a', risk(1)), 0))).toEqual(['cleared a']);
    expect(told(evaluator.upsert(row('a', risk(4)), 0))).toEqual(['fired a']);
  });

  it('needs all conditions, or any, and says which held and by what', () => {
    const conditions = [
      { kind: 'risk', atLeast: 3 },
      { kind: 'sentiment', below: -0.5 },
    ] as const;
    const all = make(rule(conditions));
    const any = make(rule(conditions, { match: 'any' }));
    const angry = row('a', { sentimentTrend: [0.2, -0.8] });
    expect(all.upsert(angry, 0)).toEqual([]);
    expect(any.upsert(angry, 0)[0]?.because).toEqual([{ condition: conditions[1], seen: -0.8 }]);
    expect(all.upsert({ ...angry, ...risk(3) }, 0)[0]?.because.map(({ seen }) => seen)).toEqual([3, -0.8]);
  });

  it('stops when a person takes it, unless the rule is about those too', () => {
    const mine = { handler: { kind: 'human', name: 'Dana' } } as const;
    const evaluator = make(rule([{ kind: 'risk', atLeast: 3 }]));
    evaluator.upsert(row('a', risk(4)), 0);
    expect(told(evaluator.upsert(row('a', { ...risk(4), ...mine }), 0))).toEqual(['cleared a']);
    const both = make(rule([{ kind: 'risk', atLeast: 3 }], { whenHandled: true }));
    expect(told(both.upsert(row('a', { ...risk(4), ...mine }), 0))).toEqual(['fired a']);
  });

  it('fires by the clock alone when somebody waits too long', () => {
    const evaluator = make(rule([{ kind: 'wait', seconds: 60 }]));
    evaluator.upsert(waiting('a', 10_000), 10_000);
    expect(told(evaluator.tick(69_999))).toEqual([]);
    expect(told(evaluator.tick(70_000))).toEqual(['fired a']);
    expect(told(evaluator.tick(71_000))).toEqual([]);
    expect(told(evaluator.upsert(row('a'), 72_000))).toEqual(['cleared a']);
  });

  it('counts who waits in a queue, by skill', () => {
    const evaluator = make(rule([{ kind: 'queue', skill: 'Billing', atLeast: 2 }]));
    expect(told(evaluator.upsert(waiting('a', 0), 0))).toEqual([]);
    expect(told(evaluator.upsert(waiting('x', 0, 'Sales'), 0))).toEqual([]);
    expect(told(evaluator.upsert(waiting('b', 0), 0))).toEqual(['fired b']);
    expect(told(evaluator.tick(1))).toEqual(['fired a']);
    evaluator.remove('b');
    expect(told(evaluator.tick(2))).toEqual(['cleared a']);
  });

  it('hears the words of the customer, not of the agent, and remembers them', () => {
    const evaluator = make(
      rule([
        { kind: 'keyword', words: ['Résilier'] },
        { kind: 'risk', atLeast: 2 },
      ]),
    );
    evaluator.upsert(row('a', risk(1)), 0);
    expect(evaluator.message('a', { id: 'm1', role: 'ai', text: 'resilier' }, 0)).toEqual([]);
    expect(evaluator.message('a', { id: 'm2', role: 'customer', text: 'Je veux RESILIER !' }, 0)).toEqual([]);
    const [edge] = evaluator.upsert(row('a', risk(2)), 0);
    expect(edge?.because[0]).toMatchObject({ seen: 'resilier', message: 'm2' });
  });

  it('hears failed functions, by name or any', () => {
    const evaluator = make(rule([{ kind: 'function-failed', name: 'lookup' }]));
    evaluator.upsert(row('a'), 0);
    expect(told(evaluator.call('a', { name: 'other', status: 'failed' }, 0))).toEqual([]);
    expect(told(evaluator.call('a', { name: 'lookup', status: 'succeeded' }, 0))).toEqual([]);
    expect(told(evaluator.call('a', { name: 'lookup', status: 'failed' }, 0))).toEqual(['fired a']);
  });

  it('clears what leaves, and ignores rules that are off', () => {
    const evaluator = make(
      rule([{ kind: 'risk', atLeast: 3 }]),
      rule([{ kind: 'risk', atLeast: 0 }], { id: 'off', enabled: false }),
    );
    evaluator.upsert(row('a', risk(4)), 0);
    expect(told(evaluator.remove('a'))).toEqual(['cleared a']);
    expect(told(evaluator.remove('a'))).toEqual([]);
  });
});

describe('words', () => {
  it('are found whole, whatever the case and accents', () => {
    const find = wordFinder(['cancel', 'à bientôt', 'c++']);
    expect(find(folded('Please CANCEL it.'))).toBe('cancel');
    expect(find(folded('cancellation'))).toBeUndefined();
    expect(find(folded('A  bientot donc'))).toBe('a  bientot');
    expect(find(folded('I know C++ well'))).toBe('c++');
    expect(wordFinder([])('anything')).toBeUndefined();
  });
});

describe('a recording', () => {
  it('tells what a rule would have done, by what and when, also by the clock', () => {
    const recording = new Recording();
    recording.row(waiting('a', 0), 1_000);
    recording.row(row('b', risk(3)), 2_000);
    recording.row(row('b', risk(3)), 2_500);
    recording.said('b', 'm1', 'cancel this', 30_000);
    recording.row(row('c', risk(1)), 90_000);
    expect(recording.span()).toEqual({ from: 1_000, to: 90_000, entries: 4 });
    const wait = recording.try(rule([{ kind: 'wait', seconds: 60 }], { enabled: false }), 0);
    expect(wait).toMatchObject({ count: 1, hits: [{ conversation: 'a', at: 60_000 }] });
    expect(recording.try(rule([{ kind: 'keyword', words: ['cancel'] }]), 0)).toMatchObject({
      count: 1,
      hits: [{ at: 30_000 }],
    });
    expect(recording.try(rule([{ kind: 'risk', atLeast: 4 }]), 0).count).toBe(0);
  });

  it('keeps to its bounds in time and number', () => {
    const recording = new Recording({ ms: 10_000, entries: 100 });
    for (let at = 0; at < 60_000; at += 10) recording.failed('a', `f${at}`, at);
    expect(recording.span()).toEqual({ from: 59_000, to: 59_990, entries: 100 });
    recording.failed('a', 'late', 200_000);
    expect(recording.span().entries).toBe(1);
  });
});

it('through ten seconds of the busiest traffic fires where it should and nowhere else', () => {
  const rules = Array.from({ length: 20 }, (_, at) =>
    rule(
      [
        { kind: 'risk', atLeast: 4 },
        { kind: 'sentiment', below: -0.9 + at / 100 },
      ],
      { id: `r${at}` },
    ),
  );
  const evaluator = make(...rules, rule([{ kind: 'keyword', words: ['cancel', 'lawyer', 'résilier'] }], { id: 'k' }));
  for (let at = 0; at < 10_000; at++) evaluator.upsert(row(`c${at}`), 0);
  const edges: Edge[] = [];
  const began = performance.now();
  // 50,000 changes and as many messages: at 5,000 a second that is ten seconds of traffic.
  for (let at = 0; at < 50_000; at++) {
    const text = at === 30_007 ? 'I want to talk to my lawyer' : 'I wonder why my bill is so high';
    edges.push(...evaluator.upsert(row(`c${at % 10_000}`, { ...risk(2), sentimentTrend: [0.1] }), at));
    edges.push(...evaluator.message(`c${at % 10_000}`, { id: `m${at}`, role: 'customer', text }, at));
  }
  // How long that may take is the benchmarks' to say; here it is only told.
  process.stdout.write(`50,000 changes and messages judged in ${(performance.now() - began).toFixed(0)} ms\n`);
  expect(told(edges)).toEqual(['fired c7']);
});
