import { openLive } from '../fixtures/signed-in.ts';
import { expect, test } from '../fixtures/test.ts';
import { Frame } from '../pages/frame.ts';

test.use({ simulatorFlags: ['--conversations', '40', '--clock', 'driven', '--heartbeat', '0.5'] });

test('by a fleet’s policy names and numbers are hidden until they are held, and nobody can choose otherwise', async ({
  simulator,
  open,
}) => {
  const { console, live } = await openLive(simulator, open, { policy: { mask: 'all' } });
  const { window } = console;
  const contacts = () =>
    live.rows.locator('td[data-column="contact"]').evaluateAll((cells) => cells.map((cell) => cell.textContent ?? ''));
  const hidden = await contacts();
  expect(hidden.length).toBeGreaterThan(5);
  // Of a number the last four digits, of an address its host, of a name first letters.
  for (const contact of hidden) expect(contact).toMatch(/•••/);
  for (const contact of hidden) expect(contact.replaceAll(/\S*@\S+/gu, '')).not.toMatch(/\d{5}|\p{L}{3}/u);

  await test.step('shown for as long as the key or the eye is held', async () => {
    await window.keyboard.down('v');
    await expect.poll(async () => (await contacts()).filter((contact) => contact.includes('•••'))).toEqual([]);
    await window.keyboard.up('v');
    await expect.poll(async () => (await contacts()).every((contact) => contact.includes('•••'))).toBe(true);
    const eye = window.getByRole('banner').getByRole('button', { name: 'Show names and numbers while held' });
    await eye.hover();
    await window.mouse.down();
    await expect(eye).toHaveAttribute('aria-pressed', 'true');
    await window.mouse.move(600, 500);
    await window.mouse.up();
    await expect(eye).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('what was said hides numbers and addresses too', async () => {
    await live.openAiConversation('');
    await expect(live.messages.first()).toBeVisible();
    const said = (await live.messages.allTextContents()).join(' ');
    expect(said).not.toMatch(/\d{3}[ .-]\d{3}[ .-]\d{4}/);
    await live.close();
  });

  await test.step('the choice is locked, also for a page that asks main directly', async () => {
    await new Frame(window).openView('Preferences');
    const choice = window.getByRole('combobox', { name: 'Hide of customers' });
    await expect(choice).toBeDisabled();
    await expect(choice).toHaveValue('all');
    await expect(window.getByText('Managed by your organization')).toBeVisible();
    expect(await window.evaluate(() => dialai.preferences.change({ mask: 'none' }))).toMatchObject({
      ok: false,
      failure: { code: 'forbidden', detail: { reason: 'managed' } },
    });
  });
});
