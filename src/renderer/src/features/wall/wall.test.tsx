import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fakeRows } from '../../../testing/fake-conversations.ts';
import * as states from '../../../testing/fake-states.ts';
import { renderConsole } from '../../../testing/render-console.tsx';

const start = (count: number) => ({ rows: new Map(fakeRows(count, 7, Date.now()).map((row) => [row.id, row])) });

describe('watch wall', () => {
  it('shows as many transcripts as asked for, each with what was said last', async () => {
    renderConsole(start(30), '/wall');
    const tiles = await screen.findAllByRole('article');
    expect(tiles).toHaveLength(4);
    for (const tile of tiles) expect(within(tile).getByText(/old$/)).toBeTruthy();
  });

  it('pins a conversation and remembers it for this wall', async () => {
    const { fake, user } = renderConsole(start(30), '/wall/northwind/1');
    const [, second] = await screen.findAllByRole('article');
    if (second === undefined) throw new Error('no second tile');
    const id = second.getAttribute('data-tile');
    await user.click(within(second).getByRole('button', { name: 'Pin to this wall' }));
    await waitFor(() => expect(fake.state.wall.layout.pinned).toEqual([id]));
    await waitFor(() => expect(screen.getAllByRole('article')[0]?.getAttribute('data-tile')).toBe(id));
  });

  it('hides its controls in kiosk mode and brings them back by Esc', async () => {
    const { user } = renderConsole(start(3), '/wall/northwind/1');
    await user.click(await screen.findByRole('button', { name: 'Fill the screen' }));
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Leave full screen' }));
    expect(await screen.findByRole('button', { name: 'Fill the screen' })).toBeTruthy();
  });

  it('follows the rule that the operator gave the list', async () => {
    const rows = start(30).rows;
    const longest = [...rows.values()].sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0)).slice(0, 4);
    renderConsole({ rows, views: { ...states.views, rule: ['duration'] } }, '/wall');
    await waitFor(() => {
      const tiles = screen.getAllByRole('article').map((tile) => tile.dataset['tile']);
      expect(tiles.toSorted()).toEqual(longest.map(({ id }) => id).toSorted());
    });
  });

  it('always says whether it is live, also in kiosk mode', async () => {
    const { fake, user } = renderConsole(start(3), '/wall/northwind/1');
    await user.click(await screen.findByRole('button', { name: 'Fill the screen' }));
    await waitFor(() => expect(screen.queryByRole('toolbar')).toBeNull());
    expect(screen.getByRole('button', { name: /^Live/ })).toBeTruthy();
    act(() => fake.setHub({ state: 'offline', since: Date.now() - 60_000 }));
    expect(await screen.findByRole('button', { name: /^Offline since/ })).toBeTruthy();
  });

  it('says so when there is nothing to watch, and when the tenant is not ours', async () => {
    renderConsole(start(0), '/wall');
    expect(await screen.findByText('All quiet')).toBeTruthy();
  });

  it('shows boards in turn instead, until one is held', async () => {
    const wall = {
      layout: { ...states.wallLayout, shows: 'boards' as const, boards: ['admin' as const] },
      kiosk: false,
    };
    const { fake, user } = renderConsole({ wall }, '/wall/northwind/1');
    const tiles = await screen.findByRole('list', { name: 'Tiles' });
    await waitFor(() => expect(tiles.querySelector('[data-tile="model.saturation"]')).not.toBeNull());
    expect(screen.getByText('1 of 2')).toBeTruthy();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(tiles.querySelectorAll('[data-late]')).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Next board' }));
    await waitFor(() => expect(tiles.querySelector('[data-tile="indexing.queue"]')).not.toBeNull());
    await user.keyboard('{ArrowRight}');
    await user.click(screen.getByRole('button', { name: 'Analyst' }));
    await waitFor(() => expect(fake.state.wall.layout.boards).toEqual(['admin', 'analyst']));
    expect(await screen.findByText(/ of 3$/)).toBeTruthy();
    act(() => {
      const { metrics, health } = fake.state.telemetry.sources;
      const failing = {
        ...metrics,
        state: 'failing' as const,
        failure: { code: 'unavailable' as const, message: 'no' },
      };
      fake.topics.telemetry.push({
        ...fake.state.telemetry,
        metrics: fake.state.telemetry.metrics.map((metric) => ({ ...metric, at: Date.now() - 40_000 })),
        sources: { ...fake.state.telemetry.sources, metrics: failing, health },
      });
    });
    expect(await screen.findByText(/^No answer since /)).toBeTruthy();
    const shown = within(tiles).getAllByRole('listitem');
    expect(shown.map((tile) => tile.hasAttribute('data-late'))).toEqual(shown.map(() => true));
    expect(within(tiles).getAllByText(/^4\d s$/)).toHaveLength(shown.length);
  });

  it('refuses the wall of a tenant that this account does not have', async () => {
    renderConsole(start(3), '/wall/elsewhere/1');
    expect(await screen.findByText(/“elsewhere” is not among/)).toBeTruthy();
  });
});
