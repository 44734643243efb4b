/**
 * Takes secrets and personal data out of a text before it is kept anywhere: tokens in any usual shape, authorization
 * codes, queries and fragments of URLs, e-mail addresses and telephone numbers. It errs on the side of taking too much.
 */
export function redact(text: string): string {
  return RULES.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text);
}

const SECRET_NAMES =
  'access_token|refresh_token|id_token|id_token_hint|subject_token|actor_token|token|code|code_verifier|code_challenge|' +
  'state|nonce|session_state|client_secret|client_assertion|password|secret|authorization|cookie|api[_-]?key';

const RULES: readonly (readonly [RegExp, string])[] = [
  // JWS and JWE compact form; a header is JSON, so it starts with base64url of `{"`.
  [/\beyJ[\w-]{4,}(?:\.[\w-]*){1,4}/gu, '[token]'],
  [/\b(Bearer|Basic|DPoP)\s+[^\s"',;]+/giu, '$1 [token]'],
  // The query and fragment of any URL, the user part too.
  [/\b([a-z][a-z0-9+.-]{1,30}:\/\/)[^\s/?#"'<>@]*@/giu, '$1'],
  [/\b([a-z][a-z0-9+.-]{1,30}:\/\/[^\s?#"'<>]*)[?#][^\s"'<>]*/giu, '$1?[query]'],
  // "name": "value" and name=value.
  [new RegExp(`("(?:${SECRET_NAMES})"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"`, 'giu'), '$1"[secret]"'],
  [new RegExp(`\\b(${SECRET_NAMES})=[^&\\s"',;]+`, 'giu'), '$1=[secret]'],
  // A query without its URL.
  [/(\/[^\s?#"'<>]*)\?[^\s"'<>]+/gu, '$1?[query]'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu, '[e-mail]'],
  [/\+\d[\d ().-]{6,18}\d/gu, '[phone]'],
  // Whatever else is long and random: opaque refresh tokens and codes are 43 characters and more.
  [/(?<![\w./-])(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{40,}(?![\w/])/gu, '[opaque]'],
];
