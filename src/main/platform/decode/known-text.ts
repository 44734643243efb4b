import { detached, endOfValue, valueIn } from './json-text.ts';

const [COMMA, CLOSE] = [44, 125];

/** A field that is written differently than before. */
export interface ChangedField {
  /** Its place among the fields of the object. */
  readonly index: number;
  readonly value: unknown;
}

/** Fields that follow each other and were never seen to change apart, as they are written, with the commas between. */
interface Run {
  /** Written anew where it is one field: an object that lives long is cheaper to change than to replace. */
  text: string;
  readonly first: number;
  readonly count: number;
}

/**
 * The text of one JSON object as it was last seen. When it comes again, what is written as before is compared, at the
 * speed of memory, and only what differs is parsed. What is accepted is valid JSON: each field is either the same text as
 * one that was valid, or its value was parsed by itself.
 */
export class KnownText {
  readonly #names: readonly string[];
  #runs: Run[];

  /**
   * @param names what `fieldsWritten` tells of the object
   * @param text the object, which must be valid JSON
   */
  constructor(names: readonly string[], text: string) {
    this.#names = names;
    this.#runs = [{ text: detached(text.slice(1, -1)), first: 0, count: names.length }];
  }

  /**
   * Reads the object anew.
   * @param at of its opening brace
   * @param changed gets what differs from before
   * @returns the place behind the object; -1 when it is not certainly an object of the same fields in the same order, and
   *   then this one is spoiled and must be let go
   */
  read(text: string, at: number, changed: ChangedField[]): number {
    let place = at + 1;
    let split: Run[] | undefined;
    for (let index = 0; index < this.#runs.length; index++) {
      const run = this.#runs[index];
      if (run === undefined) return -1;
      const end = place + run.text.length;
      if (this.#closes(text, end, run.first + run.count) && text.slice(place, end) === run.text) place = end + 1;
      else if (run.count === 1) place = this.#readField(text, place, run, changed);
      else {
        split ??= this.#runs.slice(0, index);
        place = this.#splitRun(text, place, run, split, changed);
        if (place === -1) return -1;
        continue;
      }
      if (place === -1) return -1;
      split?.push(run);
    }
    if (split !== undefined) this.#runs = split;
    return place;
  }

  /** True where a field ends that is followed by the one of this index, or by none. */
  #closes(text: string, end: number, next: number): boolean {
    return text.charCodeAt(end) === (next === this.#names.length ? CLOSE : COMMA);
  }

  /** Reads the one field of a run anew. @returns the place behind what follows it, or -1 */
  #readField(text: string, at: number, run: Run, changed: ChangedField[]): number {
    const name = this.#names[run.first];
    if (name === undefined || text.slice(at, at + name.length) !== name) return -1;
    const from = at + name.length;
    const end = endOfValue(text, from);
    const value = end === -1 ? undefined : valueIn(text, from, end);
    if (value === undefined || !this.#closes(text, end, run.first + 1)) return -1;
    changed.push({ index: run.first, value });
    run.text = detached(text.slice(at, end));
    return end + 1;
  }

  /** Reads a run of which something changed field by field; what did not change stays together. */
  #splitRun(text: string, at: number, run: Run, split: Run[], changed: ChangedField[]): number {
    let place = at;
    let before = 0;
    let same: Run | undefined;
    for (let index = run.first; index < run.first + run.count; index++) {
      const name = this.#names[index] ?? '';
      const end = endOfValue(run.text, before + name.length);
      // The text of the last field ends where the run does.
      const field: Run = { text: run.text.slice(before, end === -1 ? undefined : end), first: index, count: 1 };
      const { length } = field.text;
      const placeEnd = place + length;
      if (this.#closes(text, placeEnd, index + 1) && text.slice(place, placeEnd) === field.text) {
        place = placeEnd + 1;
        same = same === undefined ? field : joined(same, field);
      } else {
        if (same !== undefined) split.push(same);
        same = undefined;
        place = this.#readField(text, place, field, changed);
        if (place === -1) return -1;
        split.push(field);
      }
      before += length + 1;
    }
    if (same !== undefined) split.push(same);
    return place;
  }
}

function joined(run: Run, field: Run): Run {
  return { text: `${run.text},${field.text}`, first: run.first, count: run.count + 1 };
}
