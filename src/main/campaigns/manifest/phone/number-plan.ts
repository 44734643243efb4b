import metadata from 'libphonenumber-js/max/metadata';
import { anyOf, type DigitPattern, digitPattern, NEVER } from './digit-pattern.ts';

/** What the plans of one calling code say of a national number, country by country in the metadata's order. */
export interface NationalVerdict {
  /** Place of the country that the number belongs to, or -1 when the number does not tell. */
  readonly country: number;
  /** Whether a number of this country may look like this at all. */
  readonly general: readonly boolean[];
  /** Whether it is a number of some kind (fixed, mobile, toll-free, …) of this country. */
  readonly assigned: readonly boolean[];
}

interface Country {
  readonly name: string;
  readonly idd: DigitPattern;
  readonly general: DigitPattern;
  /** Possible lengths, ascending. */
  readonly lengths: readonly number[];
  /** The trunk prefix where it is plain digits; '' where there is none; undefined where it is more than digits. */
  readonly prefix: string | undefined;
  /** What a trunk prefix may look like; wider than the metadata where that looks at what follows. */
  readonly prefixPattern: DigitPattern;
  readonly leading: DigitPattern | undefined;
  readonly kinds: readonly { readonly lengths: readonly number[]; readonly pattern: DigitPattern }[];
}

/** A place in the joint machine of all countries of a calling code. */
class PlanState {
  readonly #plan: NumberPlan;
  readonly #parts: readonly DigitPattern[];
  /** Countries whose leading digits were seen. */
  readonly #led: number;
  readonly #next: (PlanState | undefined)[] = [];
  readonly #verdicts: (NationalVerdict | undefined)[] = [];

  constructor(plan: NumberPlan, parts: readonly DigitPattern[], led: number) {
    this.#plan = plan;
    this.#parts = parts;
    this.#led = led;
  }

  after(digit: number): PlanState {
    const known = this.#next[digit];
    if (known !== undefined) return known;
    const made = this.#plan.state(
      this.#parts.map((part) => part.after(digit)),
      this.#led,
    );
    this.#next[digit] = made;
    return made;
  }

  verdict(length: number): NationalVerdict {
    const known = this.#verdicts[length];
    if (known !== undefined) return known;
    const made = this.#plan.judge(this.#parts, this.#led, length);
    this.#verdicts[length] = made;
    return made;
  }
}

/** The numbering plans of all countries that share a calling code, as one machine that grows with what it is asked. */
export class NumberPlan {
  readonly code: string;
  readonly callingCode: number;
  readonly countries: readonly Country[];
  /** False for calling codes of no country (satellites, international services). */
  readonly geographic: boolean;
  readonly #states = new Map<string, PlanState>();
  readonly #start: PlanState;

  constructor(code: string, countries: readonly Country[], geographic: boolean) {
    this.code = code;
    this.callingCode = Number(code);
    this.countries = countries;
    this.geographic = geographic;
    this.#start = this.state(
      countries.flatMap(({ general, leading, kinds }) => [
        leading ?? NEVER,
        general,
        ...kinds.map(({ pattern }) => pattern),
      ]),
      0,
    );
  }

  /** @param digits values 0-9; @param end exclusive */
  ask(digits: Uint8Array, start: number, end: number): NationalVerdict {
    let state = this.#start;
    for (let at = start; at < end; at += 1) state = state.after(digits[at] ?? 0);
    return state.verdict(end - start);
  }

  state(parts: readonly DigitPattern[], ledBefore: number): PlanState {
    let led = ledBefore;
    let at = 0;
    for (const [index, { kinds }] of this.countries.entries()) {
      if (parts[at]?.complete === true) led |= 1 << index;
      at += 2 + kinds.length;
    }
    const key = `${led} ${parts.map(({ id }) => id).join(' ')}`;
    const known = this.#states.get(key);
    if (known !== undefined) return known;
    const made = new PlanState(this, parts, led);
    this.#states.set(key, made);
    return made;
  }

  judge(parts: readonly DigitPattern[], led: number, length: number): NationalVerdict {
    const general: boolean[] = [];
    const assigned: boolean[] = [];
    let country = this.geographic && this.countries.length === 1 ? 0 : -1;
    let at = 0;
    for (const [index, { kinds, leading }] of this.countries.entries()) {
      const matches = parts[at + 1]?.complete === true;
      const ofAKind = kinds.some(
        (kind, nth) => kind.lengths.includes(length) && parts[at + 2 + nth]?.complete === true,
      );
      general.push(matches);
      assigned.push(matches && (ofAKind || kinds.length === 0));
      const mine = leading === undefined ? matches && ofAKind : ((led >> index) & 1) === 1;
      if (country < 0 && this.geographic && mine) country = index;
      at += 2 + kinds.length;
    }
    return { country, general, assigned };
  }
}

const plans = new Map<string, NumberPlan | undefined>();

/** The plans behind a calling code such as `1` or `33`; undefined when nobody has that code. */
export function planOf(code: string): NumberPlan | undefined {
  if (plans.has(code)) return plans.get(code);
  const made = makePlan(code);
  plans.set(code, made);
  return made;
}

/** Calling code of a country such as `CA`. @returns undefined for a country without telephone metadata */
export function callingCodeOf(country: string): string | undefined {
  const plan = Object.entries(metadata.countries).find(([name]) => name === country)?.[1];
  return plan === undefined ? undefined : textAt(plan, 0);
}

/** Every country with telephone metadata, by its two letters. */
export const COUNTRIES: readonly string[] = Object.keys(metadata.countries);

function makePlan(code: string): NumberPlan | undefined {
  const names = Object.entries(metadata.country_calling_codes).find(([key]) => key === code)?.[1];
  if (names !== undefined) {
    const countries = names.map((name) => readCountry(name, metadata.countries[name] ?? []));
    return new NumberPlan(code, countries, true);
  }
  const entry = Object.entries(metadata.nonGeographic).find(([key]) => key === code)?.[1];
  return entry === undefined ? undefined : new NumberPlan(code, [readCountry('001', entry)], false);
}

/** Reads one entry of the metadata, format 4: an array whose places stand for names (METADATA.md of the library). */
function readCountry(name: string, entry: readonly unknown[]): Country {
  const lengths = lengthsAt(entry, 3) ?? [];
  const prefix = textAt(entry, 7) || textAt(entry, 5);
  const types = Array.isArray(entry[11]) ? entry[11] : [];
  const byLengths = new Map<string, { lengths: readonly number[]; patterns: DigitPattern[] }>();
  for (const type of types) {
    const source = Array.isArray(type) ? textAt(type, 0) : '';
    if (source === '') continue;
    const possible = lengthsAt(type, 1) ?? lengths;
    const group = byLengths.get(possible.join()) ?? { lengths: possible, patterns: [] };
    group.patterns.push(digitPattern(source));
    byLengths.set(possible.join(), group);
  }
  return {
    name,
    idd: digitPattern(textAt(entry, 1) || '[]'),
    general: digitPattern(textAt(entry, 2)),
    lengths,
    prefix: /^\d*$/.test(prefix) ? prefix : undefined,
    prefixPattern: prefix === '' ? NEVER : digitPattern(prefix.replaceAll('$', '')),
    leading: textAt(entry, 10) === '' ? undefined : digitPattern(textAt(entry, 10)),
    kinds: [...byLengths.values()].map((group) => ({ lengths: group.lengths, pattern: anyOf(group.patterns) })),
  };
}

/** Absent texts are 0 in the metadata. */
function textAt(entry: readonly unknown[], place: number): string {
  const value = entry[place];
  return typeof value === 'string' ? value : '';
}

function lengthsAt(entry: readonly unknown[], place: number): readonly number[] | undefined {
  const value = entry[place];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : undefined;
}
