/**
 * A regular expression over digits as a machine: each pattern knows what is left of it after one more digit
 * (Brzozowski's derivative), and keeps the answer. Equal patterns are one object, so a machine grows only as far as the
 * numbers that are put into it, and deciding one more number costs one array access a digit.
 */
export class DigitPattern {
  readonly id: number;
  /** Whether no further digit is needed. */
  readonly complete: boolean;
  readonly #derive: (digit: number) => DigitPattern;
  readonly #next: (DigitPattern | undefined)[] = [];

  constructor(id: number, complete: boolean, derive: (digit: number) => DigitPattern) {
    this.id = id;
    this.complete = complete;
    this.#derive = derive;
  }

  /** What is left to be matched after `digit` (0-9). */
  after(digit: number): DigitPattern {
    const known = this.#next[digit];
    if (known !== undefined) return known;
    const made = this.#derive(digit);
    this.#next[digit] = made;
    return made;
  }
}

const known = new Map<string, DigitPattern>();

function intern(key: string, complete: boolean, derive: (digit: number) => DigitPattern): DigitPattern {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = new DigitPattern(known.size, complete, derive);
  known.set(key, made);
  return made;
}

/** Matches nothing; a machine that is here never comes to an end. */
export const NEVER: DigitPattern = intern('never', false, () => NEVER);
const EMPTY = intern('empty', true, () => NEVER);

/** One digit out of a set; bit `n` stands for the digit `n`. */
const oneOf = (set: number): DigitPattern =>
  intern(`set ${set}`, false, (digit) => (((set >> digit) & 1) === 1 ? EMPTY : NEVER));

function sequence(first: DigitPattern, rest: DigitPattern): DigitPattern {
  if (first === NEVER || rest === NEVER) return NEVER;
  if (first === EMPTY) return rest;
  if (rest === EMPTY) return first;
  return intern(`seq ${first.id} ${rest.id}`, first.complete && rest.complete, (digit) => {
    const then = sequence(first.after(digit), rest);
    return first.complete ? anyOf([then, rest.after(digit)]) : then;
  });
}

/** Matches what any of the patterns matches. */
export function anyOf(patterns: readonly DigitPattern[]): DigitPattern {
  const distinct = [...new Set(patterns)].filter((pattern) => pattern !== NEVER).sort((a, b) => a.id - b.id);
  const [only] = distinct;
  if (only === undefined) return NEVER;
  if (distinct.length === 1) return only;
  return intern(
    `any ${distinct.map(({ id }) => id).join(' ')}`,
    distinct.some(({ complete }) => complete),
    (digit) => anyOf(distinct.map((pattern) => pattern.after(digit))),
  );
}

/**
 * Reads a pattern as telephone metadata has them: digits, `\d`, sets, groups, alternatives, `?`, `{n}` and `{n,m}`.
 * @throws TypeError when it holds anything else
 */
export function digitPattern(source: string): DigitPattern {
  let at = 0;
  const refuse = (): never => {
    throw new TypeError(`Not a pattern over digits: ${source}`);
  };
  const take = (text: string): boolean => {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  const numeral = (): number => {
    const [digits = refuse()] = /^\d+/.exec(source.slice(at)) ?? [];
    at += digits.length;
    return Number(digits);
  };

  const alternatives = (): DigitPattern => {
    const found = [run()];
    while (take('|')) found.push(run());
    return anyOf(found);
  };
  const run = (): DigitPattern => {
    const parts: DigitPattern[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(atom()));
    return parts.reduceRight((rest, part) => sequence(part, rest), EMPTY);
  };
  const atom = (): DigitPattern => {
    if (take('\\d')) return oneOf(0x3ff);
    if (take('[')) return oneOf(set());
    if (take('(')) {
      take('?:');
      const inner = alternatives();
      return take(')') ? inner : refuse();
    }
    return /\d/.test(source[at] ?? '') ? oneOf(1 << Number(source[at++])) : refuse();
  };
  const set = (): number => {
    let bits = 0;
    while (!take(']')) {
      if (take('\\d')) {
        bits = 0x3ff;
        continue;
      }
      const [range = refuse(), from, to = from] = /^(\d)(?:-(\d))?/.exec(source.slice(at)) ?? [];
      at += range.length;
      for (let digit = Number(from); digit <= Number(to); digit += 1) bits |= 1 << digit;
    }
    return bits;
  };
  const repeated = (part: DigitPattern): DigitPattern => {
    if (take('?')) return anyOf([EMPTY, part]);
    if (!take('{')) return part;
    const least = numeral();
    const most = take(',') ? numeral() : least;
    if (!take('}')) refuse();
    let made = EMPTY;
    for (let times = most; times > 0; times -= 1) {
      const more = sequence(part, made);
      made = times > least ? anyOf([EMPTY, more]) : more;
    }
    return made;
  };

  const made = alternatives();
  return at === source.length ? made : refuse();
}

/** Whether some beginning of the digits, of at least one digit, matches. @param digits values 0-9; @param end exclusive */
export function beginsWith(pattern: DigitPattern, digits: Uint8Array, start: number, end: number): boolean {
  let state = pattern;
  for (let at = start; at < end && state !== NEVER; at += 1) {
    state = state.after(digits[at] ?? 0);
    if (state.complete) return true;
  }
  return false;
}
