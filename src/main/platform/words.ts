/**
 * Splits an identifier into lower-case words: `CsrTakeOver`, `csr_take_over` and `csr-take-over` all give
 * `['csr', 'take', 'over']`. Digits stay with the word before them.
 */
export function words(name: string): readonly string[] {
  return name
    .slice(0, 500)
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
}

/** The identifier with case and separators ignored: `conversation_id`, `Conversation-ID` → `conversationid`. */
export function squash(name: string): string {
  return name
    .slice(0, 500)
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '');
}
