import { expect, type Page } from '@playwright/test';

/** Elements whose words must never be cut: what is pressed, what names a field, what heads a view. */
const NAMING = 'button, label, legend, h1, h2, h3, dt, th, nav a, [role="menuitem"], [role="option"]';

/**
 * On the screen as it is, no name is cut off or wider than its box, and no text is the key of a missing one.
 */
export async function expectWordsToFit(page: Page): Promise<void> {
  const found = await page.locator('html').evaluate((root, selector) => {
    type Element = typeof root;
    const all = (query: string): readonly Element[] => [...root.querySelectorAll(query)];
    const visible = (element: Element) => element.checkVisibility() && element.clientWidth > 2;
    const data = (element: Element) =>
      element.closest('[data-row], [data-operation], [data-index], [data-metric]') !== null;
    const cut = all(selector)
      .filter((element) => visible(element) && !data(element) && element.closest('.sr-only') === null)
      .filter((element) =>
        [element, ...element.querySelectorAll('*')].some((each) => {
          const { overflowX, display } = root.ownerDocument.defaultView.getComputedStyle(each);
          if (display === 'inline' || each.closest('.sr-only') !== null || each.closest('svg') !== null) return false;
          return each.scrollWidth > each.clientWidth + 1 && (each === element || overflowX !== 'visible');
        }),
      )
      .map((element) => `cut: ${element.textContent}`);
    const keys = all('body *')
      .filter((element) => element.childElementCount === 0 && !data(element))
      .map((element) => element.textContent ?? '')
      .filter((text) => text.includes('{{') || /^(?:[a-z][a-zA-Z]*:)?[a-z][a-zA-Z]*(?:\.[a-z][a-zA-Z-]*)+$/u.test(text))
      .filter((text) => !/^(?:conversations|caller|tenants|transcripts|flows|internalContacts)\.\w+$/u.test(text))
      .map((text) => `key: ${text}`);
    return [...cut, ...keys];
  }, NAMING);
  expect(found).toEqual([]);
}
