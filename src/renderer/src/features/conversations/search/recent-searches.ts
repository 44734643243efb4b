import type { QueryClient } from '@tanstack/react-query';

const MOST = 12;
const keyOf = (tenant: string) => ['recent-searches', tenant];

/** The searches made in this window, newest first. In its memory only, and until sign-out: they hold names and numbers. */
export function recentSearches(client: QueryClient, tenant: string): readonly string[] {
  return client.getQueryData<readonly string[]>(keyOf(tenant)) ?? [];
}

/** Notes a search that was made. */
export function noteSearch(client: QueryClient, tenant: string, text: string): void {
  if (text.trim() === '') return;
  client.setQueryDefaults(keyOf(tenant), { gcTime: Number.POSITIVE_INFINITY });
  const others = recentSearches(client, tenant).filter((one) => one !== text);
  client.setQueryData(keyOf(tenant), [text, ...others].slice(0, MOST));
}
