import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { beginsWith } from './digit-pattern.ts';
import { callingCodeOf, type NationalVerdict, type NumberPlan, planOf } from './number-plan.ts';

/** Why a cell holds no number that can be dialled. */
export type NumberProblem = 'not-a-number' | 'too-short' | 'too-long' | 'unassigned' | 'unknown-country';

/** A number as E.164 digits without the plus (at most 15 of them, so exact as a double), or why there is none. */
export type NumberReading = number | NumberProblem;

/** E.164 allows no more digits, whatever a national plan says. */
const MOST_DIGITS = 15;
/** Shorter and longer national numbers are not looked at by the library. */
const FEWEST_NATIONAL = 2;
const MOST_NATIONAL = 17;
/** Cells with fewer digits are rare and left to the library. */
const FEWEST = 7;

/**
 * Reads numbers to dial with the verdict of libphonenumber (`isValidPhoneNumber` with its full metadata), at a fraction
 * of its time: what is written with digits and plain punctuation is decided by the plans' machines; everything unusual
 * (other scripts' digits, international prefixes, trunk prefixes that are more than digits) is left to the library.
 */
export class NumberReader {
  readonly country: CountryCode;
  readonly #plan: NumberPlan;
  readonly #own: number;
  readonly #digits = new Uint8Array(64);
  readonly #byCode: (NumberPlan | undefined | null)[] = [];

  /** @param country two letters, for numbers without a calling code. @throws RangeError when nobody knows it */
  constructor(country: string) {
    const code = callingCodeOf(country);
    const plan = code === undefined ? undefined : planOf(code);
    if (plan === undefined || !isSupportedCountry(country)) throw new RangeError(`No numbering plan for ${country}`);
    this.country = country;
    this.#plan = plan;
    this.#own = plan.countries.findIndex(({ name }) => name === country);
  }

  /**
   * Reads a cell of plain ASCII.
   * @returns the number when it is valid and written plainly; undefined when it must be read as text
   */
  fromBytes(bytes: Uint8Array, start: number, end: number): NumberReading | undefined {
    const digits = this.#digits;
    let count = 0;
    let at = start;
    let sinceDot = FEWEST;
    const plus = bytes[at] === 0x2b;
    if (plus) at += 1;
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      const digit = byte - 0x30;
      if (digit >= 0 && digit <= 9) {
        if (count === digits.length) return undefined;
        digits[count] = digit;
        count += 1;
        sinceDot += 1;
      } else if (byte === 0x2e) {
        sinceDot = 0;
      } else if (byte !== 0x20 && byte !== 0x2d && byte !== 0x28 && byte !== 0x29) {
        return undefined;
      }
    }
    // `4165550123.0` is a number that some program took for a quantity, and no digit of it.
    if (count < FEWEST || sinceDot <= MOST_DECIMALS) return undefined;
    return plus ? this.#international(0, count) : this.#national(count);
  }

  /** Reads a cell. Spaces around it and invisible characters do not count, nor does what spreadsheets put before a number. */
  fromText(text: string): NumberReading {
    const cell = clean(text);
    const plain = isPlain(cell) ? this.fromBytes(Buffer.from(cell, 'latin1'), 0, cell.length) : undefined;
    return plain ?? this.#byLibrary(cell);
  }

  #byLibrary(cell: string): NumberReading {
    const parsed = parsePhoneNumberFromString(cell, { defaultCountry: this.country, extract: false });
    if (parsed === undefined) return this.#whyNot(cell);
    if (parsed.ext !== undefined) return 'not-a-number';
    const digits = parsed.number.slice(1);
    if (parsed.isValid()) return digits.length > MOST_DIGITS ? 'too-long' : Number(digits);
    const plan = planOf(parsed.countryCallingCode);
    const country = plan?.countries.find(({ name }) => name === parsed.country) ?? plan?.countries[0];
    return byLength(country?.lengths ?? [], parsed.nationalNumber.length);
  }

  /** The library found nothing to judge. */
  #whyNot(cell: string): NumberProblem {
    if (!/^[+\uff0b]?[\p{Nd}\p{P}\p{Z}~]+$/u.test(cell)) return 'not-a-number';
    const digits = cell.match(/\p{Nd}/gu)?.length ?? 0;
    if (digits === 0) return 'not-a-number';
    if (digits > MOST_DIGITS) return 'too-long';
    return digits >= FEWEST && /^[+\uff0b]/u.test(cell) ? 'unknown-country' : 'too-short';
  }

  #planAt(start: number, end: number): NumberPlan | undefined {
    let code = 0;
    for (let length = 1; length <= 3 && start + length <= end; length += 1) {
      code = code * 10 + (this.#digits[start + length - 1] ?? 0);
      if (code === 0) return undefined;
      let plan = this.#byCode[code];
      if (plan === undefined) {
        plan = planOf(String(code)) ?? null;
        this.#byCode[code] = plan;
      }
      if (plan !== null) return plan;
    }
    return undefined;
  }

  /** Digits from `start` on begin with a calling code. */
  #international(start: number, end: number): NumberReading | undefined {
    const plan = this.#planAt(start, end);
    if (plan === undefined) return 'unknown-country';
    const national = this.#withoutPrefix(plan, 0, start + plan.code.length, end);
    if (national === undefined) return undefined;
    const verdict = plan.ask(this.#digits, national, end);
    return this.#conclude(plan, verdict, Math.max(0, verdict.country), national, end);
  }

  #national(end: number): NumberReading | undefined {
    const plan = this.#plan;
    const country = plan.countries[this.#own];
    const digits = this.#digits;
    if (country === undefined || beginsWith(country.idd, digits, 0, end)) return undefined;
    const national = this.#withoutPrefix(plan, this.#own, 0, end);
    if (national === undefined) return undefined;
    const verdict = plan.ask(digits, national, end);
    if (this.#planAt(0, end) === plan) {
      // Written with the calling code but without the plus? Only where the number makes no sense otherwise.
      const shorter = this.#withoutPrefix(plan, this.#own, plan.code.length, end);
      if (shorter === undefined) return undefined;
      const makesSense = plan.ask(digits, shorter, end).general[this.#own] === true;
      const tooLong = end - national > (country.lengths.at(-1) ?? 0);
      if ((verdict.general[this.#own] !== true && makesSense) || tooLong) {
        return this.#international(0, end);
      }
    }
    return this.#conclude(plan, verdict, verdict.country < 0 ? this.#own : verdict.country, national, end);
  }

  /**
   * Where the national number begins once its trunk prefix is taken away.
   * @returns undefined when the prefix is one that only the library can take away
   */
  #withoutPrefix(plan: NumberPlan, at: number, start: number, end: number): number | undefined {
    const country = plan.countries[at];
    if (country === undefined) return undefined;
    const { prefix, prefixPattern } = country;
    if (!beginsWith(prefixPattern, this.#digits, start, end)) return start;
    if (prefix === undefined) return undefined;
    const after = start + prefix.length;
    const with_ = plan.ask(this.#digits, start, end);
    const without = plan.ask(this.#digits, after, end);
    if (with_.general[at] === true && without.general[at] !== true) return start;
    const owner = plan.countries[without.country] ?? country;
    return possible(owner.lengths, end - after) ? after : start;
  }

  #conclude(
    plan: NumberPlan,
    verdict: NationalVerdict,
    country: number,
    national: number,
    end: number,
  ): NumberReading | undefined {
    const length = end - national;
    if (length < FEWEST_NATIONAL || length > MOST_NATIONAL) return undefined;
    if (verdict.assigned[country] !== true) return byLength(plan.countries[country]?.lengths ?? [], length);
    if (plan.code.length + length > MOST_DIGITS) return 'too-long';
    let value = plan.callingCode;
    for (let at = national; at < end; at += 1) value = value * 10 + (this.#digits[at] ?? 0);
    return value;
  }
}

function byLength(lengths: readonly number[], length: number): NumberProblem {
  if (lengths.includes(length)) return 'unassigned';
  return length > (lengths.at(-1) ?? MOST_DIGITS) ? 'too-long' : 'too-short';
}

/** As the library has it: too short and impossible lengths between do not count as possible, too long does. */
function possible(lengths: readonly number[], length: number): boolean {
  return lengths.includes(length) || length > (lengths.at(-1) ?? 0);
}

/** Direction marks, zero-width characters, byte order marks and soft hyphens. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

function clean(text: string): string {
  const bare = text
    .replace(INVISIBLE, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  // `'` marks text in spreadsheets, `tel:` comes with numbers copied from pages, `(+1)` with numbers from letters.
  return bare
    .replace(/^'/, '')
    .replace(/^tel:\s*/i, '')
    .replace(/^\(\s*\+\s*(\d+)\s*\)/, '+$1')
    .replace(/^\d{1,3}(?:,\d{3})+$/, (grouped) => grouped.replaceAll(',', ''))
    .replace(/^(\+?\d+)\.0{1,2}$/, '$1');
}

/** Zeros behind a decimal point; telephone numbers do not end in so short a group. */
const MOST_DECIMALS = 2;
const isPlain = (cell: string): boolean => /^\+?[\d .()-]+$/.test(cell);
