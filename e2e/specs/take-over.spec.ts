import { signInInBrowser } from '../fixtures/system-browser.ts';
import { expect, STILL, test } from '../fixtures/test.ts';
import { LiveView } from '../pages/live-view.ts';
import { SignIn } from '../pages/sign-in.ts';

for (const dialect of ['primary', 'harbour']) {
  test.describe(`against the ${dialect} dialect`, () => {
    test.use({ simulatorFlags: ['--conversations', '40', ...STILL, '--dialect', dialect] });

    test('sign in through the system browser, watch, take over, reply, complete, hand back', async ({
      simulator,
      systemBrowser,
      open,
    }) => {
      const console = await open();
      const signIn = new SignIn(console.window);
      await signIn.chooseInstance(simulator.url);
      await signIn.start();
      await signInInBrowser(systemBrowser, await console.nextOpened(), 'Avery Tremblay');
      await signIn.keepInMemory();

      const live = new LiveView(console.window);
      await live.expectLive();
      await live.openAiConversation('Web');
      await expect(live.messages.first()).toBeVisible();
      const last = await live.messages.last().textContent();
      // The world goes on, and the stream tells of it while nothing is touched.
      await expect(async () => {
        await simulator.admin('clock/advance', { ms: 2000 });
        expect(await live.messages.last().textContent()).not.toBe(last);
      }).toPass({ intervals: [100] });
      await live.close();

      await live.openAiConversation('');
      await live.action('Take over').click();
      await expect(live.replyField).toBeVisible();
      await live.replyField.fill('Hello, this is Avery. I am taking over from here.');
      await live.sendReply();
      await expect(live.detail.getByText('Hello, this is Avery. I am taking over from here.')).toHaveCount(1);
      await expect(live.replyField).toHaveValue('');

      await live.action('Complete…').click();
      await console.window
        .getByRole('alertdialog')
        .getByRole('button', { name: /^Complete/ })
        .click();
      // Held for some seconds, so that it can be undone; this operator is sure.
      await console.window.getByRole('button', { name: /^Send now/ }).click();
      await expect(live.detail.getByText(/Completed/).first()).toBeVisible();

      // Another one: after a hand-back the AI agent may end the conversation at any moment, so it comes last.
      await live.close();
      await live.openAiConversation('');
      await live.action('Take over').click();
      await expect(live.replyField).toBeVisible();
      await live.action('Hand back…').click();
      await console.window.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click();
      await expect(live.replyField).toBeHidden();
      await expect(
        live.detail.getByText(/AI agent runs this conversation|AI agent is writing|has ended/).first(),
      ).toBeVisible();
    });
  });
}
