import type { Breaker, BreakerReading } from '../../../shared/models/breaker.ts';
import type { StuckCause } from '../../../shared/models/stuck.ts';

/** Words of alerts about campaigns: they stand in the inbox and in notifications, in the console's language. */
export interface SentryWords {
  readonly breaker: (breaker: Breaker) => string;
  readonly tripped: (breaker: Breaker, reading: BreakerReading) => string;
  readonly stuck: string;
  readonly stuckBecause: (cause: StuckCause, minutes: number) => string;
}

const METRICS = {
  en: { failure: 'Failure rate', abandon: 'Abandon rate', unsubscribe: 'Unsubscribe rate' },
  fr: { failure: 'Taux d’échec', abandon: 'Taux d’abandon', unsubscribe: 'Taux de désabonnement' },
} as const;
const CAUSES = {
  en: {
    'unreported-calls': 'calls that never reported back hold its lines',
    'tenant-cap': 'the tenant has no free line',
    'no-lines': 'all its lines are in use',
    'draining-calls': 'its last calls do not end',
    unknown: 'the cause is not known',
  },
  fr: {
    'unreported-calls': 'des appels sans nouvelles occupent ses lignes',
    'tenant-cap': 'le locataire n’a plus de ligne libre',
    'no-lines': 'toutes ses lignes sont occupées',
    'draining-calls': 'ses derniers appels ne se terminent pas',
    unknown: 'la cause est inconnue',
  },
} as const satisfies Record<string, Record<StuckCause, string>>;

export function sentryWords(language: 'en' | 'fr'): SentryWords {
  const number = new Intl.NumberFormat(language === 'fr' ? 'fr-CA' : 'en-CA', { maximumFractionDigits: 1 });
  const percent = (value: number) => (language === 'fr' ? `${number.format(value)} %` : `${number.format(value)}%`);
  return {
    breaker: ({ metric, abovePercent }) =>
      language === 'fr'
        ? `${METRICS.fr[metric]} au-dessus de ${percent(abovePercent)}`
        : `${METRICS.en[metric]} above ${percent(abovePercent)}`,
    tripped: ({ windowMinutes, action }, { percent: seen, calls }) => {
      if (language === 'fr') {
        const deed = action === 'pause' ? ' ; mise en pause' : '';
        return `${percent(seen)} de ${number.format(calls)} appels en ${windowMinutes} min${deed}`;
      }
      return `${percent(seen)} of ${number.format(calls)} calls in ${windowMinutes} min${action === 'pause' ? '; being paused' : ''}`;
    },
    stuck: language === 'fr' ? 'Répartiteur immobile' : 'Dispatcher stands still',
    stuckBecause: (cause, minutes) =>
      language === 'fr'
        ? `Aucun mouvement depuis ${minutes} min : ${CAUSES.fr[cause]}`
        : `No movement for ${minutes} min: ${CAUSES.en[cause]}`,
  };
}
