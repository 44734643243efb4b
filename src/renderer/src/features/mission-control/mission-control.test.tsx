import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { defaultBoard } from '../../../../shared/models/board.ts';
import type { SourceState, TelemetryView } from '../../../../shared/models/telemetry.ts';
import { failed } from '../../../testing/fake-envelopes.ts';
import { fakeTelemetry } from '../../../testing/fake-telemetry.ts';
import { renderConsole } from '../../../testing/render-console.tsx';
// A test goes there: what is fetched for it first of all may take longer on a busy machine than anything is waited for.
import '../../app/live-route.tsx';

const FORBIDDEN = { code: 'forbidden', message: 'no', detail: { status: 403 } } as const;
const BROKEN = { code: 'unavailable', message: 'no', detail: { reason: 'server-error', status: 503 } } as const;

function sources(metrics: SourceState, change: Partial<TelemetryView> = {}): { readonly telemetry: TelemetryView } {
  const view = fakeTelemetry(Date.now());
  return { telemetry: { ...view, ...change, sources: { ...view.sources, metrics } } };
}
const open = (start: Parameters<typeof renderConsole>[0] = {}, prepare?: Parameters<typeof renderConsole>[2]) =>
  renderConsole(start, '/mission-control', prepare);
const tile = async (metric: string) => {
  await waitFor(() => expect(document.querySelector(`[data-tile="${metric}"]`)).not.toBeNull());
  const element = document.querySelector<HTMLElement>(`[data-tile="${metric}"]`);
  if (element === null) throw new Error(`No tile of ${metric}.`);
  return element;
};
const order = () => [...document.querySelectorAll<HTMLElement>('[data-tile]')].map(({ dataset }) => dataset['tile']);

describe('Mission Control', () => {
  it('tells values, comparison and band, and says it in words where risk has a colour', async () => {
    open();
    const voice = await tile('voice.inUse');
    expect(within(voice).getByTestId('tile-value').textContent).toBe('120 / 120');
    expect(voice.dataset['band']).toBe('alarm');
    expect(within(voice).getByRole('img', { name: 'Beyond the alarm limit of 120' })).toBeTruthy();
    expect(within(await tile('queue.waiting')).getByText(/oldest 4:12/)).toBeTruthy();
    expect(within(await tile('ai.containment')).getByText(/pt vs yesterday/)).toBeTruthy();
  });

  it('says what queues and what to do, and shows the conversations behind it in Live View', async () => {
    const { user, router } = open();
    const pressures = within(await screen.findByRole('list', { name: 'What needs attention' }));
    expect(pressures.getByText(/^Voice is at its cap: 31 calls wait, none fails\./)).toBeTruthy();
    await user.click(pressures.getByRole('button', { name: 'and 1 more' }));
    const people = pressures.getByText(/38 customers wait for a person/).closest('li');
    if (people === null) throw new Error('no row');
    await user.click(within(people).getByRole('button', { name: 'Show conversations' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/live'));
    expect(await screen.findByRole('button', { name: /Remove.*queued/i })).toBeTruthy();
  });

  it('counts whole calls and people, also where the instance tells means', async () => {
    const view = fakeTelemetry(Date.now());
    const metrics = view.metrics.map((metric) =>
      metric.id === 'voice.queued' ? { ...metric, value: 30.519 } : metric,
    );
    open({ telemetry: { ...view, metrics } });
    expect(await screen.findByText(/^Voice is at its cap: 31 calls wait, none fails\./)).toBeTruthy();
  });

  it('moves the cross-hair of all charts by keys, and selects a time that the table follows', async () => {
    const text = 'Email · Graph is down';
    const { user } = open({
      annotations: [{ id: 'i', kind: 'incident', at: Date.now() - 600_000, open: true, text }],
    });
    const chart = within(await tile('ai.containment')).getByRole('slider', { name: 'Chart of AI containment' });
    expect(chart.getAttribute('aria-description')).toMatch(/^From .* lowest .* highest /);
    chart.focus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(within(await tile('voice.inUse')).getByTestId('pointed').textContent).toMatch(/^\d\d:\d\d · 120$/);
    // What happened then is told in words, not only as a mark.
    expect(within(await tile('voice.inUse')).getByTestId('pointed-mark').textContent).toBe(`Incident: ${text}`);
    await user.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{ArrowLeft}{/Shift}');
    const behind = screen.getByTestId('behind');
    expect(behind.dataset['selected']).toBe('true');
    expect(within(behind).getByRole('heading', { level: 2 }).textContent).toMatch(/^Behind the selection/);
    await user.click(within(behind).getByRole('button', { name: 'Zoom in' }));
    expect(await screen.findByRole('button', { name: 'Back to now' })).toBeTruthy();
    expect(screen.getByTestId('behind').dataset['selected']).toBe('false');
    await user.click(screen.getByRole('button', { name: 'Back to now' }));
    expect(screen.queryByRole('button', { name: 'Back to now' })).toBeNull();
  });

  it('says that a sum leaves out what is being loaded, and what is not known', async () => {
    const now = Date.now();
    const missing = [{ from: now - 3_600_000, to: now - 120_000 }];
    const { fake } = open({ pastComing: true, pastMissing: missing });
    const behind = within(await screen.findByTestId('behind'));
    expect(await behind.findByText(/so far: the past is being loaded$/)).toBeTruthy();
    const containment = await tile('ai.containment');
    expect(await within(containment).findByText('The past is being loaded…')).toBeTruthy();
    fake.state.pastComing = false;
    fake.topics.telemetry.push({ ...fakeTelemetry(Date.now()), pastSerial: 2 });
    expect(await behind.findByText(/without \d\d:\d\d–\d\d:\d\d.*, which is not known$/)).toBeTruthy();
    await waitFor(() => expect(within(containment).queryByText('The past is being loaded…')).toBeNull());
  });

  it('follows each answer: number, unit, band, age', async () => {
    const { fake } = open();
    const latency = within(await tile('model.latencyP95'));
    const tell = (value: number) => {
      const view = fakeTelemetry(Date.now());
      const metrics = view.metrics.map((metric) => (metric.id === 'model.latencyP95' ? { ...metric, value } : metric));
      fake.topics.telemetry.push({ ...view, metrics });
    };
    const number = (name: RegExp) => latency.queryByRole('button', { name, description: 'Show conversations' });
    expect(number(/\S 1\.9 ?s$/)).toBeTruthy();
    expect(latency.getByText('now')).toBeTruthy();
    tell(8.24);
    await waitFor(() => expect(latency.getByTestId('tile-value').textContent).toBe('8.2'));
    expect((await tile('model.latencyP95')).dataset['band']).toBe('ok');
    tell(600);
    await waitFor(() => expect(number(/\S 10:00$/)).toBeTruthy());
    expect((await tile('model.latencyP95')).dataset['band']).toBe('alarm');
  });

  it('leads from any number to what is behind it: the archive of that time, else the number’s own past', async () => {
    const { user, router } = open();
    const behind = within(await screen.findByTestId('behind'));
    const numbers = await behind.findAllByRole('button', { name: /, Abandoned: \d+\. Show conversations$/ });
    if (numbers[0] === undefined) throw new Error('no number');
    await user.click(numbers[0]);
    await waitFor(() => expect(router.state.location.pathname).toBe('/conversations'));
    expect(String(Object(router.state.location.search).q)).toMatch(
      /^status:abandoned flow:.+ after:\d{4}-\d\d-\d\dT\d\d:\d\d before:\d{4}-\d\d-\d\dT\d\d:\d\d$/,
    );
    await router.navigate({ to: '/mission-control' });
    await user.click(screen.getByRole('button', { name: /^Board/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Administrator' }));
    await user.click(within(await tile('stream.clients')).getByRole('button', { description: 'Open' }));
    expect(await screen.findByRole('dialog', { name: 'Live stream clients' })).toBeTruthy();
  });

  it('stands still while paused and says what waits', async () => {
    const { user, fake } = open();
    await tile('queue.waiting');
    await user.click(screen.getByRole('button', { name: 'Pause' }));
    const later = fakeTelemetry(Date.now());
    fake.topics.telemetry.push({
      ...later,
      metrics: later.metrics.map((metric) => (metric.id === 'queue.waiting' ? { ...metric, value: 99 } : metric)),
    });
    expect(await screen.findByText(/1 newer answer waits/)).toBeTruthy();
    expect(within(await tile('queue.waiting')).getByTestId('tile-value').textContent).toBe('38');
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    const waiting = await tile('queue.waiting');
    await waitFor(() => expect(within(waiting).getByTestId('tile-value').textContent).toBe('99'));
  });

  it('orders, sizes and removes tiles, keeps the board by role, and takes changes back', async () => {
    const { user, fake } = open();
    const press = async (name: string) => {
      const waiting = within(await tile('queue.waiting'));
      await user.click(waiting.getByRole('button', { name: 'Actions for Waiting for a person' }));
      await user.click(await screen.findByRole('menuitem', { name }));
    };
    await press('Move earlier');
    await waitFor(() => expect(order().slice(0, 2)).toEqual(['queue.waiting', 'conversations.inProgress']));
    await press('Full width');
    await waitFor(() =>
      expect(fake.state.boards.get('supervisor')?.tiles[0]).toMatchObject({ metric: 'queue.waiting', size: 'wide' }),
    );
    await press('Remove from the board');
    await waitFor(() => expect(order()).not.toContain('queue.waiting'));
    await user.click(screen.getByRole('button', { name: /^Board/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Undo the last change' }));
    await waitFor(() => expect(order()[0]).toBe('queue.waiting'));
    await user.click(screen.getByRole('button', { name: /^Board/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Administrator' }));
    await waitFor(() => expect(order()).toContain('model.saturation'));
  });

  it('takes limits with a comma as with a point, and refuses what is no number', async () => {
    const { user } = open();
    await user.click(within(await tile('model.latencyP95')).getByRole('button', { name: /^Actions for/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Limits…' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.clear(dialog.getByLabelText('Warn at'));
    await user.type(dialog.getByLabelText('Warn at'), 'soon');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    expect(dialog.getByText('This is not a number.')).toBeTruthy();
    await user.clear(dialog.getByLabelText('Warn at'));
    await user.type(dialog.getByLabelText('Warn at'), '1,5');
    await user.click(dialog.getByRole('button', { name: 'Save' }));
    const latency = await tile('model.latencyP95');
    await waitFor(() => expect(latency.dataset['band']).toBe('warn'));
  });

  it('exports a board that imports as the same, and says what is wrong with a file that is none', async () => {
    const board = { ...defaultBoard('supervisor'), tiles: defaultBoard('admin').tiles };
    const { user, fake } = open();
    await tile('queue.waiting');
    const file = document.querySelector<HTMLInputElement>('input[type=file]');
    if (file === null) throw new Error('no file field');
    await user.upload(file, new File([JSON.stringify(board)], 'board.json', { type: 'application/json' }));
    await waitFor(() => expect(order()).toContain('model.saturation'));
    await user.click(screen.getByRole('button', { name: /^Board/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Export the board' }));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'app.saveText')).toBe(true));
    const saved = fake.calls.find(({ name }) => name === 'app.saveText')?.input;
    expect(JSON.parse(String((saved as { text: string }).text))).toEqual(board);
    await user.upload(file, new File(['{"tiles":3}'], 'x.json', { type: 'application/json' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(order()).toContain('model.saturation');
  });

  it('opens a metric large: by its parts, as a table, as a file', async () => {
    const { user, fake } = open();
    await user.click(within(await tile('conversations.inProgress')).getByRole('button', { name: /^Open / }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Conversations in progress' }));
    await user.selectOptions(dialog.getByLabelText('Split by'), 'channel');
    await user.click(dialog.getByRole('button', { name: 'Show as a table' }));
    expect((await dialog.findByTestId('line-table')).querySelectorAll('tbody tr').length).toBeGreaterThan(20);
    expect((await dialog.findAllByTestId('part-table'))[0]?.querySelectorAll('tbody tr').length).toBe(5);
    await user.click(dialog.getByRole('button', { name: 'Export as CSV' }));
    await waitFor(() => expect(fake.calls.some(({ name }) => name === 'app.saveText')).toBe(true));
    const saved = fake.calls.find(({ name }) => name === 'app.saveText')?.input as { text: string };
    expect(saved.text.startsWith('time (UTC),')).toBe(true);
  });

  it('shows what only the instance knows by name, value and unit, and makes a tile of it', async () => {
    const { user } = open();
    const others = await screen.findByTestId('other-metrics');
    expect(within(others).getByText(/1 metric that the console does not know/)).toBeTruthy();
    await user.click(within(others).getByText('Other metrics'));
    await user.click(await within(others).findByRole('button', { name: 'Add to the board' }));
    const added = await tile('x:speech.endpointing_delay');
    expect(within(added).getByRole('button', { name: 'Open Endpointing delay' })).toBeTruthy();
    expect(within(added).getByTestId('tile-value').textContent).toMatch(/0\.4/);
  });

  it('keeps one tenant beside another', async () => {
    const { user } = open();
    await tile('queue.waiting');
    await user.click(screen.getByRole('button', { name: /^Board/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Lakeside Clinics' }));
    expect(await screen.findByRole('heading', { name: 'Mission Control, Lakeside Clinics' })).toBeTruthy();
    const [close] = screen.getAllByRole('button', { name: 'Show one tenant' });
    if (close === undefined) throw new Error('no way back');
    await user.click(close);
    expect(await screen.findByRole('heading', { name: 'Mission Control' })).toBeTruthy();
  });
});

describe('Mission Control without good answers', () => {
  it('says that an instance has no telemetry, and where to look why', async () => {
    const view = fakeTelemetry(Date.now());
    const missing = { state: 'missing' } as const;
    const telemetry = {
      ...view,
      metrics: [],
      components: [],
      incidents: [],
      sources: { metrics: missing, health: missing, incidents: missing, history: 'missing' as const },
    };
    const { user, router } = open({ telemetry });
    expect(await screen.findByText('This instance has no telemetry')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Show the binding report' }));
    expect(router.state.location.pathname).toBe('/api');
  });

  it('keeps what is known and says since when nothing new came', async () => {
    const now = Date.now();
    const { user, fake } = open(
      sources({ state: 'failing', okAt: now - 90_000, failure: BROKEN, retryAt: now + 20_000 }),
    );
    expect((await screen.findByTestId('telemetry-stale')).textContent).toMatch(/^No new numbers since/);
    expect(within(await tile('queue.waiting')).getByTestId('tile-value').textContent).toBe('38');
    await user.click(screen.getByRole('button', { name: 'Retry now' }));
    expect(fake.calls).toContainEqual({ name: 'telemetry.refresh', input: { tenant: 'northwind' } });
  });

  it('says what a refused operator needs', async () => {
    open(sources({ state: 'failing', failure: FORBIDDEN }, { metrics: [] }));
    expect(await screen.findByRole('alert')).toBeTruthy();
    expect(within(await tile('queue.waiting')).getByText('This instance does not tell this metric.')).toBeTruthy();
  });

  it('says that an answer is slow, and marks what the latest answer did not hold', async () => {
    const now = Date.now();
    const view = fakeTelemetry(now);
    const metrics = view.metrics.map((metric) =>
      metric.id === 'queue.waiting' ? { ...metric, problem: 'negative' as const, at: now - 60_000 } : metric,
    );
    open(sources({ state: 'ok', okAt: now - 40_000, slowSince: now - 10_000 }, { metrics }));
    expect(await screen.findByText('The instance is slow to answer')).toBeTruthy();
    expect(within(await tile('queue.waiting')).getByText(/The latest answer was negative/)).toBeTruthy();
  });

  it('finds one of a thousand unknown metrics by its name', async () => {
    const view = fakeTelemetry(Date.now());
    const many = Array.from({ length: 1_000 }, (_, nth) => ({
      id: `x:custom.${nth}` as const,
      name: `custom.${nth}`,
      quantity: 'plain' as const,
      value: nth,
      at: Date.now(),
      parts: [],
    }));
    const { user } = open({ telemetry: { ...view, metrics: [...view.metrics, ...many], leftOut: 12 } });
    const others = await screen.findByTestId('other-metrics');
    expect(within(others).getByText('12 more were left out.')).toBeTruthy();
    // A thousand of them cost nothing before somebody wants to see them.
    expect(others.querySelectorAll('[data-metric]').length).toBe(0);
    await user.click(within(others).getByText('Other metrics'));
    await waitFor(() => expect(others.querySelectorAll('[data-metric]').length).toBe(60));
    await user.type(within(others).getByPlaceholderText('Find a metric'), 'custom.777');
    expect([...others.querySelectorAll<HTMLElement>('[data-metric]')].map(({ dataset }) => dataset['metric'])).toEqual([
      'x:custom.777',
    ]);
  });

  it('says why a change of the board was not kept', async () => {
    const { user } = open({}, (fake) => {
      fake.api.telemetry.setBoard = async () => failed('internal', { reason: 'disk-full' });
    });
    await user.click(within(await tile('queue.waiting')).getByRole('button', { name: /^Actions for/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Small' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
  });
});
