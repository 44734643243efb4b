/** One place in the console that a link can lead to: a conversation, and perhaps one of its messages. */
export interface ConversationLink {
  readonly tenant: string;
  readonly id: string;
  readonly message?: string;
}

/** A search of the archive, as it is typed; empty for all conversations. */
export interface SearchLink {
  readonly tenant: string;
  readonly search: string;
}

/** Any place that a link can lead to. */
export type ConsoleLink = ConversationLink | SearchLink;

/** The scheme the console registers with the system. */
export const LINK_SCHEME = 'dialai';

/** As long as the longest search can be once each of its letters is written as bytes. */
const MAX_LINK = 10_000;
const MAX_SEARCH = 1_000;
const SHAPE = /^dialai:\/\/([a-z0-9](?:[a-z0-9._-]{0,198}[a-z0-9])?)\/conversation\/([^/?#]+)(?:#([^#]+))?$/i;
const SEARCH_SHAPE = /^dialai:\/\/([a-z0-9](?:[a-z0-9._-]{0,198}[a-z0-9])?)\/conversations\?q=([^?&#]*)$/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not pass
const CONTROL = /[\u0000-\u001f\u007f]/;

/**
 * Reads `dialai://tenant/conversation/id#message`. Links come from outside (mail, chat, any web page), so anything that
 * is not exactly of this shape is nothing: no user, port, query or further path, no control characters, sane lengths.
 * Tenants are told in lower case, since systems lower the host part of a link on its way.
 */
export function parseConversationLink(text: string): ConversationLink | undefined {
  if (text.length > MAX_LINK) return undefined;
  const [, tenant, rawId, rawMessage] = SHAPE.exec(text) ?? [];
  if (tenant === undefined || rawId === undefined) return undefined;
  const id = decoded(rawId, 300);
  if (id === undefined) return undefined;
  if (rawMessage === undefined) return { tenant: tenant.toLowerCase(), id };
  const message = decoded(rawMessage, 300);
  return message === undefined ? undefined : { tenant: tenant.toLowerCase(), id, message };
}

/** Reads any link of ours: to a conversation as above, or `dialai://tenant/conversations?q=risk%3Ahigh`, as strictly. */
export function parseLink(text: string): ConsoleLink | undefined {
  const [, tenant, raw] = text.length > MAX_LINK ? [] : (SEARCH_SHAPE.exec(text) ?? []);
  if (tenant === undefined || raw === undefined) return parseConversationLink(text);
  const search = raw === '' ? '' : decoded(raw, MAX_SEARCH);
  return search === undefined ? undefined : { tenant: tenant.toLowerCase(), search };
}

/** Writes the link to a search; `parseLink` reads it back. */
export function searchLink({ tenant, search }: SearchLink): string {
  return `${LINK_SCHEME}://${tenant}/conversations?q=${encodeURIComponent(search)}`;
}

/** Writes the link to a conversation or to one of its messages; `parseConversationLink` reads it back. */
export function conversationLink({ tenant, id, message }: ConversationLink): string {
  const base = `${LINK_SCHEME}://${tenant}/conversation/${encodeURIComponent(id)}`;
  return message === undefined ? base : `${base}#${encodeURIComponent(message)}`;
}

function decoded(part: string, longest: number): string | undefined {
  try {
    const text = decodeURIComponent(part);
    return text === '' || text.length > longest || CONTROL.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
