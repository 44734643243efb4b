import { completeSignIn } from '../../tools/headless-sign-in/complete-sign-in.ts';
import { NOBODY, plainWebServer, untrustedWebServer } from '../fixtures/other-hosts.ts';
import { openAt, signInAs } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';
import { SignIn } from '../pages/sign-in.ts';

test('an address that leads nowhere, elsewhere or cannot be trusted is told apart, and can be corrected', async ({
  simulator,
  open,
}) => {
  const web = await plainWebServer();
  const untrusted = await untrustedWebServer();
  const console = await open();
  const signIn = new SignIn(console.window);
  const cases = [
    { address: 'https://console.invalid', what: 'Auth.console.invalid was not found', next: /Check the instance name/ },
    { address: NOBODY, what: /^No connection to 127/, next: /Check the network/ },
    { address: web.url, what: /is not a Dialai sign-in service/, next: /Check the instance name/ },
    { address: untrusted.url, what: /^No secure connection to/, next: /certificate/ },
  ];
  for (const { address, what, next } of cases) {
    await signIn.typeInstance(address);
    await signIn.start();
    await signIn.expectFailure(what, next);
  }
  expect(await console.opened()).toEqual([]);
  await Promise.all([web.close(), untrusted.close()]);

  await signIn.chooseInstance(simulator.url);
  await signIn.start();
  await completeSignIn(await console.nextOpened(), { account: 'Avery Tremblay' });
  await signIn.keepInMemory();
  await expect(console.window.getByRole('grid')).toBeVisible();
});

test('what is not an address is said at the field, and nothing is asked of the network', async ({ open }) => {
  const console = await open();
  const signIn = new SignIn(console.window);
  await signIn.typeInstance('no such name!');
  await expect(console.window.getByText(/neither an instance name nor an address/)).toBeVisible();
  await signIn.typeInstance('http://acme.dialai.ca');
  await expect(console.window.getByText(/begins with https/).first()).toBeVisible();
  await signIn.start();
  await expect(signIn.heading).toBeVisible();
  expect(await console.opened()).toEqual([]);
});

test('a sign-in that is refused, cancelled or unprotected ends in words, and the next one works', async ({
  simulator,
  open,
}) => {
  const console = await openAt(simulator, open);
  const signIn = new SignIn(console.window);

  await simulator.faults({ kind: 'no-pkce' });
  await signIn.start();
  await signIn.expectFailure(/lacks a protection/, /switch on PKCE/);
  await simulator.clearFaults();

  await signIn.start();
  await completeSignIn(await console.nextOpened(), { deny: true });
  await signIn.expectFailure('The sign-in was refused in the browser', /accept/);

  // The tab is closed: nothing arrives. The console says how long it waits, and waits no longer than it is asked to.
  await signIn.start();
  const page = await console.nextOpened();
  await console.window.getByRole('button', { name: 'Open the page again' }).click();
  expect(await console.nextOpened()).toBe(page);
  await expect(console.window.getByRole('timer')).toHaveText(/^[45]:\d\d left$/);
  await console.window.getByRole('button', { name: 'Cancel sign-in' }).click();
  await signIn.expectFailure('The sign-in was cancelled', /Start again/);

  await signInAs(console, 'Avery Tremblay');
  await signIn.keepInMemory();
  await expect(console.window.getByRole('grid')).toBeVisible();
});

test('an account without a tenant is told so, and can leave', async ({ simulator, open }) => {
  const console = await openAt(simulator, open);
  await signInAs(console, 'Sam Diaz');
  await new SignIn(console.window).keepInMemory();
  await expect(console.window.getByRole('heading', { name: 'No tenant for this account' })).toBeVisible();
  await expect(console.window.getByText(/Ask its administrator to make you a member/)).toBeVisible();
  await console.window.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
  await console.window.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(new SignIn(console.window).heading).toBeVisible();
});

test('a refused token exchange names what still works', async ({ simulator, open }) => {
  const console = await openAt(simulator, open);
  await signInAs(console, 'Alex Kim');
  await new SignIn(console.window).keepInMemory();
  const { window } = console;
  await expect(window.getByRole('alert').getByRole('heading', { name: 'No access to this tenant' })).toBeVisible();
  await expect(window.getByText(/Ask the administrator of the tenant/).first()).toBeVisible();
  await expect(window.getByText(/Still working/).first()).toBeVisible();
});

test('an instance whose clock is wrong is not mistaken for one without tenants', async ({ simulator, open }) => {
  await simulator.faults({ kind: 'clock-skew', skewMs: 900_000 });
  const console = await openAt(simulator, open);
  await signInAs(console, 'Avery Tremblay');
  const { window } = console;
  await new SignIn(window).keepInMemory();
  await expect(window.getByRole('heading', { name: 'Your tenants could not be looked up' })).toBeVisible();
  await expect(window.getByRole('alert').getByRole('heading', { name: 'The clocks do not agree' })).toBeVisible();
});
