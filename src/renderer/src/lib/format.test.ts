import { describe, expect, it } from 'vitest';
import { formatAge, formatDuration, formatNumber, formatScore, shorten } from './format.ts';

describe('format', () => {
  it('writes durations as a clock does', () => {
    expect(formatDuration(0)).toBe('0:00');
    expect(formatDuration(247_900)).toBe('4:07');
    expect(formatDuration(3_847_000)).toBe('1:04:07');
    expect(formatDuration(-5000)).toBe('0:00');
    expect(formatDuration(99 * 3_600_000 + 59_000)).toBe('99:00:59');
    expect(formatDuration(103 * 3_600_000 + 240_000)).toBe('103\u00a0h\u00a004');
  });

  it('writes ages in their largest unit, in the language', () => {
    expect(formatAge(12_999, 'en')).toBe('12\u00a0s');
    expect(formatAge(4 * 60_000, 'fr')).toBe('4\u00a0min');
    expect(formatAge(3 * 86_400_000, 'en')).toBe('3\u00a0d');
    expect(formatAge(3 * 86_400_000, 'fr')).toBe('3\u00a0j');
  });

  it('writes numbers as the language does', () => {
    expect(formatNumber(5204, 'en')).toBe('5,204');
    expect(formatNumber(5204, 'fr').replace(/\s/u, ' ')).toBe('5 204');
    expect(formatScore(0.634, 'en')).toBe('.63');
    expect(formatScore(1, 'en')).toBe('1.00');
    expect(formatScore(0.634, 'fr')).toBe('0,63');
  });

  it('never cuts a character in two', () => {
    expect(shorten('👍🏽👍🏽', 99)).toBe('👍🏽👍🏽');
    expect(shorten('😀😀😀', 2)).toBe('😀…');
  });
});
