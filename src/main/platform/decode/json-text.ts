const [SPACE, QUOTE, COMMA, ZERO, NINE, COLON] = [32, 34, 44, 48, 57, 58];
const [OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN, CLOSE] = [91, 92, 93, 123, 125];
/** Digits of numbers that are certainly exact. */
const EXACT_DIGITS = 15;

/** Where a text within quotes ends (behind the closing one); -1 when it does not. @param at of the opening quote */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes++;
    if (escapes % 2 === 0) return end + 1;
  }
  return -1;
}

/**
 * Where the JSON value that begins at `at` ends if the text is valid there; whether it is, `valueIn` tells.
 * @returns the place behind it, or -1 when the text ends before
 */
export function endOfValue(text: string, at: number): number {
  const first = text.charCodeAt(at);
  if (first === QUOTE) return endOfString(text, at);
  let depth = 0;
  for (let place = at; place < text.length; place++) {
    const code = text.charCodeAt(place);
    if (code === QUOTE) {
      place = endOfString(text, place) - 1;
      if (place < 0) return -1;
    } else if (code === OPEN || code === OPEN_LIST) depth++;
    else if (code === CLOSE || code === CLOSE_LIST) {
      if (depth <= 1) return depth === 0 ? place : place + 1;
      depth--;
    } else if (code === COMMA && depth === 0) return place;
  }
  return -1;
}

/** The JSON value between two places; undefined when there is none, which JSON itself cannot say. */
export function valueIn(text: string, from: number, to: number): unknown {
  const digits = to - from;
  if (digits > 0 && digits <= EXACT_DIGITS && (digits === 1 || text.charCodeAt(from) !== ZERO)) {
    let number = 0;
    let place = from;
    for (; place < to; place++) {
      const code = text.charCodeAt(place);
      if (code < ZERO || code > NINE) break;
      number = number * 10 + code - ZERO;
    }
    if (place === to) return number;
  }
  try {
    return JSON.parse(text.slice(from, to));
  } catch {
    return undefined;
  }
}

/** As `valueIn`; a text may be a part of the longer one, and is not to be kept. */
export function passingValueIn(text: string, from: number, to: number): unknown {
  if (text.charCodeAt(from) !== QUOTE) return valueIn(text, from, to);
  for (let place = from + 1; place < to - 1; place++) {
    const code = text.charCodeAt(place);
    if (code < SPACE || code === BACKSLASH || code === QUOTE) return valueIn(text, from, to);
  }
  return to - from < 2 || text.charCodeAt(to - 1) !== QUOTE ? undefined : text.slice(from + 1, to - 1);
}

/**
 * The fields of an object that is valid JSON, as they are written: each name with its quotes and the colon.
 * @param at of the opening brace
 * @returns undefined when it is empty, written with spaces between, or tells a name twice
 */
export function fieldsWritten(text: string, at: number): readonly string[] | undefined {
  const names: string[] = [];
  let place = at;
  do {
    const value = text.charCodeAt(place + 1) === QUOTE ? endOfString(text, place + 1) + 1 : 0;
    if (value === 0 || text.charCodeAt(value - 1) !== COLON) return undefined;
    names.push(text.slice(place + 1, value));
    if (text.charCodeAt(value) <= SPACE) return undefined;
    place = endOfValue(text, value);
    if (place === -1) return undefined;
  } while (text.charCodeAt(place) === COMMA);
  const whole = text.charCodeAt(place) === CLOSE && new Set(names).size === names.length;
  return whole ? names : undefined;
}

/** The name of a field out of what `fieldsWritten` tells. */
export function nameWritten(written: string): string {
  return String(valueIn(written, 0, written.length - 1));
}

/** The text, no longer a part of a longer one that could not be given up while this is kept. */
export function detached(text: string): string {
  // The engine writes what was joined into a piece of its own before it cuts from it.
  return ` ${text}`.slice(1);
}
