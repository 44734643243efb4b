import { screen, within } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import type { ConversationRow } from '../../shared/models/conversation.ts';
import { aRow } from '../src/features/live/model/fake-row.ts';
import { forgetViews } from '../src/features/live/model/kept-view.ts';
import { giveElementsSize } from '../src/table/sized-elements.ts';
import type { FakeBridge, FakeState } from './fake-types.ts';
import { renderConsole } from './render-console.tsx';

export const now = Date.now();
export const critical: Partial<ConversationRow> = { risk: { level: 4, label: 'critical' } };
const rows = [
  aRow({ id: 'c-calm', startedAt: now - 60_000, seenAt: now, contact: { display: '+1 416 555 0101' } }),
  aRow({ id: 'c-worst', startedAt: now - 90_000, seenAt: now, ...critical }),
  aRow({ id: 'c-waits', seenAt: now, status: 'queued', handler: { kind: 'queue' }, queue: { skills: ['Billing'] } }),
];
export const rowsById = (list: readonly ConversationRow[]) => new Map(list.map((row) => [row.id, row]));

/** Gives each test of the file a window with sizes, and forgets the look of the list after it. */
export function inLiveWindow(): void {
  let restore: () => void;
  beforeEach(() => {
    restore = giveElementsSize({ width: 1200, height: 600 });
  });
  afterEach(() => {
    restore();
    forgetViews();
  });
}

/** The console with a calm, a critical and a waiting conversation. */
export function open(start: Partial<FakeState> = {}, place = '/live', prepare?: (fake: FakeBridge) => void) {
  return renderConsole({ rows: rowsById(rows), ...start }, place, prepare);
}
export const openRow = (id: string) => `/live/northwind/${id}`;
export const shownIds = () => screen.getAllByRole('row').flatMap((row) => row.dataset['row'] ?? []);
export const detail = () => within(screen.getByTestId('detail'));
