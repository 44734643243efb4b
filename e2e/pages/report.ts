import { expect, type Locator, type Page } from '@playwright/test';
import { Frame } from './frame.ts';

/** The binding report. */
export class Report {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async show(): Promise<void> {
    await new Frame(this.page).openView('Binding report');
    await expect(this.page.getByRole('heading', { name: 'Binding report', level: 1 })).toBeVisible();
  }

  /** The line of an operation, by the name it has on the screen. */
  row(operation: string): Locator {
    return this.page.getByRole('row', { name: new RegExp(`^${operation} `) });
  }

  get problem(): Locator {
    return this.page.getByRole('alert');
  }

  /** Binds the operation to another place of the document. */
  async bindByHand(operation: string, place: string): Promise<void> {
    await this.#menu(operation);
    await this.page.getByRole('menuitem', { name: place }).click();
  }

  async bindAutomatically(operation: string): Promise<void> {
    await this.#menu(operation);
    await this.page.getByRole('menuitem', { name: 'Choose automatically' }).click();
  }

  async #menu(operation: string): Promise<void> {
    await this.page.getByRole('button', { name: `Change the place of ${operation}` }).click();
  }
}
