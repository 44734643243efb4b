/** `protocol`: the application's handlers of its own schemes. */
import { schemes } from './schemes.ts';
import { strict } from './strict.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();

/**
 * Finds the handler of an address.
 * @param url such as `app://host/path`
 */
export function handlerOf(url: string): SchemeHandler | undefined {
  return handlers.get(url.slice(0, url.indexOf(':')).toLowerCase());
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(list: readonly { scheme: string }[]): void {
    for (const { scheme } of list) schemes.add(scheme);
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!schemes.list().includes(scheme))
      throw new Error(`electron-chromium: protocol.handle('${scheme}') needs registerSchemesAsPrivileged before ready`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    if (!handlers.delete(scheme)) throw new Error(`Failed to unregister protocol: ${scheme}`);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
});
