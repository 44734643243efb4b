import { shell } from 'electron';
import { FailureError } from '../../shared/models/failure.ts';

/**
 * Opens a link in the system's browser. The only caller of shell.openExternal.
 * @param allowLoopback also lets `http://127.0.0.1` through: the embedded demo instance signs in there.
 * @throws FailureError `invalid` for anything but a plain https URL; `unavailable` (`browser-failed`) when no browser opened.
 */
export async function openExternal(url: string, { allowLoopback = false } = {}): Promise<void> {
  if (!isSafeExternal(url, allowLoopback)) {
    throw new FailureError('invalid', 'This link is not opened', { reason: 'unsafe-link' });
  }
  try {
    await shell.openExternal(url);
  } catch (cause) {
    throw new FailureError('unavailable', 'The browser did not open', { reason: 'browser-failed' }, { cause });
  }
}

/** https without credentials or control characters; on request also http on a literal loopback address. */
export function isSafeExternal(url: string, allowLoopback: boolean): boolean {
  // Control characters and spaces: URL parsing would repair them, the program that receives the text may not.
  if ([...url].some((character) => character <= ' ' || character === '\u007f' || character === '\\')) return false;
  try {
    const parsed = new URL(url);
    if (parsed.username !== '' || parsed.password !== '') return false;
    if (parsed.protocol === 'https:') return true;
    return (
      allowLoopback && parsed.protocol === 'http:' && (parsed.hostname === '127.0.0.1' || parsed.hostname === '[::1]')
    );
  } catch {
    return false;
  }
}
