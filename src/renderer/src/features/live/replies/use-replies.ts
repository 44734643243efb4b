import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { isPhone } from '../../../../../shared/models/mask.ts';
import type { CannedReply } from '../../../../../shared/models/views.ts';
import { useSignedIn } from '../../../app/session-context.tsx';
import { call } from '../../../bridge/bridge.ts';
import type { PlaceholderValues } from './placeholders.ts';

/** The canned replies of one tenant. Asked for anew with each opening: another window may have changed them. */
export const repliesQuery = (tenant: string) =>
  queryOptions({
    queryKey: ['replies', tenant],
    queryFn: () => call((api) => api.replies.get({ tenant })),
    staleTime: 0,
  });

/** Keeps a tenant's canned replies on this machine and shows them at once. Throws BridgeFailure. */
export function useSaveReplies(tenant: string): (replies: readonly CannedReply[]) => Promise<void> {
  const client = useQueryClient();
  return useCallback(
    async (replies) => {
      await call((api) => api.replies.set({ tenant, replies: [...replies] }));
      client.setQueryData(repliesQuery(tenant).queryKey, replies);
    },
    [client, tenant],
  );
}

/** What placeholders stand for in a conversation. A contact known only by a number or an address has no name to use. */
export function useReplyValues(row: ConversationRow, tenant: string): PlaceholderValues {
  const { user, tenants } = useSignedIn();
  return {
    contact: nameOf(row.contact.name),
    agent: nameOf(user.name),
    tenant: nameOf(tenants.find(({ slug }) => slug === tenant)?.name),
  };
}

function nameOf(name: string | undefined): string | undefined {
  const trimmed = name?.trim() ?? '';
  return trimmed === '' || trimmed.includes('@') || isPhone(trimmed) ? undefined : trimmed;
}
