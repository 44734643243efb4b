import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createFakeBridge } from '../../../testing/fake-bridge.ts';
import type { FakeState } from '../../../testing/fake-types.ts';
import { SessionProvider } from '../../app/session-context.tsx';
import { createQueryClient } from '../../bridge/query-client.ts';
import { createI18n } from '../../i18n/i18n.ts';
import { giveElementsSize } from '../../table/sized-elements.ts';
import { LiveView } from './live-view.tsx';
import { aRow } from './model/fake-row.ts';

let restore: () => void;
beforeEach(() => {
  restore = giveElementsSize({ width: 1200, height: 600 });
});
afterEach(() => {
  cleanup();
  restore();
  globalThis.dialai = undefined;
});

/** Live View on a fake bridge without the frame: which conversation is open is plain state. */
function renderLiveView(start: Partial<FakeState>) {
  const fake = createFakeBridge(start);
  globalThis.dialai = fake.api;
  const screen = render(
    <I18nextProvider i18n={createI18n('en')}>
      <QueryClientProvider client={createQueryClient()}>
        <SessionProvider waiting={null} failed={(failure) => failure.message}>
          <Holder />
        </SessionProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  );
  return { fake, ...screen };
}

function Holder(): ReactNode {
  const [id, setId] = useState<string>();
  return <LiveView tenant="northwind" id={id} onOpen={setId} onShowReport={() => undefined} />;
}

it('opens by Enter, closes by Escape and gives the focus back, the list standing still', async () => {
  renderLiveView({ rows: new Map(['c-1', 'c-2', 'c-3'].map((id, at) => [id, aRow({ id, startedAt: at })])) });
  const list = await screen.findByRole('grid');
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(4));
  act(() => screen.getAllByRole('row')[1]?.focus());
  await userEvent.keyboard('{ArrowDown}{Enter}');
  const panel = await screen.findByTestId('detail');
  expect(within(panel).getByRole('heading', { level: 2 })).toBeTruthy();
  expect(document.activeElement).toBe(panel);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByTestId('detail')).toBeNull());
  expect(document.activeElement?.getAttribute('data-row')).toBe('c-2');
  expect(screen.getByRole('grid')).toBe(list);
});
