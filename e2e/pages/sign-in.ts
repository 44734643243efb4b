import { expect, type Locator, type Page } from '@playwright/test';

/** Playwright starts Electron on Linux without a keyring (`--password-store=basic`); macOS gets a mock, Windows has DPAPI. */
export const VAULT_ASKS = process.platform === 'linux';

/** The signed-out screen. */
export class SignIn {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { name: 'Sign in to Dialai', level: 1 });
  }

  /** Types an instance's name or address, whatever it is. */
  async typeInstance(instance: string): Promise<void> {
    await expect(this.heading).toBeVisible();
    // At first the demo instance is chosen.
    const other = this.page.getByRole('button', { name: 'Use another instance' });
    await expect(other.or(this.page.getByRole('textbox', { name: 'Instance name or address' }))).toBeVisible();
    if (await other.isVisible()) await other.click();
    await this.page.getByRole('textbox', { name: 'Instance name or address' }).fill(instance);
  }

  /** Types an instance's address and waits until its hosts are shown. */
  async chooseInstance(instance: string): Promise<void> {
    await this.typeInstance(instance);
    await expect(this.page.getByText(`${instance}/realms/dial-ai`)).toBeVisible();
  }

  /** A sign-in that ended: what happened, and what to do next. */
  async expectFailure(what: string | RegExp, next: RegExp): Promise<void> {
    const panel = this.page.getByRole('alert');
    await expect(panel.getByRole('heading')).toHaveText(what);
    await expect(panel.getByText(next).last()).toBeVisible();
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: 'Sign in with the browser' }).click();
  }

  /** On a computer without a keyring the console asks where the sign-in may be kept; elsewhere it does not. */
  async keepInMemory(): Promise<void> {
    if (!VAULT_ASKS) return;
    await this.page.getByRole('button', { name: 'Keep it in memory only' }).click();
    // Keys are its own while it is there.
    await expect(this.vaultQuestion).toBeHidden();
  }

  /** Signs in to the demo instance, whether it is chosen already or another one was. */
  /** What the console asks after a first sign-in on a computer without a keyring. */
  get vaultQuestion(): Locator {
    return this.page.getByRole('dialog', { name: 'Where may your sign-in be kept?' });
  }

  /** Agrees that the sign-in is kept without real protection, so that it outlives the console. */
  async keepOnDisk(): Promise<void> {
    await this.vaultQuestion.getByRole('button', { name: 'Keep it on this computer without real protection' }).click();
    await expect(this.vaultQuestion).toBeHidden();
  }

  async useDemo(): Promise<void> {
    const demo = this.page.getByRole('button', { name: 'Use the demo instance' });
    const chosen = this.page.getByRole('button', { name: 'Use another instance' });
    await expect(demo.or(chosen)).toBeVisible();
    if (await demo.isVisible()) await demo.click();
    else await this.start();
  }
}
