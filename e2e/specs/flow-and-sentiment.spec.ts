import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';
import { LiveView } from '../pages/live-view.ts';

test('an open conversation shows its flow, its path and its sentiment, by pointer, by keyboard and as words', async ({
  simulator,
  open,
}) => {
  const { console, live } = await openLive(simulator, open);
  const { window } = console;
  const blocked: string[] = [];
  window.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) blocked.push(message.text());
  });
  await live.openAiConversation('Web');
  const graph = live.detail.getByRole('img', { name: /^Flow .*: \d+ of \d+ states visited, now at .+/ });
  const transform = () => graph.locator('.react-flow__viewport').getAttribute('style');
  /** Where the graph stands once it has come to rest. */
  const rest = async () => {
    let before: string | null = null;
    await expect
      .poll(async () => {
        const same = (await transform()) === before;
        before = await transform();
        return same;
      })
      .toBe(true);
    return before;
  };

  await test.step('the graph marks where the conversation is, as the path does in words', async () => {
    await expect(graph).toBeVisible();
    const current = graph.locator('[data-place="current"]');
    await expect(current).toHaveCount(1);
    const name = ((await current.textContent()) ?? '').replace('●', '').replace(/×\d+$/, '');
    await live.detail.getByRole('button', { name: 'Path', exact: true }).click();
    await expect(live.detail.locator('[aria-current="step"]')).toHaveText(name);
    await live.detail.getByRole('button', { name: 'Flow graph' }).click();
    await expect(graph).toBeVisible();
  });

  await test.step('it zooms and moves by buttons and keys, and follows again', async () => {
    const following = live.detail.getByRole('button', { name: 'Follow the current state' });
    await expect(following).toHaveAttribute('aria-pressed', 'true');
    const first = await rest();
    await live.detail.getByRole('button', { name: 'Zoom in' }).click();
    await expect(following).toHaveAttribute('aria-pressed', 'false');
    await expect.poll(transform).not.toBe(first);
    await graph.focus();
    const zoomed = await transform();
    await window.keyboard.press('ArrowRight');
    await expect.poll(transform).not.toBe(zoomed);
    await window.keyboard.press('0');
    await expect(following).toHaveAttribute('aria-pressed', 'true');
    expect(await rest()).toBe(first);
  });

  await test.step('wide, flow and sentiment stand beside the transcript', async () => {
    await live.detail.getByRole('button', { name: 'Wide: the flow beside the transcript' }).click();
    await expect(live.detail.getByRole('figure')).toBeVisible();
    const [transcript, flow] = await Promise.all([
      live.detail.getByRole('region', { name: 'Transcript' }).boundingBox(),
      graph.boundingBox(),
    ]);
    expect(flow?.x).toBeGreaterThanOrEqual((transcript?.x ?? 0) + (transcript?.width ?? 0));
    await live.detail.getByRole('button', { name: 'Narrow: the flow above the transcript' }).click();
  });

  await test.step('the sentiment is a table too, whose rows lead to their messages', async () => {
    const conversations = live.rows.filter({ hasText: /AI agent/ });
    // Some have not said enough yet: the first that has is taken.
    for (const row of await conversations.all()) {
      await row.click();
      await live.detail.getByRole('button', { name: 'Sentiment', exact: true }).click();
      const figure = live.detail.getByRole('figure');
      await expect(figure.or(live.detail.getByText('Too little was said', { exact: false }))).toBeVisible();
      if (await figure.isVisible()) break;
    }
    await live.detail.getByRole('button', { name: 'Show as a table' }).click();
    const first = live.detail.getByRole('table').getByRole('button').last();
    const text = (await first.textContent()) ?? '';
    await first.click();
    await expect(live.detail.locator('[data-asked] article')).toContainText(text);
  });
  expect(blocked).toEqual([]);

  await test.step('the choice is remembered for the next conversation', async () => {
    await live.close();
    const again = new LiveView(window);
    await again.openAiConversation('');
    await expect(again.detail.getByRole('button', { name: 'Sentiment', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });
});
