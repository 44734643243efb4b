import { expect, type Page } from '@playwright/test';
import { SignIn } from './sign-in.ts';

/** The frame around the views: top bar, rail, account. */
export class Frame {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async switchTenant(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Tenant:/ }).click();
    await this.page.getByRole('menuitem', { name }).click();
    await expect(this.page.getByRole('banner').getByText(name)).toBeVisible();
  }

  /** Opens a view by its entry in the rail. */
  async openView(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /^Account/ }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await this.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(new SignIn(this.page).heading).toBeVisible();
  }
}
