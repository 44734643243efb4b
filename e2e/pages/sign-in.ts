import { expect, type Locator, type Page } from '@playwright/test';

/** The signed-out screen. */
export class SignIn {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { name: 'Sign in to Dialai', level: 1 });
  }

  /** Types an instance's name or address and waits until its hosts are shown. */
  async chooseInstance(instance: string): Promise<void> {
    await expect(this.heading).toBeVisible();
    await this.page.getByRole('textbox', { name: 'Instance name or address' }).fill(instance);
    await expect(this.page.getByText(`${instance}/realms/dial-ai`)).toBeVisible();
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign in with the browser' }).click();
  }

  /** On a computer without a keyring the console asks where the sign-in may be kept; elsewhere it does not. */
  async keepInMemory(): Promise<void> {
    const keep = this.page.getByRole('button', { name: 'Keep it in memory only' });
    await expect(keep.or(this.page.getByRole('grid'))).not.toHaveCount(0);
    if (await keep.isVisible()) await keep.click();
  }

  async useDemo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Use the demo instance' }).click();
  }
}
