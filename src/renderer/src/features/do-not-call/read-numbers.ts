/** What was found in a text of numbers, one a line, with a reason after the first comma, semicolon or tab. */
export interface ReadNumbers {
  readonly entries: readonly { readonly phone: string; readonly reason?: string }[];
  /** Lines (from 1) that hold no number with a country code. */
  readonly unreadable: readonly number[];
  /** Lines that repeat a number of an earlier line. */
  readonly repeated: number;
}

const E164 = /^\+[1-9]\d{5,14}$/;

/**
 * A number as E.164; undefined for anything else. An apostrophe before it (from an export that guards against formulas),
 * spaces and punctuation do not count; a number of ten digits alone is not guessed at.
 */
export function asE164(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(/^'/, '')
    .replaceAll(/[\s().\-/]/g, '')
    .replace(/^00/, '+');
  return E164.test(digits) ? digits : undefined;
}

/** Reads pasted or opened text. The first line may be titles; empty lines do not count. */
export function readNumbers(text: string): ReadNumbers {
  const entries: { readonly phone: string; readonly reason?: string }[] = [];
  const unreadable: number[] = [];
  const known = new Set<string>();
  let repeated = 0;
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((line, nth) => {
      if (line.trim() === '') return;
      const [first = '', ...rest] = line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
      const phone = asE164(first);
      // Titles are no failure: the first line of an exported list.
      if (phone === undefined && nth === 0 && !/\d/.test(first)) return;
      if (phone === undefined) unreadable.push(nth + 1);
      else if (known.has(phone)) repeated++;
      else {
        known.add(phone);
        const reason = (rest[0] ?? '').slice(0, 500);
        entries.push(reason === '' ? { phone } : { phone, reason });
      }
    });
  return { entries, unreadable, repeated };
}
