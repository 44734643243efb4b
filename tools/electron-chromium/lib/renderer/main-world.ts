/**
 * Runs in the page's own world before its scripts: receives exposed APIs, and takes over what the DevTools protocol cannot
 * veto (popups, window.close). Turned to text: it uses nothing from outside its body.
 */
import type { makeBridge } from './bridge.ts';
import type { LinkNames, PageAnchor, PageEvent, PageWindow } from './page-types.ts';

/**
 * Prepares the page's world.
 * @param page its window
 * @param names the link's names
 * @param connect the bridge's code
 */
export function mainWorld(page: PageWindow, names: LinkNames, connect: typeof makeBridge): void {
  type Hooks = { open(url: string, target: string, features: string): void; close(): void };

  const { MouseEvent, HTMLAnchorElement, document } = page;
  const element = document.createElement('div');
  const bridge = connect(page, element, 'page', 'preload');
  let hooks: Hooks | undefined;

  const freeze = (value: unknown): unknown => {
    if (typeof value === 'object' && value !== null && !ArrayBuffer.isView(value) && !Object.isFrozen(value)) {
      Object.freeze(value);
      for (const field of Object.values(value)) freeze(field);
    }
    return value;
  };
  bridge.onExpose = (key, api) => {
    if (key === names.key) {
      // Sent by the preload world below this stand-in, never by the application.
      hooks = api as Hooks;
      return;
    }
    if (Object.getOwnPropertyDescriptor(page, key))
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    Object.defineProperty(page, key, { value: freeze(api), enumerable: true, configurable: false, writable: false });
  };

  // Either world's script may come first: this one announces itself now, and again when asked.
  const announce = () => page.dispatchEvent(new MouseEvent(`${names.key}-element`, { relatedTarget: element }));
  page.addEventListener(`${names.key}-ask`, (event) => {
    event.stopImmediatePropagation();
    announce();
  });
  announce();

  page.open = (url = '', target = '_blank', features = '') => {
    const address = url === '' ? 'about:blank' : new URL(String(url), document.baseURI).href;
    hooks?.open(address, String(target), String(features));
    return null;
  };
  page.close = () => hooks?.close();

  const isAnchor = (value: unknown): value is PageAnchor => value instanceof HTMLAnchorElement && value.href !== '';
  const onClick = (event: PageEvent) => {
    if (event.defaultPrevented || event.button === 2) return;
    const anchor = event.composedPath().find(isAnchor);
    const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1;
    if (!anchor || !(anchor.target === '_blank' || isModified)) return;
    event.preventDefault();
    hooks?.open(anchor.href, anchor.target || '_blank', '');
  };
  page.addEventListener('click', onClick);
  page.addEventListener('auxclick', onClick);
}
