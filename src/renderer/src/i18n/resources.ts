import { texts as alerts } from '../features/alerts/texts.ts';
import { texts as apiReport } from '../features/api-report/texts.ts';
import { texts as campaigns } from '../features/campaigns/texts.ts';
import { texts as connection } from '../features/connection/texts.ts';
import { texts as journal } from '../features/journal/texts.ts';
import { texts as live } from '../features/live/texts.ts';
import { texts as manifest } from '../features/manifest/texts.ts';
import { texts as preferences } from '../features/preferences/texts.ts';
import { texts as signIn } from '../features/sign-in/texts.ts';
import { texts as tornOff } from '../features/torn-off/texts.ts';
import { texts as wall } from '../features/wall/texts.ts';
import { texts as common } from './common-texts.ts';
import { texts as failures } from './failure-texts.ts';
import { texts as reasons } from './reason-texts.ts';
import { texts as shell } from './shell-texts.ts';

/** Every feature's texts under its namespace: `useTranslation('live')` then `t('key')`. */
const features = {
  common,
  alerts,
  shell,
  failures,
  reasons,
  signIn,
  connection,
  apiReport,
  preferences,
  live,
  journal,
  tornOff,
  wall,
  campaigns,
  manifest,
};

type Features = typeof features;
type OneLanguage<L extends 'en' | 'fr'> = { readonly [N in keyof Features]: Features[N][L] };

export const namespaces = [
  'common',
  'shell',
  'failures',
  'reasons',
  'signIn',
  'connection',
  'apiReport',
  'preferences',
  'live',
  'journal',
  'alerts',
  'tornOff',
  'wall',
  'campaigns',
  'manifest',
] as const;

export const resources: { readonly en: OneLanguage<'en'>; readonly fr: OneLanguage<'fr'> } = {
  en: {
    common: common.en,
    shell: shell.en,
    failures: failures.en,
    reasons: reasons.en,
    signIn: signIn.en,
    connection: connection.en,
    apiReport: apiReport.en,
    preferences: preferences.en,
    live: live.en,
    journal: journal.en,
    alerts: alerts.en,
    tornOff: tornOff.en,
    wall: wall.en,
    campaigns: campaigns.en,
    manifest: manifest.en,
  },
  fr: {
    common: common.fr,
    shell: shell.fr,
    failures: failures.fr,
    reasons: reasons.fr,
    signIn: signIn.fr,
    connection: connection.fr,
    apiReport: apiReport.fr,
    preferences: preferences.fr,
    live: live.fr,
    journal: journal.fr,
    alerts: alerts.fr,
    tornOff: tornOff.fr,
    wall: wall.fr,
    campaigns: campaigns.fr,
    manifest: manifest.fr,
  },
};

export type Resources = (typeof resources)['en'];
