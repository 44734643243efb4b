import { expect, it } from 'vitest';
import { MAX_BULK } from '../../../../../shared/models/hold.ts';
import { planBulk } from './bulk.ts';
import { aRow } from './fake-row.ts';

const offered = () => false;
const mine = aRow({ id: 'mine', handler: { kind: 'human', userId: 'me', name: 'Me' } });
const rows = [aRow({ id: 'ai' }), mine, aRow({ id: 'dana', handler: { kind: 'human', userId: 'dana' } })];

it('names only what the action can be done to, and counts the rest exactly', () => {
  expect(planBulk('takeOver', rows, 4, 'me', offered)).toEqual({
    targets: [
      { id: 'ai', expected: { revision: 1, status: 'in_progress', handlerKind: 'ai', handlerName: undefined } },
    ],
    left: 3,
  });
  expect(planBulk('complete', rows, 3, 'me', offered).targets.map(({ id }) => id)).toEqual(['mine']);
  expect(planBulk('complete', rows, 3, 'me', () => true)).toEqual({ targets: [], left: 3 });
});

it('never names more than one command may', () => {
  const many = Array.from({ length: MAX_BULK + 2 }, (_, at) => aRow({ id: `c-${at}` }));
  const plan = planBulk('takeOver', many, many.length, 'me', offered);
  expect(plan.targets).toHaveLength(MAX_BULK);
  expect(plan.left).toBe(2);
});
