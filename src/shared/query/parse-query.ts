import type { ArchiveFilter, ArchiveQuery, ArchiveSort, Speaker } from '../models/archive.ts';
import { SORT_FIELDS, SPEAKERS } from '../models/archive.ts';
import { isKnownZone } from '../models/zoned-time.ts';
import { CLOSED_FIELDS, FIELD_VALUES, type FieldName, fieldNamed } from './fields.ts';
import { quotedPhrase, type Token, tokensOf } from './tokens.ts';
import { addDays, type Day, dayAt, hasOffset, readDay, readMinute, startOfDay } from './zoned-day.ts';

/** What is wrong with a stretch of the text, so that it can be marked and worded. */
export interface QueryProblem {
  readonly code:
    | 'unclosed-quote'
    | 'unknown-field'
    | 'unknown-value'
    | 'empty-value'
    | 'bad-date'
    | 'bad-zone'
    | 'bad-duration'
    | 'twice'
    | 'bad-pattern'
    | 'empty-range';
  readonly from: number;
  readonly to: number;
  /** The field it is about, as it is written. */
  readonly field?: string;
  readonly value?: string;
}

export interface ParsedQuery {
  /** What can be asked all the same: a part with a problem is left out, and its problem says so. */
  readonly query: ArchiveQuery;
  readonly problems: readonly QueryProblem[];
}

/** Whose clock days are on, and which moment is now (epoch ms). */
export interface QueryClock {
  readonly timeZone: string;
  readonly now: number;
}

type Draft = { -readonly [K in keyof ArchiveFilter]: ArchiveFilter[K] };

export const LONGEST_PATTERN = 500;

/** Several of these may be given; any will do. */
const LISTS = { status: 'status', platform: 'platform', risk: 'risk' } as const;
/** Text fields by the name they have in a filter. */
const TEXTS = {
  tag: 'tag',
  flow: 'flow',
  contact: 'contact',
  parameter: 'parameter',
  function: 'function',
  poc: 'pointOfContact',
  sentiment: 'sentiment',
  language: 'language',
  environment: 'environment',
  direction: 'direction',
} as const;

/** `2026-11-01[America/Toronto]`: on the clocks of another zone than the tenant's (RFC 9557). */
function withZone(value: string): { readonly text: string; readonly zone?: string } {
  const found = /^(.*)\[([^\]]*)\]$/.exec(value);
  return found === null ? { text: value } : { text: found[1] ?? '', zone: found[2] ?? '' };
}

function readMoment(value: string, { timeZone, now }: QueryClock): Day | undefined {
  const word = value.toLowerCase();
  const today = dayAt(now, timeZone);
  if (word === 'today') return today;
  if (word === 'yesterday') return addDays(today, -1);
  const back = /^(\d{1,4})d$/.exec(word)?.[1];
  return back === undefined ? readDay(value) : addDays(today, -Number(back));
}

/** `>60`, `<=90`, `60..120`, `2m..5m`, `90`: seconds, or minutes with `m`. Inclusive. */
function readDuration(value: string): { readonly min?: number; readonly max?: number } | undefined {
  const seconds = (text: string): number | undefined => {
    const found = /^(\d{1,6}(?:\.\d+)?)(s|m|h)?$/.exec(text);
    if (found === null) return undefined;
    return Number(found[1]) * ({ s: 1, m: 60, h: 3600 }[found[2] ?? 's'] ?? 1);
  };
  const range = /^(.*)\.\.(.*)$/.exec(value);
  if (range !== null) {
    const [min, max] = [seconds(range[1] ?? ''), seconds(range[2] ?? '')];
    if (range[1] === '' && max !== undefined) return { max };
    if (range[2] === '' && min !== undefined) return { min };
    return min === undefined || max === undefined ? undefined : { min, max };
  }
  const compared = /^(>=?|<=?)(.+)$/.exec(value);
  const amount = seconds(compared?.[2] ?? value);
  if (amount === undefined) return undefined;
  if (compared === null) return { min: amount, max: amount };
  return compared[1]?.startsWith('>') === true ? { min: amount } : { max: amount };
}

/** Whether it can be read as the desk reads it (`scan-pattern.ts`). */
function isPattern(text: string): boolean {
  if (text.length > LONGEST_PATTERN) return false;
  try {
    return new RegExp(text, 'iu').source !== '';
  } catch {
    return false;
  }
}

/**
 * Reads what was typed into a search: words, "phrases", one /pattern/ and fields (`speaker:customer tag:billing after:2026-11-01`).
 * Never throws: what cannot be read is told as a problem and left out.
 */
export function parseQuery(text: string, clock: QueryClock): ParsedQuery {
  const problems: QueryProblem[] = [];
  const words: string[] = [];
  const filter: Draft = {};
  let pattern: string | undefined;
  let speaker: Speaker | undefined;
  let sort: ArchiveSort | undefined;
  const seen = new Set<FieldName>();

  function complain(code: QueryProblem['code'], { from, to, key, value }: Token): void {
    problems.push({ code, from, to, ...(key !== undefined && { field: key }), value });
  }

  function takeDay(name: 'after' | 'before' | 'on', token: Token): void {
    const { text, zone } = withZone(token.value);
    if (zone !== undefined && !isKnownZone(zone)) {
      complain('bad-zone', { ...token, value: zone });
      return;
    }
    const timeZone = zone ?? clock.timeZone;
    // An offset of its own leaves nothing for a zone to say, and the two might disagree.
    const minute = name === 'on' || (zone !== undefined && hasOffset(text)) ? undefined : readMinute(text, timeZone);
    if (minute !== undefined) {
      filter[name === 'before' ? 'to' : 'from'] = minute;
      return;
    }
    const day = readMoment(text, { ...clock, timeZone });
    if (day === undefined) {
      complain('bad-date', token);
      return;
    }
    if (name !== 'before') filter.from = startOfDay(day, timeZone);
    if (name === 'before') filter.to = startOfDay(day, timeZone);
    if (name === 'on') filter.to = startOfDay(addDays(day, 1), timeZone);
  }

  function takeDuration(token: Token): void {
    const read = readDuration(token.value);
    if (read === undefined) {
      complain('bad-duration', token);
      return;
    }
    if (read.min !== undefined) filter.minDuration = read.min;
    if (read.max !== undefined) filter.maxDuration = read.max;
  }

  function takeField(name: FieldName, token: Token): void {
    const value = token.value.trim();
    if (value === '') {
      complain('empty-value', token);
      return;
    }
    const known = FIELD_VALUES[name]?.find((one) => one.toLowerCase() === value.toLowerCase());
    if (CLOSED_FIELDS.has(name) && known === undefined) {
      complain('unknown-value', token);
      return;
    }
    if (name in LISTS) {
      const list = LISTS[name as keyof typeof LISTS];
      filter[list] = [...new Set([...(filter[list] ?? []), known ?? value])];
      return;
    }
    if (seen.has(name)) {
      complain('twice', token);
      return;
    }
    seen.add(name);
    if (name === 'speaker') speaker = SPEAKERS.find((one) => one === known);
    else if (name === 'sort') {
      const field = SORT_FIELDS.find((one) => known?.endsWith(one));
      if (field !== undefined) sort = { field, descending: known?.startsWith('-') === true };
    } else if (name === 'flagged') filter.flagged = known === 'yes';
    else if (name === 'duration') takeDuration(token);
    else if (name === 'after' || name === 'before' || name === 'on') takeDay(name, token);
    else filter[TEXTS[name as keyof typeof TEXTS]] = known ?? value;
  }

  function takePattern(token: Token): void {
    if (!isPattern(token.value)) complain('bad-pattern', token);
    else if (pattern !== undefined) complain('twice', { ...token, key: `/${token.value}/` });
    else pattern = token.value;
  }

  for (const token of tokensOf(text)) {
    if (token.unclosed === true) complain('unclosed-quote', token);
    if (token.kind === 'word') words.push(token.value);
    else if (token.kind === 'pattern') takePattern(token);
    else if (token.kind === 'phrase') {
      if (token.value.trim() !== '') words.push(quotedPhrase(token.value));
    } else {
      const name = fieldNamed(token.key ?? '');
      if (name === undefined) complain('unknown-field', token);
      else takeField(name, token);
    }
  }
  const { from, to, minDuration, maxDuration } = filter;
  const isEmpty =
    (from !== undefined && to !== undefined && from >= to) ||
    (minDuration !== undefined && maxDuration !== undefined && minDuration > maxDuration);
  if (isEmpty) problems.push({ code: 'empty-range', from: 0, to: text.length });
  return {
    query: {
      text: words.join(' '),
      ...(pattern !== undefined && { pattern }),
      filter,
      ...(speaker !== undefined && { speaker }),
      ...(sort !== undefined && { sort }),
    },
    problems,
  };
}
