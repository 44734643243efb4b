import { app, type Session, type WebContents } from 'electron';
import { isOurPage } from './our-page.ts';

/** Permissions the pages may use; everything else is refused, on request and on check. */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set<string>();

/** Refuses every permission but the list, for requests and for checks (Electron security checklist 5). */
export function guardPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
): void {
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(ALLOWED_PERMISSIONS.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED_PERMISSIONS.has(permission));
}

/**
 * Cancels every request of the pages that is not for the console's own scheme (or, in development, the dev server):
 * the renderer has no network, which defends against a bad dependency.
 * @param onBlocked told of each, without the URL: it may hold personal data.
 */
export function blockNetwork(
  session: Pick<Session, 'webRequest'>,
  origins: readonly string[],
  onBlocked: (scheme: string, resourceType: string) => void,
): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    const cancel = !isAllowedRequest(details.url, origins);
    if (cancel) onBlocked(schemeOf(details.url), details.resourceType);
    decide({ cancel });
  });
}

/** Whether a page may ask for the URL at all: our own origins, the inspector, and data the page made itself. */
export function isAllowedRequest(url: string, origins: readonly string[]): boolean {
  const scheme = schemeOf(url);
  if (scheme === 'devtools:' || scheme === 'data:' || scheme === 'blob:') return true;
  const asHttp = url.replace(/^ws/, 'http');
  return isOurPage(url, origins) || isOurPage(asHttp, origins);
}

function schemeOf(url: string): string {
  try {
    return new URL(url).protocol;
  } catch {
    return 'invalid:';
  }
}

/** Denies navigation away, new windows and webviews for every web contents there will ever be (checklist 11-14). */
export function guardNavigation(origins: readonly string[]): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, origins));
}

/** The guards of one web contents. */
export function guardContents(contents: WebContents, origins: readonly string[]): void {
  const stay = (event: { preventDefault(): void; url?: string }, url?: string): void => {
    if (!isOurPage(event.url ?? url ?? '', origins)) event.preventDefault();
  };
  contents.on('will-navigate', (event) => stay(event, event.url));
  contents.on('will-redirect', (event) => stay(event, event.url));
  contents.on('will-frame-navigate', (event) => stay(event, event.url));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
