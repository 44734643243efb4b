import { isAbsolute, relative, resolve } from 'node:path';

export const APP_SCHEME = 'app';
export const APP_HOST = 'console';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/**
 * From a requested URL to the file that may be served, or undefined when nothing may.
 * Refuses foreign hosts, encoded separators and dots, NUL, backslashes and whatever would leave the folder.
 * @param root folder of the built pages.
 */
export function appFile(root: string, requested: string): string | undefined {
  let url: URL;
  try {
    url = new URL(requested);
  } catch {
    return undefined;
  }
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST || url.username !== '' || url.port !== '')
    return undefined;
  // Nothing the build writes needs escapes, so any escape is an attempt at something else.
  if (/%|\\|\0/.test(url.pathname) || /%2e|%2f|%5c|%00/i.test(requested)) return undefined;
  const path = url.pathname === '/' || url.pathname === '' ? '/index.html' : url.pathname;
  const file = resolve(root, `.${path}`);
  const inside = relative(root, file);
  if (inside === '' || inside.startsWith('..') || isAbsolute(inside)) return undefined;
  return file;
}
