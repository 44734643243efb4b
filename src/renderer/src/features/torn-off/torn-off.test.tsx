import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fakeRows } from '../../../testing/fake-conversations.ts';
import { renderConsole } from '../../../testing/render-console.tsx';

const rows = fakeRows(5, 7, Date.now());
const first = rows[0]?.id ?? '';
const start = () => ({ rows: new Map(rows.map((row) => [row.id, row])) });

describe('a conversation in a window of its own', () => {
  it('shows the conversation without the frame', async () => {
    renderConsole(start(), `/torn/northwind/${first}`);
    expect(await screen.findByTestId('torn-off')).toBeTruthy();
    expect(await screen.findByRole('region', { name: 'Transcript' })).toBeTruthy();
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Open in its own window' })).toBeNull();
  });

  it('says whether what it shows is live, as the main window does', async () => {
    const { fake } = renderConsole(start(), `/torn/northwind/${first}`);
    await screen.findByTestId('torn-off');
    expect(screen.getByRole('button', { name: /^Live/ }).dataset['hub']).toBe('live');
    act(() => fake.setHub({ state: 'reconnecting', since: Date.now() - 40_000, lastHeardAt: Date.now() - 41_000 }));
    expect((await screen.findByTestId('stale-banner')).textContent).toMatch(/You see the state of 4\d\ss ago/);
    expect(screen.getByText(/^since \d\d:\d\d:\d\d/)).toBeTruthy();
  });

  it('is opened from the detail, where the link is copied too', async () => {
    const { fake, user } = renderConsole(start(), `/live/northwind/${first}`);
    await user.click(await screen.findByRole('button', { name: 'Open in its own window' }));
    await user.click(screen.getByRole('button', { name: 'Copy a link to this conversation' }));
    await waitFor(() => {
      expect(fake.calls).toContainEqual({ name: 'windows.tearOff', input: { tenant: 'northwind', id: first } });
      expect(fake.calls).toContainEqual({
        name: 'app.copyText',
        input: { text: `dialai://northwind/conversation/${first}` },
      });
    });
  });

  it('refuses a tenant that this account does not have, in a window of its own and in Live View', async () => {
    const { router } = renderConsole(start(), '/torn/elsewhere/c-1');
    expect(await screen.findByText(/“elsewhere” is not among/)).toBeTruthy();
    await router.navigate({ to: '/live/$tenant/$id', params: { tenant: 'elsewhere', id: 'c-1' } });
    expect(await screen.findByText(/“elsewhere” is not among/)).toBeTruthy();
  });
});
