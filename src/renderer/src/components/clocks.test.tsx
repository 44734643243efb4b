import { cleanup, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createI18n } from '../i18n/i18n.ts';
import { ClockSkew } from './clock-skew.tsx';
import { ClockedTime, Clocks, OtherClocks } from './clocks.tsx';

const NOW = Date.UTC(2026, 0, 15, 20);
const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const show = (what: React.ReactNode) => {
  const { container } = render(<I18nextProvider i18n={createI18n('en')}>{what}</I18nextProvider>);
  return container.textContent?.replaceAll(/\s/gu, ' ');
};

it('says how long from now a time ahead is, by the instance’s clock, and what is behind too', () => {
  expect(show(<ClockedTime at={NOW + 2 * HOUR} />)).toBe('in 2 hr.');
  expect(show(<ClockedTime at={NOW + 2 * HOUR} skewMs={HOUR} />)).toBe('in 1 hr.');
  expect(show(<ClockedTime at={NOW - 2 * HOUR} />)).toBe('2 hr. ago');
});

it('says one time by every clock that differs, each with whose it is', () => {
  const zones = { contactZone: 'America/Vancouver', tenantZone: 'America/Toronto' };
  expect(show(<Clocks at={NOW} {...zones} />)).toMatch(/^Jan 15, 12:00 PST contactJan 15, 15:00 EST tenant/);
  expect(show(<OtherClocks at={NOW} {...zones} />)).toMatch(/^15:00 EST tenant/);
  screen.getByText('Jan 15, 12:00 PST');
  const alike = { contactZone: 'America/Toronto', tenantZone: 'America/Toronto' };
  expect(show(<Clocks at={NOW} {...alike} />)).toMatch(/^Jan 15, 15:00 EST contact, tenant/);
});

it('tells by how much the instance’s clock is ahead or behind, and nothing while they agree', () => {
  expect(show(<ClockSkew skewMs={90_000} />)).toContain('1 min ahead of this computer');
  expect(show(<ClockSkew skewMs={-5_000} />)).toContain('5 s behind this computer');
  expect(show(<ClockSkew skewMs={-1_000} />)).toBe('');
});
