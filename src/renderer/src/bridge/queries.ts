import { queryOptions } from '@tanstack/react-query';
import { call } from './bridge.ts';

export const appInfoQuery = queryOptions({
  queryKey: ['app', 'info'],
  queryFn: () => call((api) => api.app.info()),
  staleTime: Number.POSITIVE_INFINITY,
});

export const instanceQuery = queryOptions({
  queryKey: ['instance'],
  queryFn: () => call((api) => api.instance.get()),
});

export const bindingReportQuery = queryOptions({
  queryKey: ['binding', 'report'],
  queryFn: () => call((api) => api.binding.report()),
});

/** The people a conversation can be transferred to, for one tenant. */
export const internalContactsQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['internal-contacts', tenant],
    queryFn: () => call((api) => api.conversations.internalContacts({ tenant })),
  });
