import { describe, expect, it } from 'vitest';
import { zoneOfNumber } from '../../../../shared/models/zones/zone-of-number.ts';
import { ZONE_PREFIXES } from '../../../../shared/models/zones/zone-prefixes.ts';
import { ZONE_ALIASES } from './zone-aliases.ts';
import { guessZone, readZone } from './zone-names.ts';

describe('the time zone of a number', () => {
  it.each([
    [14165550123, 'America/Toronto'],
    [16045550123, 'America/Vancouver'],
    [13065550123, 'America/Regina'],
    [12125550123, 'America/New_York'],
    [12082015555, 'America/Denver'],
    [33142685300, 'Europe/Paris'],
    [442079460000, 'Europe/London'],
  ])('%s is in %s', (number, zone) => {
    expect(zoneOfNumber(number)).toBe(zone);
  });

  it('stays open where several zones share the digits', () => {
    // Idaho has two zones under one area code, toll-free numbers have none.
    expect(zoneOfNumber(12089999999)).toBeUndefined();
    expect(zoneOfNumber(18005550123)).toBeUndefined();
  });

  it('is always a zone that there is', () => {
    for (const zone of Object.keys(ZONE_PREFIXES))
      if (zone !== '') expect([zone, readZone(zone)]).not.toContain(undefined);
  });
});

describe('a time zone in a column', () => {
  it.each([
    ['America/Toronto', 'America/Toronto'],
    [' america/toronto ', 'America/Toronto'],
    ['US/Eastern', 'America/New_York'],
    ['UTC', 'UTC'],
  ])('%j is %s', (text, zone) => {
    expect(readZone(text)).toBe(zone);
  });

  it.each(['EST', '+05:00', 'America/Torono', 'Eastern', '', 'America', 'a/b/c/d', '=1/2'])('%j is none', (text) => {
    expect(readZone(text)).toBeUndefined();
  });

  it.each([
    ['America/Torono', 'CA', 'America/Toronto'],
    ['EST', 'CA', 'America/Toronto'],
    ['EST', 'US', 'America/New_York'],
    ['Eastern Standard Time', 'CA', 'America/Toronto'],
    ['vancouver', 'CA', 'America/Vancouver'],
    ['St Johns', 'CA', 'America/St_Johns'],
    ['Mars/Olympus', 'CA', undefined],
  ])('%j in %s probably meant %s', (text, country, zone) => {
    expect(guessZone(text, country)).toBe(zone);
  });

  it('has no alias that is no zone', () => {
    for (const zone of Object.values(ZONE_ALIASES).flatMap((byCountry) => Object.values(byCountry))) {
      expect([zone, readZone(zone)]).not.toContain(undefined);
    }
  });
});
