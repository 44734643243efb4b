import { describe, expect, it } from 'vitest';
import { FAILURE_CODES } from '../../../shared/models/failure.ts';
import { texts as failures } from './failure-texts.ts';
import { addLateReasons, isLateReason, isWordedReason } from './failure-words.ts';
import { createI18n } from './i18n.ts';
import { texts as lateReasons } from './late-reason-texts.ts';
import { texts as reasons } from './reason-texts.ts';
import { namespaces, resources } from './resources.ts';

/** Every feature's file of texts, also of those that come with their screens. */
const files = import.meta.glob<{ readonly texts: Record<'en' | 'fr', object> }>(
  [
    '../features/*/texts.ts',
    '../actions/texts.ts',
    '../components/*-texts.ts',
    './{common,failure,late-reason,metric,reason,shell}-texts.ts',
  ],
  { eager: true },
);

/** All texts of a tree by dotted key. */
function flat(tree: object, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') found.set(name, value);
    else for (const [inner, text] of flat(value, name)) found.set(inner, text);
  }
  return found;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

/** Reasons that main gives and that mean no more than their code. */
const WORDED_BY_CODE = new Set([
  'forbidden',
  'not-found',
  'conflict',
  'taken-over',
  'not-offered',
  'refused',
  'unreachable',
  'connection-lost',
  'server-error',
  'not-bound',
  'path-elsewhere',
  'unfillable-body',
  'unfillable-parameter',
  'unsupported-body',
  'unsendable-id',
  'event-too-large',
  'renew',
  'foreign-sender',
  'unknown-call',
  'bad-input',
]);

it('are all looked at', () => {
  const known = new Set(Object.values(files).map(({ texts }) => texts.en));
  for (const namespace of namespaces) expect(known.has(resources.en[namespace]), namespace).toBe(true);
  expect(known.size).toBeGreaterThan(namespaces.length);
});

describe.each(Object.entries(files))('the texts of %s', (_file, { texts }) => {
  const en = flat(texts.en);
  const fr = flat(texts.fr);

  it('have the same keys in both languages', () => {
    const known = (keys: Iterable<string>) => [...keys].filter((key) => !key.endsWith('_many')).sort();
    expect(known(fr.keys())).toEqual(known(en.keys()));
  });

  it('say something in both, with the same values filled in', () => {
    for (const [key, text] of en) {
      const french = fr.get(key) ?? '';
      expect(text.trim(), key).not.toBe('');
      expect(french.trim(), key).not.toBe('');
      expect(placeholders(french), key).toEqual(placeholders(text));
    }
  });

  it('neither shout nor use straight quotes', () => {
    for (const [key, text] of [...en, ...fr]) {
      expect(text, key).not.toMatch(/!|'|"/);
    }
  });
});

describe('the words for failures', () => {
  it('exist for every code', () => {
    expect(Object.keys(failures.en.code).sort()).toEqual([...FAILURE_CODES].sort());
  });

  it('say what happened, what it means and what to do next for every reason', () => {
    for (const words of [
      ...Object.values(reasons.en),
      ...Object.values(reasons.fr),
      ...Object.values(lateReasons.en),
      ...Object.values(lateReasons.fr),
    ]) {
      expect(Object.keys(words)).toEqual(['what', 'means', 'next']);
    }
  });

  it('exist for every reason that the sources of main give', () => {
    const sources = import.meta.glob<string>('../../../main/**/*.ts', {
      query: '?raw',
      import: 'default',
      eager: true,
    });
    const given = new Set<string>();
    for (const [file, source] of Object.entries(sources)) {
      if (/\/testing\/|\.test\.ts$/.test(file)) continue;
      const told = /\b(?:reason: (?:\w+ \? )?|unreadable\(\w+, )'([a-z-]+)'(?: : '([a-z-]+)')?/g;
      for (const match of source.matchAll(told)) {
        for (const reason of match.slice(1)) if (reason !== undefined) given.add(reason);
      }
    }
    expect(given.size).toBeGreaterThan(20);
    addLateReasons(createI18n('en'), lateReasons);
    const isWorded = (reason: string) => isWordedReason(reason) || isLateReason(reason);
    expect([...given].filter((reason) => !isWorded(reason) && !WORDED_BY_CODE.has(reason))).toEqual([]);
  });
});
