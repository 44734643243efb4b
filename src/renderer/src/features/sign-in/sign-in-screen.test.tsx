import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { failed } from '../../../testing/fake-envelopes.ts';
import * as states from '../../../testing/fake-states.ts';
import { renderConsole } from '../../../testing/render-console.tsx';
import { minutesAndSeconds } from './waiting.tsx';

const fresh = {
  session: states.signedOut,
  instance: { settings: { ...states.settings, instance: '', apiUrl: '', issuer: '' }, locked: [] },
};
const named = (calls: readonly { readonly name: string; readonly input: unknown }[], name: string) =>
  calls.filter((call) => call.name === name);

describe('signing in', () => {
  it('shows the hosts of the name as it is typed, stores it and goes to the browser', async () => {
    const { user, fake } = renderConsole(fresh);
    await user.type(await screen.findByLabelText('Instance name or address'), 'northwind');
    await screen.findByText('https://northwind.dialai.ca');
    expect(screen.getByText('https://auth.northwind.dialai.ca/realms/dial-ai')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Sign in with the browser' }));
    await screen.findByText('Signing in');
    expect(named(fake.calls, 'instance.save')[0]?.input).toMatchObject({
      instance: 'northwind',
      apiUrl: 'https://northwind.dialai.ca',
      embedded: false,
    });
    expect(named(fake.calls, 'session.signIn')).toHaveLength(1);
  });

  it('says at the field what is wrong with the name, and does not sign in with it', async () => {
    const { user, fake } = renderConsole(fresh);
    const field = await screen.findByLabelText('Instance name or address');
    await user.type(field, 'no such name!');
    await screen.findByText(/neither an instance name nor an address/);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    await user.click(screen.getByRole('button', { name: 'Sign in with the browser' }));
    expect(named(fake.calls, 'session.signIn')).toHaveLength(0);
    expect(named(fake.calls, 'instance.save')).toHaveLength(0);
  });

  it('starts the demo instance in one press', async () => {
    const { user, fake } = renderConsole(fresh);
    await user.click(await screen.findByRole('button', { name: 'Use the demo instance' }));
    await screen.findByText('Signing in');
    expect(named(fake.calls, 'instance.save')[0]?.input).toMatchObject({ embedded: true });
  });

  it('tells that a kept sign-in could not be read, in both languages', async () => {
    const session = { ...states.signedOut, vault: { ...states.signedOut.vault, problem: 'vault-corrupt' as const } };
    const { user } = renderConsole({ ...fresh, session });
    await screen.findByText(/The stored sign-in could not be read and was set aside/);
    await user.click(screen.getByRole('button', { name: 'Français' }));
    await screen.findByText(/La session enregistrée était illisible/);
  });

  it('shows managed fields locked', async () => {
    const { user } = renderConsole({
      session: states.signedOut,
      instance: { settings: states.settings, locked: ['instance', 'issuer', 'clientId'] },
    });
    const field = await screen.findByLabelText('Instance name or address');
    expect(field.hasAttribute('readonly')).toBe(true);
    await user.type(field, 'x');
    expect(field).toHaveProperty('value', 'acme');
    expect(screen.getByLabelText(/^Issuer/).hasAttribute('readonly')).toBe(true);
    expect(screen.getByLabelText('Scopes').hasAttribute('readonly')).toBe(false);
    expect(screen.getAllByText('Managed by your organization')).toHaveLength(3);
  });

  it('keeps an address set by hand when the name changes afterwards', async () => {
    const { user, fake } = renderConsole(fresh);
    fireEvent.change(await screen.findByLabelText(/^Issuer/), { target: { value: 'https://id.example.com/realms/x' } });
    await user.type(screen.getByLabelText('Instance name or address'), 'northwind');
    await screen.findByText('https://northwind.dialai.ca');
    await user.click(screen.getByRole('button', { name: 'Sign in with the browser' }));
    await screen.findByText('Signing in');
    expect(named(fake.calls, 'instance.save')[0]?.input).toMatchObject({
      apiUrl: 'https://northwind.dialai.ca',
      issuer: 'https://id.example.com/realms/x',
    });
  });

  it('shows each step, counts down while the browser has it, and can be cancelled', async () => {
    const now = Date.now();
    const { user, fake } = renderConsole({
      session: { kind: 'signing-in', step: 'waiting-for-browser', deadline: now + 120_000, vault: states.vault },
    });
    expect((await screen.findByText('Sign in in the browser', { selector: 'li' })).getAttribute('aria-current')).toBe(
      'step',
    );
    expect(screen.getByRole('timer').textContent).toMatch(/^[12]:\d\d left$/);
    await user.click(screen.getByRole('button', { name: 'Open the page again' }));
    expect(named(fake.calls, 'session.openPageAgain')).toHaveLength(1);
    fake.setSession({ kind: 'signing-in', step: 'loading-tenants', vault: states.vault });
    await waitFor(() =>
      expect(screen.getByText('Look up your tenants', { selector: 'li' }).getAttribute('aria-current')).toBe('step'),
    );
    expect(screen.queryByRole('timer')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Cancel sign-in' }));
    await screen.findByText('The sign-in was cancelled');
    expect(screen.getByRole('button', { name: 'Sign in with the browser' })).toBeTruthy();
  });

  it('hands a pasted token over once and forgets it', async () => {
    const { user, fake } = renderConsole({ session: states.signedOut });
    const given = vi.fn(async () => failed('invalid', { reason: 'token-malformed' }));
    fake.api.session.signInWithToken = given;
    await user.click(await screen.findByRole('button', { name: 'Paste a token instead' }));
    const field = await screen.findByLabelText('Access token (JWT)');
    expect(field.getAttribute('type')).toBe('password');
    await user.type(field, 'Bearer aaa.bbb');
    await user.click(screen.getByRole('button', { name: 'Sign in with this token' }));
    await screen.findByText('This is not a token');
    expect(given.mock.calls).toEqual([[{ token: 'aaa.bbb' }]]);
    expect(field).toHaveProperty('value', '');
  });

  it('words a failure by its reason with the host, and copies its detail', async () => {
    const { failure } = failed(
      'offline',
      { reason: 'host-not-found', host: 'auth.acme.dialai.ca' },
      'auth.acme.dialai.ca was not found',
    );
    const { user, fake } = renderConsole({ session: { ...states.signedOut, kind: 'signed-out', failure } });
    const panel = await screen.findByRole('alert');
    expect(within(panel).getByRole('heading').textContent).toBe('Auth.acme.dialai.ca was not found');
    await user.click(within(panel).getByRole('button', { name: 'Copy detail' }));
    expect(named(fake.calls, 'app.copyText')[0]?.input).toEqual({
      text: 'code: offline\nmessage: auth.acme.dialai.ca was not found\nreason: host-not-found\nhost: auth.acme.dialai.ca',
    });
  });

  it('words a reason it does not know by its code', async () => {
    const { failure } = failed('unavailable', { reason: 'never-heard-of' });
    renderConsole({ session: { ...states.signedOut, kind: 'signed-out', failure } });
    await screen.findByText('The instance does not offer this');
  });

  it('changes to French before anyone is signed in', async () => {
    const { user } = renderConsole({ session: states.signedOut });
    await user.click(await screen.findByRole('button', { name: 'Français' }));
    await screen.findByText('Se connecter à Dialai');
    expect(document.documentElement.lang).toBe('fr');
  });

  it('asks where a sign-in may be kept once there is one and the computer has no keyring', async () => {
    const { user, fake } = renderConsole({
      session: { ...states.signedIn, vault: { backend: 'basic_text', mode: 'undecided' } },
    });
    const dialog = await screen.findByRole('dialog', { name: 'Where may your sign-in be kept?' });
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBe(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Keep it in memory only' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(named(fake.calls, 'session.chooseVault')[0]?.input).toEqual({ mode: 'memory-only' });
  });

  it('does not ask for the demo instance, whose sign-in is worth nothing', async () => {
    renderConsole({
      session: { ...states.signedIn, embedded: true, vault: { backend: 'basic_text', mode: 'undecided' } },
    });
    await screen.findByRole('heading', { name: 'Preferences', level: 1 });
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('minutesAndSeconds', () => {
  it.each([
    [272_000, '4:32'],
    [59_001, '1:00'],
    [0, '0:00'],
    [-5000, '0:00'],
  ])('%i ms is %s', (milliseconds, words) => expect(minutesAndSeconds(milliseconds)).toBe(words));
});
