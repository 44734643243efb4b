import { expect, it } from 'vitest';
import { openSettingsStore } from '../storage/settings-store.ts';
import { ManualClock } from '../storage/testing/manual-clock.ts';
import { lastView, startRoute, viewOf } from './start-view.ts';

it('begins with the view that was left, or always with the one that was chosen', () => {
  expect(startRoute('last', undefined)).toBe('');
  expect(startRoute('last', 'inbox')).toBe('/inbox');
  expect(startRoute('mission-control', 'inbox')).toBe('/mission-control');
});

it('knows a view by its address, without what the address says of a customer', () => {
  expect(viewOf('app://console/index.html#/mission-control?beside=northwind')).toBe('mission-control');
  expect(viewOf('app://console/index.html#/conversations?q="%2B15551234567"')).toBe('conversations');
  expect(viewOf('app://console/index.html#/live/northwind/42')).toBe('live');
});

it.each([
  '',
  'app://console/index.html',
  'app://console/index.html#/preferences',
  'app://console/index.html#/torn/a/b',
])('keeps no view for %o', (url) => {
  expect(viewOf(url)).toBeUndefined();
});

it('does without a view that another version kept', () => {
  let content: Record<string, unknown> = { 'start-view': { last: 'flows' } };
  const write = (value: Record<string, unknown>) => {
    content = value;
  };
  const open = () =>
    lastView(openSettingsStore({ path: 'settings.json', read: () => content, write }, new ManualClock()));
  const last = open();
  expect(last.get()).toBeUndefined();
  last.set('alerts');
  expect(open().get()).toBe('alerts');
});
