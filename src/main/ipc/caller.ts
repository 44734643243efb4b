import { AsyncLocalStorage } from 'node:async_hooks';
import type { WebContents } from 'electron';

const callers = new AsyncLocalStorage<WebContents>();

/** Runs a call in the name of the page that made it. */
export function asCalledBy<T>(page: WebContents, call: () => T): T {
  return callers.run(page, call);
}

/** The page whose call is being answered; undefined outside of one. For what is about the window itself. */
export function callingPage(): WebContents | undefined {
  return callers.getStore();
}
