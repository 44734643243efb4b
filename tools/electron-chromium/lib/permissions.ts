/**
 * Permission handlers. Electron asks them as requests come; the DevTools protocol can only answer in advance, so each
 * permission is asked about before a page is loaded.
 */
import type { Protocol } from 'devtools-protocol/types/protocol.d.ts';
import { browserSession } from './browser.ts';
import { schemes } from './schemes.ts';

interface Details {
  readonly requestingUrl: string;
  readonly isMainFrame: boolean;
}
export type RequestHandler = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: Details,
) => void;
export type CheckHandler = (contents: unknown, permission: string, origin: string, details: Details) => boolean;

/** Electron's names and Chromium's. */
const permissionNames: readonly (readonly [string, readonly string[]])[] = [
  ['media', ['microphone', 'camera']],
  ['geolocation', ['geolocation']],
  ['notifications', ['notifications']],
  ['clipboard-read', ['clipboard-read']],
  ['clipboard-sanitized-write', ['clipboard-write']],
  ['midi', ['midi']],
  ['idle-detection', ['idle-detection']],
  ['storage-access', ['storage-access']],
  ['window-management', ['window-management']],
];

async function set(names: readonly string[], setting: Protocol.Browser.PermissionSetting, url: string): Promise<void> {
  const web = schemes.toWeb(url);
  const origin = URL.canParse(web) ? new URL(web).origin : 'null';
  if (origin === 'null') return;
  const browser = await browserSession();
  const sent = names.map((name) => browser.send('Browser.setPermission', { permission: { name }, setting, origin }));
  // A permission that this Chromium does not know cannot be asked for either.
  await Promise.allSettled(sent);
}

/**
 * Asks the handlers and tells Chromium.
 * @param contents the web contents the handlers are told
 * @param url the page that is about to load
 * @param request the request handler; until it answers, the permission is denied
 * @param check the check handler
 */
export async function applyPermissions(
  contents: unknown,
  url: string,
  request: RequestHandler | null,
  check: CheckHandler | null,
): Promise<void> {
  if (!request && !check) return;
  const details = { requestingUrl: url, isMainFrame: true };
  const origin = schemes.origin(url);
  const all = permissionNames.map(([permission, names]) => {
    const isAllowed = check?.(contents, permission, `${origin}/`, details) ?? true;
    let first: boolean | undefined;
    let sent = false;
    if (isAllowed && request)
      request(
        contents,
        permission,
        (granted) => {
          if (sent) void set(names, granted ? 'granted' : 'denied', url);
          else first ??= granted;
        },
        details,
      );
    sent = true;
    const granted = isAllowed && (request ? first === true : true);
    return set(names, granted ? 'granted' : 'denied', url);
  });
  await Promise.all(all);
}
