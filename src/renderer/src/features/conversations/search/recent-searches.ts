const KEY = 'conversations.recent';
const MOST = 12;

/** Searches of this window's machine, newest first. Kept for the session of the page only: they hold names and numbers. */
export function recentSearches(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text): text is string => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

/** Notes a search that was made. */
export function noteSearch(text: string): void {
  if (text.trim() === '') return;
  const others = recentSearches().filter((one) => one !== text);
  sessionStorage.setItem(KEY, JSON.stringify([text, ...others].slice(0, MOST)));
}
