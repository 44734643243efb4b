/** A piece of what was typed. `from` and `to` are places in the text (UTF-16 units, `to` exclusive). */
export interface Token {
  readonly kind: 'word' | 'phrase' | 'field' | 'pattern';
  /** Of a `field`: what stands before the colon, as typed. */
  readonly key?: string;
  /** Without quotes and backslashes; of a `pattern` what stands between the slashes, as typed. */
  readonly value: string;
  readonly from: number;
  readonly to: number;
  /** A quote that was never closed; the token runs to the end. */
  readonly unclosed?: true;
}

const SPACE = /\s/u;
/** What may stand before a colon; anything else with a colon in it (a time, an address) is a word. */
const KEY = /^-?[A-Za-z]{2,20}$/;

/** Quotes that open a phrase, and what closes each: also those that keyboards and word processors make. */
const CLOSING: Readonly<Record<string, string>> = { '"': '"', '“': '”', '«': '»' };

/** Reads text in quotes from the opening one on; `\"` and `\\` stand for themselves. */
function readQuoted(
  text: string,
  at: number,
): { readonly value: string; readonly to: number; readonly closed: boolean } {
  const closing = CLOSING[text.charAt(at)] ?? '"';
  let value = '';
  for (let i = at + 1; i < text.length; i += 1) {
    const character = text.charAt(i);
    if (character === '\\' && /["\\]/.test(text.charAt(i + 1))) {
      value += text.charAt(i + 1);
      i += 1;
    } else if (character === closing) return { value, to: i + 1, closed: true };
    else value += character;
  }
  return { value, to: text.length, closed: false };
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && !SPACE.test(text.charAt(at)) && text.charAt(at) !== '"') at += 1;
  return at;
}

/** Where a pattern that opens here ends: behind the slash that closes it before a space or the end. Undefined: it is none. */
function patternEnd(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '\\') at += 1;
    else if (character === '/') {
      const closes = at > from + 1 && (at + 1 === text.length || SPACE.test(text.charAt(at + 1)));
      return closes ? at + 1 : undefined;
    }
  }
  return undefined;
}

/** Cuts what was typed into words, /patterns/, "phrases" and `key:value` fields (`key:"a value"`). Never throws. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (SPACE.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    if (text.charAt(at) in CLOSING) {
      const { value, to, closed } = readQuoted(text, at);
      tokens.push({ kind: 'phrase', value, from: at, to, ...(!closed && { unclosed: true as const }) });
      at = to;
      continue;
    }
    const pattern = text.charAt(at) === '/' ? patternEnd(text, at) : undefined;
    if (pattern !== undefined) {
      tokens.push({ kind: 'pattern', value: text.slice(at + 1, pattern - 1), from: at, to: pattern });
      at = pattern;
      continue;
    }
    const end = wordEnd(text, at);
    const bare = text.slice(at, end);
    const colon = bare.indexOf(':');
    const key = colon > 0 ? bare.slice(0, colon) : '';
    if (!KEY.test(key) || bare.startsWith('//', colon + 1)) {
      tokens.push({ kind: 'word', value: bare, from: at, to: end });
      at = end;
    } else if (colon === bare.length - 1 && text.charAt(end) === '"') {
      const { value, to, closed } = readQuoted(text, end);
      tokens.push({ kind: 'field', key, value, from: at, to, ...(!closed && { unclosed: true as const }) });
      at = to;
    } else {
      tokens.push({ kind: 'field', key, value: bare.slice(colon + 1), from: at, to: end });
      at = end;
    }
  }
  return tokens;
}

/** A value as it is typed: in quotes where it has spaces, quotes or nothing at all. */
export function quoted(value: string): string {
  return value === '' || /[\s"]/u.test(value) ? `"${value.replace(/[\\"]/g, '\\$&')}"` : value;
}

/** A phrase as it is typed, always in quotes. */
export function quotedPhrase(value: string): string {
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
