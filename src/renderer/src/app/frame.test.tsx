import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { failed } from '../../testing/fake-envelopes.ts';
import * as states from '../../testing/fake-states.ts';
import { renderConsole } from '../../testing/render-console.tsx';
import { initials } from './account-menu.tsx';
import { resolveTheme } from './apply-look.tsx';
import { knownZone } from './clock.tsx';
import { ageWords } from './hub-chip.tsx';
import { places } from './places.ts';

describe('the frame', () => {
  it('switches the tenant from the top bar', async () => {
    const { user, fake } = renderConsole();
    await user.click(await screen.findByRole('button', { name: /Northwind Utilities/ }));
    const menu = await screen.findByRole('menu', { name: 'Switch tenant' });
    expect(within(menu).getByRole('menuitem', { name: /Harbour Transit/ }).textContent).toContain('no access');
    await user.click(within(menu).getByRole('menuitem', { name: /Lakeside Clinics/ }));
    await screen.findByRole('button', { name: /Lakeside Clinics/ });
    expect(fake.calls).toContainEqual({ name: 'session.activateTenant', input: { tenant: 'lakeside' } });
  });

  it('switches the tenant while a conversation of the last one is open', async () => {
    const { user, fake } = renderConsole({}, '/live/northwind/c-1');
    await user.click(await screen.findByRole('button', { name: /Northwind Utilities/ }));
    await user.click(await screen.findByRole('menuitem', { name: /Lakeside Clinics/ }));
    await screen.findByRole('button', { name: /Lakeside Clinics/ });
    const switches = fake.calls.filter(({ name }) => name === 'session.activateTenant');
    expect(switches).toEqual([{ name: 'session.activateTenant', input: { tenant: 'lakeside' } }]);
  });

  it('goes through the tenants and places by the palette, from the keyboard alone', async () => {
    const { user, router, fake } = renderConsole();
    await screen.findByRole('heading', { name: 'Preferences', level: 1 });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Search or run a command' }), 'binding');
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { name: 'Binding report', level: 1 });
    expect(router.state.location.pathname).toBe('/api');
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Search or run a command' }), 'lakeside{Enter}');
    await waitFor(() =>
      expect(fake.calls).toContainEqual({ name: 'session.activateTenant', input: { tenant: 'lakeside' } }),
    );
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Search or run a command' })).toBeNull());
  });

  it('closes the palette by Escape and says when nothing matches', async () => {
    const { user } = renderConsole();
    await screen.findByRole('heading', { name: 'Preferences', level: 1 });
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: 'Search or run a command' }), 'zzzz');
    await screen.findByText('No command matches “zzzz”.');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('combobox', { name: 'Search or run a command' })).toBeNull());
  });

  it('opens places by digits, except while typing', async () => {
    const { user, router } = renderConsole({}, '/api');
    // The rail grows with the console: the digit is where the place stands today.
    const digit = String(places.findIndex(({ to }) => to === '/journal') + 1);
    await user.type(await screen.findByRole('searchbox'), digit);
    expect(router.state.location.pathname).toBe('/api');
    screen.getByRole('searchbox').blur();
    await user.keyboard(digit);
    await screen.findByRole('heading', { name: 'Operator journal', level: 1 });
  });

  it('collapses the rail and remembers it', async () => {
    const { user, fake } = renderConsole();
    await user.click(await screen.findByRole('button', { name: 'Collapse navigation' }));
    await screen.findByRole('button', { name: 'Expand navigation' });
    expect(fake.state.preferences.railCollapsed).toBe(true);
    expect(screen.getByRole('link', { name: 'Live View' })).toBeTruthy();
  });

  it('shows the state of the connection with the age of the data', async () => {
    const { fake } = renderConsole();
    const chip = await screen.findByRole('button', { name: /^Live/ });
    expect(chip.textContent).toMatch(/Live · \d+(\.\d)? s/);
    fake.setHub({ state: 'reconnecting', lastHeardAt: Date.now() - 5 * 60_000 });
    await waitFor(() => expect(chip.textContent).toMatch(/Reconnecting since .*· 5 min/));
  });

  it('says since when the connection is lost, and exports what was measured', async () => {
    const { fake, user } = renderConsole();
    const chip = await screen.findByRole('button', { name: /^Live/ });
    act(() => fake.setHub({ state: 'offline', since: Date.now() - 40_000 }));
    await waitFor(() => expect(chip.textContent).toMatch(/^Offline since \d\d:\d\d:\d\d/));
    await user.click(screen.getByRole('button', { name: 'Export these figures' }));
    await screen.findByTestId('said');
    const saved = fake.calls.find(({ name }) => name === 'app.saveText')?.input;
    expect(saved).toMatchObject({ suggestedName: expect.stringMatching(/^live-figures-northwind-.*\.json$/) });
    expect(JSON.stringify(saved)).toContain('eventsPerSecond');
  });

  it('asks before signing out, and stays with the failure when that is refused', async () => {
    const { user, fake } = renderConsole();
    const signOut = fake.api.session.signOut;
    fake.api.session.signOut = async () => failed('internal');
    await user.click(await screen.findByRole('button', { name: 'Account: Alex Roy' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
    const dialog = await screen.findByRole('alertdialog', { name: 'Sign out of acme?' });
    await user.click(within(dialog).getByRole('button', { name: 'Sign out' }));
    await within(dialog).findByText('The console failed');
    fake.api.session.signOut = signOut;
    await user.click(within(dialog).getByRole('button', { name: 'Sign out' }));
    await screen.findByRole('heading', { name: 'Sign in to Dialai' });
  });

  it('explains an account without tenants', async () => {
    const { user } = renderConsole({ session: { ...states.signedIn, tenants: [] } }, '/live');
    await screen.findByRole('heading', { name: 'No tenant for this account' });
    await user.click(screen.getByRole('button', { name: 'Add tenant' }));
    await user.type(await screen.findByLabelText('Tenant name'), 'northwind');
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Add tenant' }));
    await screen.findByRole('button', { name: /northwind/ });
  });

  it('does not take tenants that could not be looked up for none', async () => {
    const { failure } = failed('invalid', { reason: 'clock-skew' });
    renderConsole({ session: { ...states.signedIn, tenants: [], tenantsProblem: failure } }, '/live');
    await screen.findByRole('heading', { name: 'Your tenants could not be looked up' });
    screen.getByRole('heading', { name: 'The clocks do not agree' });
    expect(screen.queryByText(/lists no tenant for you/)).toBeNull();
  });

  it('explains a tenant whose token was refused, without hiding the others', async () => {
    const { user, fake } = renderConsole({ session: { ...states.signedIn, activeTenant: 'harbour' } }, '/live');
    await screen.findByRole('heading', { name: 'No access to this tenant' });
    expect(screen.getByText('Other tenants are not affected.', { exact: false })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(fake.calls).toContainEqual({ name: 'session.activateTenant', input: { tenant: 'harbour' } });
  });

  it('warns before a pasted token expires, and lets the warning be put away', async () => {
    const { user } = renderConsole({
      session: { ...states.signedIn, method: 'pasted', expiresAt: Date.now() + 120_000 },
    });
    await screen.findByText(/The pasted token expires/);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/The pasted token expires/)).toBeNull();
  });

  it('says where an address leads nowhere', async () => {
    const { user } = renderConsole({}, '/nowhere');
    await user.click(await screen.findByRole('button', { name: 'Open Live View' }));
    await waitFor(() => expect(screen.queryByText('There is no such page')).toBeNull());
  });

  it('shows what failed when main gives no session', async () => {
    const { fake } = renderConsole({}, '/preferences', ({ api }) => {
      api.session.state = (_input, on) => {
        queueMicrotask(() => on(failed('internal')));
        return () => undefined;
      };
    });
    await screen.findByText('The console failed');
    expect(fake.topics.hub.subscribers()).toBe(0);
  });
});

describe('preferences', () => {
  it('change theme, density and language at once', async () => {
    const { user, fake } = renderConsole();
    await user.selectOptions(await screen.findByLabelText('Theme'), 'light');
    await user.selectOptions(screen.getByLabelText('Row height'), 'compact');
    await waitFor(() => expect(document.documentElement.dataset).toMatchObject({ theme: 'light', density: 'compact' }));
    await user.selectOptions(screen.getByLabelText('Language'), 'fr');
    await screen.findByRole('heading', { name: 'Préférences' });
    expect(fake.state.preferences).toMatchObject({ theme: 'light', density: 'compact', language: 'fr' });
  });

  it('and what is typed: a disk that takes neither is told, and forgotten once it does again', async () => {
    const { user, fake } = renderConsole({ draftsHealth: { problem: 'drafts-write-failed' } });
    await screen.findByText(/What you type is not getting to the disk/);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/What you type is not getting/)).toBeNull();
    act(() => fake.topics.draftsHealth.push({}));
    act(() => fake.topics.draftsHealth.push({ problem: 'drafts-write-failed' }));
    await screen.findByText(/What you type is not getting to the disk/);
    act(() => fake.topics.draftsHealth.push({}));
    await waitFor(() => expect(screen.queryByText(/What you type is not getting/)).toBeNull());
  });

  it('say so when they cannot be kept', async () => {
    const { user, fake } = renderConsole();
    fake.api.preferences.change = async () => failed('internal');
    await user.selectOptions(await screen.findByLabelText('Theme'), 'light');
    await screen.findByText('The console failed');
  });
});

describe('small words', () => {
  it.each([
    ['Alex Roy', 'AR'],
    ['élodie', 'É'],
    ['', '?'],
    ['Ana Maria de la Cruz', 'AC'],
  ])('initials of %j are %s', (name, letters) => expect(initials(name)).toBe(letters));

  it.each([
    [240, '0.2 s'],
    [9999, '9.9 s'],
    [12_400, '12 s'],
    [180_000, '3 min'],
    [-500, '0.0 s'],
  ])('an age of %i ms is %s', (age, words) => expect(ageWords(age, 'en')).toBe(words));

  it('a theme follows the system only when asked to', () => {
    expect([resolveTheme('system', 'light'), resolveTheme('dark', 'light')]).toEqual(['light', 'dark']);
  });

  it('a zone this computer does not know is left out', () => {
    expect([knownZone('America/Toronto'), knownZone('Mars/Olympus')]).toEqual(['America/Toronto', undefined]);
  });
});
