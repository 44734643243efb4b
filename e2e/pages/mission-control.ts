import { expect, type Locator, type Page } from '@playwright/test';

/** Mission Control as a person sees it. */
export class MissionControl {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async show(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link', { name: 'Mission Control' })
      .click();
    await expect(this.page.getByRole('heading', { name: 'Mission Control', level: 1 })).toBeVisible();
  }

  /** The tile of a metric, by the name it has on the screen. */
  tile(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Tiles' })
      .getByRole('listitem')
      .filter({ has: this.page.getByRole('button', { name: `Open ${name}`, exact: true }) });
  }

  /** The chart of a metric, which its description sums up. */
  chart(name: string): Locator {
    return this.page.getByRole('slider', { name: `Chart of ${name}`, exact: true });
  }

  get pressures(): Locator {
    return this.page.getByRole('list', { name: 'What needs attention' });
  }

  async fromBoardMenu(entry: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Board/ }).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  async fromTileMenu(name: string, entry: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
    await this.page.getByRole('menuitem', { name: entry, exact: true }).click();
  }
}
