import { expect, type Locator, type Page } from '@playwright/test';

/** Live View as a person sees it: by roles and names only. */
export class LiveView {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { name: 'Live View', level: 1 });
  }

  get rows(): Locator {
    return this.page
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: this.page.getByRole('gridcell') });
  }

  get detail(): Locator {
    // The panel is named by its contact, which differs; there is one at a time.
    return this.page
      .getByRole('complementary')
      .filter({ has: this.page.getByRole('button', { name: 'Close the conversation' }) });
  }

  get messages(): Locator {
    return this.detail.getByRole('article');
  }

  get replyField(): Locator {
    return this.detail.getByRole('textbox', { name: 'Reply to the customer' });
  }

  /** The connection chip in the top bar, e.g. `Live · 0 s`. */
  connection(word: string): Locator {
    return this.page.getByRole('banner').getByText(word, { exact: true });
  }

  async expectLive(): Promise<void> {
    await expect(this.heading).toBeVisible();
    await expect(this.rows.first()).toBeVisible();
  }

  /** Opens the first row that an AI agent runs on the platform; returns its accessible name. */
  async openAiConversation(platform: string): Promise<string> {
    // By the row's name, which says all of it whatever columns there is room for.
    const row = this.page.getByRole('row', { name: new RegExp(`${platform}, AI agent, In progress`) }).first();
    await expect(row).toBeVisible();
    const name = (await row.getAttribute('aria-label')) ?? '';
    await row.click();
    await expect(this.detail).toBeVisible();
    return name;
  }

  /** What became of the last command, when it did not simply work. */
  get notice(): Locator {
    return this.detail.getByRole('alert');
  }

  message(text: string): Locator {
    return this.detail.getByRole('article').getByText(text, { exact: true });
  }

  async reply(text: string): Promise<void> {
    await this.replyField.fill(text);
    await this.replyField.press('Enter');
  }

  action(name: string): Locator {
    return this.detail.getByRole('button', { name, exact: true });
  }

  /** Sends what stands in the reply field by Enter, once that is possible: the answer to a take-over may still be on its way. */
  async sendReply(): Promise<void> {
    await expect(this.action('Send')).toBeEnabled();
    await this.replyField.press('Enter');
  }

  /** Id of the open conversation. */
  async openId(): Promise<string> {
    const id = await this.rows.and(this.page.locator('[aria-selected="true"]')).getAttribute('data-row');
    if (id === null) throw new Error('no conversation is open');
    return id;
  }

  async firstId(): Promise<string> {
    return (await this.rows.first().getAttribute('data-row')) ?? '';
  }

  async close(): Promise<void> {
    await this.action('Close the conversation').click();
    await expect(this.detail).toHaveCount(0);
  }

  /** Resolves as soon as the connection chip says anything but live, however short: asked at every frame. */
  async notLive(): Promise<void> {
    const root = await this.page.locator('html').elementHandle();
    const notLive = '[data-hub]:not([data-hub="live"])';
    await this.page.waitForFunction(([html, chip]) => html?.querySelector(chip) != null, [root, notLive] as const, {
      timeout: 30_000,
    });
  }

  /** The connection chip while it is in this state, e.g. `live` or `reconnecting`. */
  hub(state: string): Locator {
    return this.page.getByRole('banner').locator(`[data-hub="${state}"]`);
  }
}
