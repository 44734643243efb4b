import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Conversation, ConversationRow } from '../../../../../shared/models/conversation.ts';
import { call } from '../../../bridge/bridge.ts';
import { failureOf } from '../../../bridge/failure.ts';
import type { RowStore } from '../../../lib/row-store.ts';
import { dayBefore, isSameContact, ofTheDay, sessionsOfContact } from '../model/sessions-of-contact.ts';

export interface ContactSessions {
  readonly found: readonly Conversation[];
  /** True when the archive should have told and did not. */
  readonly failed: boolean;
  readonly retry: () => void;
}

/** Sessions come and go with minutes, not with events. */
const FRESH_MS = 60_000;
const MOST_READ = 50;

/**
 * The contact's other conversations of the last 24 hours: those of the list, and those that the instance's archive tells,
 * by its own threading or else by a search for the contact.
 * @param serverNow the instance's clock, epoch ms
 */
export function useContactSessions(
  tenant: string,
  row: ConversationRow,
  rows: Pick<RowStore<ConversationRow>, 'values'> | undefined,
  serverNow: () => number,
): ContactSessions {
  const { id } = row;
  const archived = useQuery({
    queryKey: ['contact-sessions', tenant, id],
    queryFn: () => readSessions(tenant, row, serverNow()),
    staleTime: FRESH_MS,
    retry: false,
  });
  const { data, isError, refetch } = archived;
  const { contact } = row;
  // Of the list they are looked for when the conversation is opened, not with each event: it costs a pass over all rows.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the contact is that of the conversation
  const found = useMemo(() => {
    const now = serverNow();
    const live = rows === undefined ? [] : sessionsOfContact<Conversation>(rows.values(), id, contact, now);
    return ofTheDay([...live, ...(data ?? [])], id, now);
  }, [rows, id, data]);
  return { found, failed: isError, retry: () => void refetch() };
}

/** What the instance does not offer, or not to this account, is no failure: the list has to do. */
async function readSessions(tenant: string, row: ConversationRow, now: number): Promise<readonly Conversation[]> {
  try {
    const page = await call((api) => api.archive.history({ tenant, id: row.id }));
    return page.items.map(({ conversation }) => conversation);
  } catch (thrown) {
    if (!isNotOffered(thrown)) throw thrown;
  }
  try {
    const filter = { contact: row.contact.display, from: dayBefore(now) };
    const page = await call((api) => api.archive.search({ tenant, query: { text: '', filter }, limit: MOST_READ }));
    return page.items
      .map(({ conversation }) => conversation)
      .filter((conversation) => isSameContact(conversation.contact, row.contact));
  } catch (thrown) {
    if (isNotOffered(thrown)) return [];
    throw thrown;
  }
}

function isNotOffered(thrown: unknown): boolean {
  const { code } = failureOf(thrown);
  return code === 'unavailable' || code === 'forbidden' || code === 'not-found';
}
