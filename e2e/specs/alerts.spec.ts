import { observe } from '../fixtures/observer.ts';
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
  const badge = () => app.evaluate(({ app: electron }) => electron.getBadgeCount());
  await expect.poll(badge).toBeGreaterThan(0);

  await inbox.getByRole('button', { name: 'Why did I get this?' }).first().click();
  await expect(inbox.getByText(/The risk was/).first()).toBeVisible();
  await window.getByRole('button', { name: 'Acknowledge all' }).click();
  await expect(window.getByText('0 to look at')).toBeVisible();
  await expect.poll(badge).toBe(0);
  await inbox.getByRole('button', { name: 'Open', exact: true }).first().click();
  await expect(live.detail).toBeVisible();
});

test.describe('while nothing happens by itself', () => {
  test.use({ simulatorFlags: ['--conversations', '40', '--clock', 'driven', '--heartbeat', '0.5'] });

  test('a notification takes over, or says who was quicker; it snoozes; the tray lists the worst five', async ({
    simulator,
    open,
  }) => {
    const { console, live } = await openLive(simulator, open);
    const { window, app } = console;
    const { tenant } = await observe(simulator);
    await app.evaluate(({ Menu, Notification }) => {
      const shown: Electron.Notification[] = [];
      const menus: string[][] = [];
      Object.assign(globalThis, { shown, menus });
      const show = Notification.prototype.show;
      Notification.prototype.show = function note(this: Electron.Notification) {
        shown.push(this);
        show.call(this);
      };
      const build = Menu.buildFromTemplate;
      Menu.buildFromTemplate = (template) => {
        menus.push(template.map(({ label = '' }) => label));
        return build.call(Menu, template);
      };
    });
    const shown = () =>
      app.evaluate(() =>
        (Reflect.get(globalThis, 'shown') as Electron.Notification[]).map(({ title, body }) => ({ title, body })),
      );
    const press = (button: number) =>
      app.evaluate(
        (_electron, index) =>
          void (Reflect.get(globalThis, 'shown') as Electron.Notification[]).at(-1)?.emit('action', {}, index),
        button,
      );
    const save = (name: string, below: number) =>
      window.evaluate(
        ([of, rule, mood]) =>
          dialai.alerts.saveRules({
            tenant: of,
            rules: [
              {
                id: rule,
                name: rule,
                enabled: true,
                severity: 'critical',
                match: 'all',
                conditions: [{ kind: 'sentiment', below: mood }],
                whenHandled: false,
              },
            ],
          }),
        [tenant, name, below] as const,
      );
    /** A mood so bad that recorded traffic knows just one conversation of it. */
    const worstMood = () =>
      window.evaluate(async (of) => {
        for (let below = -0.99; below < 0; below += 0.01) {
          const answer = await dialai.alerts.tryRule({
            tenant: of,
            rule: {
              id: 'trial',
              name: 'trial',
              enabled: true,
              severity: 'info',
              match: 'all',
              conditions: [{ kind: 'sentiment', below }],
              whenHandled: false,
            },
          });
          if (answer.ok && answer.value.count === 1) return below;
        }
        return 1;
      }, tenant);

    let mood = 1;
    await expect.poll(async () => (mood = await worstMood())).toBeLessThan(0);

    await test.step('the tray lists the worst five, then the ways in', async () => {
      await save('Worst mood', mood);
      const menu = () => app.evaluate(() => (Reflect.get(globalThis, 'menus') as string[][]).at(-1) ?? []);
      await expect.poll(async () => (await menu()).filter((label) => label.startsWith('Risk '))).toHaveLength(5);
      expect(await menu()).toEqual(expect.arrayContaining(['1 alert to look at', 'Open the console', 'Quit']));
    });

    await test.step('snoozed, it asks no more and stays in the inbox', async () => {
      await expect.poll(async () => (await shown()).at(-1)?.title).toBe('Worst mood');
      // Names and numbers of customers are not for a lock screen.
      expect((await shown()).at(-1)?.body).not.toMatch(/\d{4}|@/u);
      await press(2);
      await window.getByRole('link', { name: 'Alerts' }).click();
      await expect(window.getByText('0 to look at')).toBeVisible();
      await expect(window.getByRole('list', { name: 'Inbox' }).getByText(/Snoozed/)).toBeVisible();
    });

    await test.step('taken over from outside, but somebody was quicker: the window says who and when', async () => {
      await simulator.faults({ kind: 'conflict', operation: 'csrTakeOver', times: 1 });
      await save('Once more', mood);
      await expect.poll(async () => (await shown()).at(-1)?.title).toBe('Once more');
      await press(1);
      await expect(live.notice.getByText(/Jordan Blake took it .* ago/)).toBeVisible();
      await expect(live.replyField).toHaveCount(0);
    });

    await test.step('taken over from outside: the window has it', async () => {
      await save('And again', mood);
      await expect.poll(async () => (await shown()).at(-1)?.title).toBe('And again');
      await press(1);
      await expect(live.replyField).toBeVisible();
    });
  });
});
