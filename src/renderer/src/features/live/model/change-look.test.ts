import { afterEach, describe, expect, it } from 'vitest';
import {
  beginWith,
  forget,
  loaded,
  lookOf,
  saveAs,
  togglePin,
  togglePins,
  withColumns,
  withWidth,
} from './change-look.ts';
import { forgetViews, keptView } from './kept-view.ts';

const plain = () => keptView('northwind', 'me').look;
afterEach(forgetViews);

describe('the look of the list', () => {
  it('saves filters, order and columns under a name, but not the text to find', () => {
    const arranged = withColumns({ ...plain(), filters: { text: '416 555', risk: 3 } }, { hidden: ['age'] });
    const saved = saveAs({ ...arranged, sort: { id: 'duration', desc: true } }, 'High risk');
    expect(JSON.stringify(saved.views)).not.toContain('416 555');
    const view = saved.views.saved[0];
    expect(view).toMatchObject({ name: 'High risk', filters: { risk: 3 }, sort: { id: 'duration', desc: true } });
    if (view === undefined) throw new Error('nothing was saved');
    const applied = lookOf(view, plain());
    expect(applied.filters).toEqual({ text: '', risk: 3 });
    expect(applied.views.columns.hidden).toEqual(['age']);
  });

  it('replaces a view of the same name', () => {
    const twice = saveAs({ ...saveAs(plain(), 'Mine'), filters: { text: '', risk: 4 } }, 'Mine');
    expect(twice.views.saved.map(({ filters }) => filters)).toEqual([{ risk: 4 }]);
  });

  it('begins with the chosen view, and not with one that is gone', () => {
    const saved = beginWith(saveAs({ ...plain(), filters: { text: '', tag: 'vip' } }, 'VIP'), 'VIP');
    forgetViews();
    expect(loaded(plain(), saved.views).filters).toEqual({ text: '', tag: 'vip' });
    const without = forget(saved, 'VIP');
    expect(without.views.begin).toBeUndefined();
    expect(loaded(plain(), without.views).filters).toEqual({ text: '' });
  });

  it('gives a column a width and its own again; pins and lets go', () => {
    const wide = withWidth(plain(), 'id', 200);
    expect(wide.views.columns.widths).toEqual({ id: 200 });
    expect(withWidth(wide, 'id', undefined).views.columns.widths).toEqual({});
    expect([...togglePin(plain(), 'c-1').pinned]).toEqual(['c-1']);
    expect(togglePin(plain(), 'c-1').views.pinned).toEqual(['c-1']);
    expect([...togglePin(togglePin(plain(), 'c-1'), 'c-1').pinned]).toEqual([]);
  });

  it('pins many, lets them go together, keeps the newest hundred, and has them again the next time', () => {
    const two = togglePins(togglePin(plain(), 'c-1'), ['c-2', 'c-1']);
    expect(two.views.pinned).toEqual(['c-2', 'c-1']);
    expect(togglePins(two, ['c-1', 'c-2']).views.pinned).toEqual([]);
    const many = togglePins(
      two,
      Array.from({ length: 100 }, (_, at) => `d-${at}`),
    );
    expect(many.views.pinned).toHaveLength(100);
    expect(many.pinned.has('c-1')).toBe(false);
    expect([...loaded(plain(), two.views).pinned]).toEqual(['c-2', 'c-1']);
  });
});
