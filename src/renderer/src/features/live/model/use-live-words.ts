import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationRow } from '../../../../../shared/models/conversation.ts';
import { formatAge, formatNumber, formatScore, type Language } from '../../../lib/format.ts';
import { knownWord } from './known-words.ts';
import { isWaiting } from './triage.ts';

/** An instance's words in the operator's language; what the console does not know stays as it came. */
export interface LiveWords {
  readonly language: Language;
  readonly status: (status: string) => string;
  readonly platform: (platform: string) => string;
  readonly direction: (direction: string) => string;
  readonly sentiment: (name: string) => string;
  readonly riskLevel: (level: number) => string;
  readonly risk: (row: ConversationRow) => string;
  readonly handler: (row: ConversationRow, me: string) => string;
  /** A handler's kind, or a name, as a command's answer tells it. */
  readonly handlerKind: (kind: string) => string;
  readonly number: (value: number) => string;
  readonly score: (value: number) => string;
  readonly age: (ms: number) => string;
}

const HANDLERS = ['ai', 'human', 'queue', 'none', 'unknown'] as const;
const RISKS = ['low', 'guarded', 'elevated', 'high', 'critical'] as const;

/** Words and numbers for the language in force. The same object until the language changes. */
export function useLiveWords(): LiveWords {
  const { t, i18n } = useTranslation('live');
  const language: Language = i18n.language.startsWith('fr') ? 'fr' : 'en';
  return useMemo(() => {
    const riskLevel = (level: number) => {
      const word = RISKS[level];
      return word === undefined ? String(level) : t(`risk.${word}`);
    };
    return {
      language,
      status: (status) => {
        const known = knownWord('status', status);
        return known === undefined ? status : t(`status.${known}`);
      },
      platform: (platform) => {
        const known = knownWord('platform', platform);
        return known === undefined ? platform : t(`platform.${known}`);
      },
      direction: (direction) => {
        const known = knownWord('direction', direction);
        return known === undefined ? direction : t(`direction.${known}`);
      },
      sentiment: (name) => {
        const known = knownWord('sentiment', name);
        return known === undefined ? name : t(`sentiment.${known}`);
      },
      riskLevel,
      risk: ({ risk }) => {
        if (risk === undefined) return t('riskUnknown');
        return knownWord('risk', risk.label) === undefined && risk.label !== '' ? risk.label : riskLevel(risk.level);
      },
      handler: (row, me) => {
        const { kind, name, userId } = row.handler;
        if (kind === 'human' && userId === me) return t('handler.you');
        if (kind === 'human') return name === undefined ? t('handler.human') : t('handler.humanNamed', { name });
        if (isWaiting(row)) {
          const skills = row.queue?.skills.join(', ') ?? '';
          return skills === '' ? t('handler.queue') : t('handler.queueNamed', { skills });
        }
        return t(`handler.${kind}`);
      },
      handlerKind: (kind) => {
        const known = HANDLERS.find((candidate) => candidate === kind);
        return known === undefined ? kind : t(`handler.${known}`);
      },
      number: (value) => formatNumber(value, language),
      score: (value) => formatScore(value, language),
      age: (ms) => formatAge(ms, language),
    };
  }, [t, language]);
}
