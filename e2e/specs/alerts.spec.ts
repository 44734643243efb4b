import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';

test('a rule is tried, switched on, tells by a notification that takes over, and is seen', async ({
  simulator,
  open,
}) => {
  const { console, live } = await openLive(simulator, open);
  const { window, app } = console;
  await app.evaluate(({ Notification }) => {
    const shown: unknown[] = [];
    Object.assign(globalThis, { shownNotifications: shown });
    const show = Notification.prototype.show;
    Notification.prototype.show = function note(this: Electron.Notification) {
      shown.push(this);
      show.call(this);
    };
  });
  await window.getByRole('link', { name: 'Alerts' }).click();
  await window.getByRole('button', { name: 'New rule', exact: true }).click();
  const rule = window.getByRole('region', { name: 'New rule' });
  await rule.getByRole('combobox', { name: 'Limit' }).selectOption('low');
  await expect(rule.getByRole('button', { name: 'Off' })).toHaveAttribute('aria-disabled', 'true');
  await rule.getByRole('button', { name: 'Try on recorded traffic' }).click();
  await expect(rule.getByRole('status')).toContainText(/Would have fired/);
  await rule.getByRole('button', { name: 'Off' }).click();
  await rule.getByRole('button', { name: 'Save the rule' }).click();

  const inbox = window.getByRole('list', { name: 'Inbox' });
  await expect(inbox.getByRole('listitem').filter({ hasText: 'New rule' }).first()).toBeVisible();
  const titles = () =>
    app.evaluate(() =>
      (globalThis as unknown as { shownNotifications: { title: string }[] }).shownNotifications.map(
        ({ title }) => title,
      ),
    );
  // All conversations of one cause are told by one notification.
  await expect.poll(async () => (await titles()).filter((title) => title === 'New rule').length).toBe(1);
  expect(await app.evaluate(({ app: electron }) => electron.getBadgeCount())).toBeGreaterThanOrEqual(0);

  await inbox.getByRole('button', { name: 'Why did I get this?' }).first().click();
  await expect(inbox.getByText(/The risk was/).first()).toBeVisible();
  await window.getByRole('button', { name: 'Acknowledge all' }).click();
  await expect(window.getByText('0 to look at')).toBeVisible();
  await expect.poll(() => app.evaluate(({ app: electron }) => electron.getBadgeCount())).toBe(0);
  await inbox.getByRole('button', { name: 'Open', exact: true }).first().click();
  await expect(live.detail).toBeVisible();
});
