import { beforeEach, describe, expect, it } from 'vitest';
import { aRow } from './fake-row.ts';
import { facetOf, matcher, NO_FILTERS } from './filters.ts';
import { askForFilters, forgetViews, keptView } from './kept-view.ts';

beforeEach(forgetViews);

describe('filters that another view asks for', () => {
  it('replace those of the list, for that tenant and operator alone', () => {
    askForFilters('northwind', 'me', { status: 'queued' });
    askForFilters('northwind', 'me', { function: 'lookupMeter' });
    expect(keptView('northwind', 'me').look.filters).toMatchObject({ function: 'lookupMeter' });
    expect(keptView('northwind', 'me').look.filters.status).toBeUndefined();
    expect(keptView('northwind', 'me').asked).toBe(true);
    expect(keptView('lakeside', 'me').asked).toBe(false);
    expect(keptView('northwind', 'other').look.filters.function).toBeUndefined();
  });

  it('find conversations by each function that was called in them', () => {
    const row = aRow({ functionsCalled: ['lookupAccount', 'lookupMeter'] });
    expect(facetOf(row, 'function')).toEqual(['lookupAccount', 'lookupMeter']);
    expect(matcher({ ...NO_FILTERS, function: 'lookupMeter' })(row)).toBe(true);
    expect(matcher({ ...NO_FILTERS, function: 'createTicket' })(row)).toBe(false);
    expect(matcher({ ...NO_FILTERS, function: 'lookupMeter' })(aRow({ functionsCalled: [] }))).toBe(false);
  });
});
