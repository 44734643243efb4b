import { describe, expect, it } from 'vitest';
import { aRow } from './fake-row.ts';
import { isFiltered, matcher, NO_FILTERS, tallyKeys, withFilter } from './filters.ts';

describe('filters', () => {
  it('finds by text without regard to case, accents or the spacing of numbers', () => {
    const row = aRow({ flow: { name: 'Règlement' }, state: 'Accueil', tags: [{ name: 'priorité', value: 'haute' }] });
    const finds = (text: string) => matcher({ text })(row);
    expect(finds('reglement ACCUEIL')).toBe(true);
    expect(finds('4165550141')).toBe(true);
    expect(finds('416 555')).toBe(true);
    expect(finds('priorite')).toBe(true);
    expect(finds('reglement absent')).toBe(false);
  });

  it('joins filters, and an unrated risk is below all', () => {
    const filters = withFilter(withFilter(NO_FILTERS, 'risk', 3), 'platform', 'sms');
    const passes = matcher(filters);
    expect(passes(aRow({ platform: 'sms', risk: { level: 3, label: 'high' } }))).toBe(true);
    expect(passes(aRow({ platform: 'sms', risk: { level: 2, label: 'elevated' } }))).toBe(false);
    expect(passes(aRow({ platform: 'sms' }))).toBe(false);
    expect(passes(aRow({ risk: { level: 4, label: 'critical' } }))).toBe(false);
  });

  it('takes a filter away again', () => {
    const filters = withFilter(NO_FILTERS, 'status', 'queued');
    expect(isFiltered(filters)).toBe(true);
    expect(isFiltered(withFilter(filters, 'status', undefined))).toBe(false);
  });

  it('counts who waits, risk and facets, with values the console does not know', () => {
    const row = aRow({
      platform: 'fax',
      status: 'Handoff: Billing',
      handler: { kind: 'queue' },
      sentiments: [{ name: 'awe', score: 0.5 }],
    });
    expect(tallyKeys(row)).toEqual([
      'all',
      'waiting',
      'direction:inbound',
      'platform:fax',
      'status:Handoff: Billing',
      'sentiment:awe',
    ]);
  });
});
