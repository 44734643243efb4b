import { QueryClient } from '@tanstack/react-query';

/** Queries go over IPC, not the browser's network, so they run whatever `navigator.onLine` says, and main retries. */
export function createQueryClient(): QueryClient {
  const always = { networkMode: 'always', retry: false } as const;
  return new QueryClient({
    defaultOptions: {
      queries: { ...always, refetchOnWindowFocus: false, refetchOnReconnect: false, staleTime: 30_000 },
      mutations: always,
    },
  });
}
