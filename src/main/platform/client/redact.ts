const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/eyJ[\w-]{5,}\.[\w-]+(\.[\w-]*)?/g, '[token]'],
  [/\bBearer\s+[^\s"',;]+/gi, 'Bearer [token]'],
  [
    /\b(code|access_token|refresh_token|id_token|client_secret|password)\b(["']?\s*[=:]\s*["']?)[^\s"'&,;}]+/gi,
    '$1$2[removed]',
  ],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, '[e-mail]'],
  [/\+?\d[\d ().-]{7,}\d/g, '[number]'],
];

/** Longest piece of an instance's answer that a failure carries. */
const MAX_SERVER_TEXT = 500;

/**
 * What an instance said, fit for a failure's detail: tokens, codes, e-mail addresses and phone-like numbers replaced,
 * control characters dropped, shortened.
 */
export function redactServerText(text: string): string {
  let clean = text
    .slice(0, MAX_SERVER_TEXT * 4)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
  for (const [pattern, replacement] of SECRETS) clean = clean.replace(pattern, replacement);
  return clean.length > MAX_SERVER_TEXT ? `${clean.slice(0, MAX_SERVER_TEXT)}…` : clean;
}
