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
    // At first the demo instance is chosen.
    const other = this.page.getByRole('button', { name: 'Use another instance' });
    await expect(other.or(this.page.getByRole('textbox', { name: 'Instance name or address' }))).toBeVisible();
    if (await other.isVisible()) await other.click();
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

  /** Signs in to the demo instance, whether it is chosen already or another one was. */
  async useDemo(): Promise<void> {
    const demo = this.page.getByRole('button', { name: 'Use the demo instance' });
    const chosen = this.page.getByRole('button', { name: 'Use another instance' });
    await expect(demo.or(chosen)).toBeVisible();
    if (await demo.isVisible()) await demo.click();
    else await this.start();
  }
}
