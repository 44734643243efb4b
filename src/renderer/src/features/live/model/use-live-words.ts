import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow, HandlerKind } from '../../../../../shared/models/conversation.ts';
import { formatAge, formatNumber, formatScore, type Language } from '../../../lib/format.ts';
import { knownWord } from './known-words.ts';
import { type Handled, isWaiting } from './triage.ts';

/** An instance's words in the operator's language; what the console does not know stays as it came. */
export interface LiveWords {
  readonly language: Language;
  readonly status: (status: string) => string;
  readonly platform: (platform: string) => string;
  readonly direction: (direction: string) => string;
  readonly sentiment: (name: string) => string;
  /** Flows, tags and functions are the tenant's own words. */
  readonly flow: (name: string) => string;
  readonly tag: (name: string) => string;
  readonly function: (name: string) => string;
  readonly riskLevel: (level: number) => string;
  readonly risk: (risk: ConversationRow['risk']) => string;
  readonly handler: (row: Handled, me: string) => string;
  /** A handler's kind, or a name, as a command's answer tells it. */
  readonly handlerKind: (kind: string) => string;
  readonly number: (value: number) => string;
  readonly score: (value: number) => string;
  readonly age: (ms: number) => string;
}

const RISKS = ['low', 'guarded', 'elevated', 'high', 'critical'] as const;
const HANDLERS: readonly HandlerKind[] = ['ai', 'human', 'queue', 'none', 'unknown'];

/** Words and numbers for the language in force. The same object until the language changes. */
export function useLiveWords(): LiveWords {
  const { t, i18n } = useTranslation('live');
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  return useMemo(() => liveWords(t, language), [t, language]);
}

/** The words of one language; `useLiveWords` gives those in force. */
export function liveWords(t: TFunction<'live'>, language: Language): LiveWords {
  const risk = remembered((word) => {
    const known = knownWord('risk', word);
    return known === undefined ? word : t(`risk.${known}`);
  });
  const unrated = t('riskUnknown');
  const riskLevel = (level: number) => risk(RISKS[level] ?? String(level));
  const handlerKind = remembered((kind) => {
    const known = HANDLERS.find((candidate) => candidate === kind);
    return known === undefined ? kind : t(`handler.${known}`);
  });
  const you = t('handler.you');
  const human = remembered((name) => t('handler.humanNamed', { name }));
  const queue = remembered((skills) => t('handler.queueNamed', { skills }));
  return {
    language,
    status: remembered((status) => {
      const known = knownWord('status', status);
      return known === undefined ? status : t(`status.${known}`);
    }),
    platform: remembered((platform) => {
      const known = knownWord('platform', platform);
      return known === undefined ? platform : t(`platform.${known}`);
    }),
    direction: remembered((direction) => {
      const known = knownWord('direction', direction);
      return known === undefined ? direction : t(`direction.${known}`);
    }),
    sentiment: remembered((name) => {
      const known = knownWord('sentiment', name);
      return known === undefined ? name : t(`sentiment.${known}`);
    }),
    flow: (name) => name,
    tag: (name) => name,
    function: (name) => name,
    riskLevel,
    // A label that is none of the five is the instance's own and stays.
    risk: (rated) => (rated === undefined ? unrated : rated.label === '' ? riskLevel(rated.level) : risk(rated.label)),
    handler: (row, me) => {
      const { kind, name, userId } = row.handler;
      if (kind === 'human' && userId === me) return you;
      if (kind === 'human') return name === undefined ? handlerKind(kind) : human(name);
      if (!isWaiting(row)) return handlerKind(kind);
      const skills = row.queue?.skills.join(', ') ?? '';
      return skills === '' ? handlerKind('queue') : queue(skills);
    },
    handlerKind,
    number: (value) => formatNumber(value, language),
    score: (value) => formatScore(value, language),
    age: (ms) => formatAge(ms, language),
  };
}

/** How many words are remembered of a kind: far more than an instance has, and a bound if one invents them. */
const REMEMBERED = 500;

/** Looks a word up once: a busy list asks for the same few thousands of times a second. */
function remembered(look: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = look(word);
    if (known.size < REMEMBERED) known.set(word, made);
    return made;
  };
}
