import type { ConversationLink, SearchLink } from '../../shared/models/deep-link.ts';

let serial = 0;

/**
 * The route of a conversation in Live View, and of one of its messages. The number makes each request an address of
 * its own, so that asking for the same message twice scrolls to it twice. JSON quotes keep a numeric id a text.
 */
export function conversationRoute({ tenant, id, message }: ConversationLink): string {
  return `/live/${part(tenant)}/${part(id)}${messageQuery(message)}`;
}

/** The route of a conversation in a window of its own. */
export function tornRoute({ tenant, id, message }: ConversationLink): string {
  return `/torn/${part(tenant)}/${part(id)}${messageQuery(message)}`;
}

/** The route of a search of the archive; the page goes on from it to the archive of that tenant. */
export function searchRoute({ tenant, search }: SearchLink): string {
  return `/search/${part(tenant)}?q=${part(JSON.stringify(search))}`;
}

/** The route of the wall of one display. */
export function wallRoute(tenant: string, display: string): string {
  return `/wall/${part(tenant)}/${part(display)}`;
}

function messageQuery(message: string | undefined): string {
  if (message === undefined) return '';
  serial += 1;
  return `?message=${part(JSON.stringify(message))}&asked=${serial}`;
}

const part = encodeURIComponent;
