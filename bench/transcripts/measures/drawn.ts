import type { Page } from '@playwright/test';

/**
 * Does something that puts other entries into a list; milliseconds until the first of them is in the page's document, before
 * any frame: frames come when the display has one, up to 16 ms later, whatever the console does.
 * @param list a selector of what the entries are in; @param entry of one of them; @param act a script
 */
export async function untilFilled(window: Page, list: string, entry: string, act: string): Promise<number> {
  return Number(
    await window.evaluate(`new Promise((done, fail) => {
      const list = document.querySelector(${JSON.stringify(list)});
      for (const old of list.querySelectorAll(${JSON.stringify(entry)})) old.dataset.old = '';
      const timer = setTimeout(() => fail(new Error('nothing was drawn')), 30_000);
      const watch = new MutationObserver(() => {
        if (list.querySelector(${JSON.stringify(`${entry}:not([data-old])`)}) === null) return;
        watch.disconnect();
        clearTimeout(timer);
        done(performance.now() - before);
      });
      watch.observe(list, { childList: true, subtree: true });
      const before = performance.now();
      ${act};
    })`),
  );
}
