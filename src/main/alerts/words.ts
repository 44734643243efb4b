import type { Alert, MetricAlert } from '../../shared/models/alert.ts';
import type { ConversationRow } from '../../shared/models/conversation.ts';

export type AlertLanguage = 'en' | 'fr';

/** Words for what stands outside of the windows: notifications, tray, badge. No names and no numbers of customers. */
export interface AlertWords {
  readonly open: string;
  readonly takeOver: string;
  readonly snooze: string;
  readonly show: string;
  readonly quit: string;
  /** Pauses every dispatcher. */
  readonly panic: string;
  readonly calm: string;
  readonly inbox: (count: number) => string;
  /** The text under the rule's name. */
  readonly body: (alerts: readonly Alert[]) => string;
  readonly worst: (row: ConversationRow) => string;
}

const RISKS = {
  en: ['low', 'guarded', 'elevated', 'high', 'critical'],
  fr: ['faible', 'surveillé', 'élevé', 'haut', 'critique'],
} as const;

/** Seen and asked for; the rule's own name says of what. */
function aboutMetric({ value, condition, forSeconds }: MetricAlert, language: AlertLanguage): string {
  const french = language === 'fr';
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (condition.kind === 'absence' || value === undefined) {
    const minutes = number.format(forSeconds / 60);
    return french ? `Aucune valeur depuis ${minutes} min` : `No value for ${minutes} min`;
  }
  const now = french ? `Maintenant ${number.format(value)}` : `Now ${number.format(value)}`;
  return condition.kind === 'threshold'
    ? `${now} · ${french ? 'seuil' : 'threshold'} ${number.format(condition.value)}`
    : now;
}

export function alertWords(language: AlertLanguage): AlertWords {
  const french = language === 'fr';
  const risk = (level: number): string => RISKS[language][level] ?? (french ? 'inconnu' : 'unknown');
  const one = (level: number, platform: string, flow: string | undefined): string =>
    [french ? `Risque ${risk(level)}` : `Risk ${risk(level)}`, platform, ...(flow === undefined ? [] : [flow])].join(
      ' · ',
    );
  return {
    open: french ? 'Ouvrir' : 'Open',
    takeOver: french ? 'Prendre le relais' : 'Take over',
    snooze: french ? 'Plus tard (10 min)' : 'Snooze 10 min',
    show: french ? 'Ouvrir la console' : 'Open the console',
    panic: french ? 'Suspendre tous les répartiteurs' : 'Pause all dispatchers',
    quit: french ? 'Quitter' : 'Quit',
    calm: french ? 'Tout est calme' : 'All quiet',
    inbox: (count) =>
      french ? `Alertes à voir : ${count}` : `${count} ${count === 1 ? 'alert' : 'alerts'} to look at`,
    body: (alerts) => {
      const [first] = alerts;
      if (first === undefined) return '';
      if (first.about === 'campaign') return `${first.campaign.name} · ${first.said}`;
      if (first.about === 'metric') return aboutMetric(first, language);
      const about = one(first.risk, first.platform, undefined);
      if (alerts.length === 1) return about;
      return french
        ? `${alerts.length} conversations ; la pire : ${about}`
        : `${alerts.length} conversations; the worst: ${about}`;
    },
    worst: (row) => one(row.risk?.level ?? -1, row.platform, row.flow?.name),
  };
}
