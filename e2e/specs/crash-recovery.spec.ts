import { once } from 'node:events';
import type { Page } from '@playwright/test';
import type { Console } from '../fixtures/console.ts';
import { observe } from '../fixtures/observer.ts';
import { openAt, openLive, signInAs } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';
import { LiveView } from '../pages/live-view.ts';

// Nothing happens by itself: what was ended was ended by the operator, or by a hold that should not have been sent.
test.use({ simulatorFlags: ['--conversations', '40', '--clock', 'driven', '--heartbeat', '0.5'] });

const DRAFT = 'I have found your bill: it was charged';

test('typed text and held commands survive a second window, SIGKILL, sign-out and an ended session; nothing is sent by itself', async ({
  simulator,
  open,
  userData,
}) => {
  // Three sign-ins and two starts.
  test.setTimeout(120_000);
  const observer = await observe(simulator);
  const { console, live } = await openLive(simulator, open, { userData });
  const held = (page: Page) => page.getByRole('region', { name: 'Held commands' });
  const takeAnother = async (view: LiveView) => {
    await view.openAiConversation('');
    const id = await view.openId();
    await view.action('Take over').click();
    await expect(view.replyField).toBeVisible();
    return id;
  };
  const complete = async (view: LiveView) => {
    await view.action('Complete…').click();
    await view.page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^Complete/ })
      .click();
    await expect(held(view.page).getByText(/sent in \d s/)).toBeVisible();
  };
  const statusOf = async (id: string) =>
    (await observer.live()).find(({ transcriptId }) => transcriptId === id)?.status ?? 'gone';

  const drafted = await takeAnother(live);
  await live.replyField.fill(DRAFT);
  await live.close();
  const doomed = await takeAnother(live);

  await test.step('the countdown is in every window, and undone in one it is undone in all', async () => {
    await live.detail.getByRole('button', { name: 'Open in its own window' }).click();
    await expect.poll(() => console.app.windows().length).toBe(2);
    const torn = other(console);
    await expect(torn.getByTestId('torn-off')).toBeVisible();
    await complete(live);
    await expect(held(torn).getByText(/sent in \d s/)).toBeVisible();
    await held(torn).getByRole('button', { name: 'Undo' }).click();
    for (const page of [console.window, torn]) await expect(held(page)).toHaveCount(0);
    expect(await statusOf(doomed)).toBe('human-handoff');

    // The window that typed is closed; what was typed there is here.
    const field = torn.getByRole('textbox', { name: 'Reply to the customer' });
    await field.fill('Typed in its own window');
    await expect(live.replyField).toHaveValue('Typed in its own window');
    await torn.close();
    await expect(live.replyField).toHaveValue('Typed in its own window');
  });

  await test.step('killed in the middle of the countdown', async () => {
    await complete(live);
    const child = console.app.process();
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    expect(await statusOf(doomed)).toBe('human-handoff');
  });

  const second = await openAt(simulator, open, { userData });
  await signInAs(second, 'Avery Tremblay');
  const again = new LiveView(second.window);
  await again.expectLive();

  await test.step('the hold is there, was not sent, and is sent only when the operator says so', async () => {
    await expect(held(second.window).getByText('not sent: the console ended first')).toBeVisible();
    expect(await statusOf(doomed)).toBe('human-handoff');
    await held(second.window).getByRole('button', { name: 'Hold again' }).click();
    await expect(held(second.window).getByText(/sent in \d s/)).toBeVisible();
    await held(second.window).getByRole('button', { name: 'Send now' }).click();
    await expect.poll(() => statusOf(doomed)).not.toBe('human-handoff');
  });

  const expectDraft = async () => {
    await second.window.evaluate(`void (location.hash = '#/live/${observer.tenant}/${drafted}')`);
    await expect(again.replyField).toHaveValue(DRAFT);
  };
  await test.step('the draft is there after the crash', expectDraft);

  await test.step('and after signing out and in', async () => {
    await new Frame(second.window).signOut();
    await signInAs(second, 'Avery Tremblay');
    await again.expectLive();
    await expectDraft();
  });

  await test.step('and after the instance has ended the session', async () => {
    // Its sessions are gone with it: the next token that is asked for is refused.
    await simulator.kill();
    await simulator.restart();
    await expect(second.window.getByRole('heading', { name: 'Sign in to Dialai' })).toBeVisible({ timeout: 30_000 });
    await signInAs(second, 'Avery Tremblay');
    await again.expectLive();
    // The world is another one now; the draft is kept for its conversation all the same.
    const kept = await second.window.evaluate(([tenant, id]) => dialai.drafts.get({ tenant, id }), [
      observer.tenant,
      drafted,
    ] as const);
    expect(kept).toEqual({ ok: true, value: DRAFT });
  });
});

/** The window that was opened beside the main one. */
function other(console: Console): Page {
  const page = console.app.windows().find((one) => one !== console.window);
  if (page === undefined) throw new Error('there is no second window');
  return page;
}
