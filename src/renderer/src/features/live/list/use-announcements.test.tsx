import { act, cleanup, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { Announcer } from '../../../components/announcer.tsx';
import { createI18n } from '../../../i18n/i18n.ts';
import { aRow } from '../model/fake-row.ts';
import { useAnnouncements } from './use-announcements.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

let rows: readonly ConversationRow[];
const source = { values: () => rows };

function Listener({ seconds }: { readonly seconds: number }): ReactNode {
  useAnnouncements(source, true, undefined, seconds);
  return null;
}
const listen = (seconds: number, language: 'en' | 'fr') =>
  render(
    <I18nextProvider i18n={createI18n(language)}>
      <Announcer />
      <Listener seconds={seconds} />
    </I18nextProvider>,
  );
const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));
const spoken = () => document.querySelector('[aria-live="polite"]')?.textContent;
const high = { risk: { level: 4, label: 'critical' } } as const;

it('says what is new in one sentence, no more often than asked, and nothing when nothing happened', () => {
  rows = [aRow({ id: 'a' })];
  listen(15, 'en');
  rows = [aRow({ id: 'a' }), aRow({ id: 'b' }), aRow({ id: 'c' })];
  pass(10);
  expect(spoken()).toBe('');
  rows = [...rows, aRow({ id: 'd', ...high })];
  pass(6);
  expect(spoken()).toBe('3 new, 1 high risk');
  rows = [...rows, aRow({ id: 'e' })];
  pass(14);
  expect(spoken()).toBe('3 new, 1 high risk');
  pass(2);
  expect(spoken()).toBe('1 new');
  pass(60);
  expect(spoken()).toBe('1 new');
});

it('speaks French, and not at all where it is switched off', () => {
  rows = [];
  const { unmount } = listen(10, 'fr');
  rows = [aRow({ id: 'a', ...high }), aRow({ id: 'b', status: 'queued', handler: { kind: 'queue' } })];
  pass(11);
  expect(spoken()).toBe('2 nouvelles, 1 à risque élevé, 1 en attente d’une personne');
  unmount();
  listen(0, 'en');
  rows = [...rows, aRow({ id: 'z' })];
  pass(600);
  expect(spoken()).toBe('');
});
