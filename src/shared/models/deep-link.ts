/** One place in the console that a link can lead to: a conversation, and perhaps one of its messages. */
export interface ConversationLink {
  readonly tenant: string;
  readonly id: string;
  readonly message?: string;
}

/** The scheme the console registers with the system. */
export const LINK_SCHEME = 'dialai';

const MAX_LINK = 2000;
const SHAPE = /^dialai:\/\/([a-z0-9](?:[a-z0-9._-]{0,198}[a-z0-9])?)\/conversation\/([^/?#]+)(?:#([^#]+))?$/i;
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
