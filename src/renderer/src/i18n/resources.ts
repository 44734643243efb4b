import { texts as actions } from '../actions/texts.ts';
import type { texts as panic } from '../app/panic-texts.ts';
import type { texts as clocks } from '../components/clocks-texts.ts';
import type { texts as readFailed } from '../components/read-failed-texts.ts';
import type { texts as alerts } from '../features/alerts/texts.ts';
import type { texts as apiReport } from '../features/api-report/texts.ts';
import type { texts as campaignEditor } from '../features/campaign-editor/texts.ts';
import { texts as campaigns } from '../features/campaigns/texts.ts';
import { texts as connection } from '../features/connection/texts.ts';
import type { texts as contacts } from '../features/contacts/texts.ts';
import type { texts as conversations } from '../features/conversations/texts.ts';
import type { texts as dispatchers } from '../features/dispatchers/texts.ts';
import type { texts as doNotCall } from '../features/do-not-call/texts.ts';
import type { texts as handOver } from '../features/hand-over/texts.ts';
import type { texts as inbox } from '../features/inbox/texts.ts';
import type { texts as journal } from '../features/journal/texts.ts';
import type { texts as keys } from '../features/keys/texts.ts';
import { texts as live } from '../features/live/texts.ts';
import type { texts as manifest } from '../features/manifest/texts.ts';
import type { texts as missionControl } from '../features/mission-control/texts.ts';
import type { texts as preferences } from '../features/preferences/texts.ts';
import type { texts as quality } from '../features/quality/texts.ts';
import type { texts as safety } from '../features/safety/texts.ts';
import { texts as signIn } from '../features/sign-in/texts.ts';
import { texts as tornOff } from '../features/torn-off/texts.ts';
import type { texts as wall } from '../features/wall/texts.ts';
import { texts as common } from './common-texts.ts';
import { texts as failures } from './failure-texts.ts';
import type { texts as lateReasons } from './late-reason-texts.ts';
import { texts as metrics } from './metric-texts.ts';
import { texts as reasons } from './reason-texts.ts';
import { texts as shell } from './shell-texts.ts';

/** The texts that a window starts with, each feature's under its namespace: `useTranslation('live')` then `t('key')`. */
const features = {
  common,
  actions,
  shell,
  failures,
  reasons,
  signIn,
  connection,
  live,
  metrics,
  tornOff,
  campaigns,
};

type Features = typeof features;
type OneLanguage<L extends 'en' | 'fr'> = { readonly [N in keyof Features]: Features[N][L] };

export const namespaces = [
  'common',
  'actions',
  'shell',
  'failures',
  'reasons',
  'signIn',
  'connection',
  'live',
  'metrics',
  'tornOff',
  'campaigns',
] as const;

export const resources: { readonly en: OneLanguage<'en'>; readonly fr: OneLanguage<'fr'> } = {
  en: {
    common: common.en,
    actions: actions.en,
    shell: shell.en,
    failures: failures.en,
    reasons: reasons.en,
    signIn: signIn.en,
    connection: connection.en,
    live: live.en,
    metrics: metrics.en,
    tornOff: tornOff.en,
    campaigns: campaigns.en,
  },
  fr: {
    common: common.fr,
    actions: actions.fr,
    shell: shell.fr,
    failures: failures.fr,
    reasons: reasons.fr,
    signIn: signIn.fr,
    connection: connection.fr,
    live: live.fr,
    metrics: metrics.fr,
    tornOff: tornOff.fr,
    campaigns: campaigns.fr,
  },
};

/** What a screen brings along when it is first shown: see `useLateTexts`. */
interface LateTexts {
  readonly alerts: (typeof alerts)['en'];
  readonly apiReport: (typeof apiReport)['en'];
  readonly conversations: (typeof conversations)['en'];
  readonly dispatchers: (typeof dispatchers)['en'];
  readonly handOver: (typeof handOver)['en'];
  readonly inbox: (typeof inbox)['en'];
  readonly manifest: (typeof manifest)['en'];
  readonly missionControl: (typeof missionControl)['en'];
  readonly journal: (typeof journal)['en'];
  readonly keys: (typeof keys)['en'];
  readonly lateReasons: (typeof lateReasons)['en'];
  readonly preferences: (typeof preferences)['en'];
  readonly quality: (typeof quality)['en'];
  readonly wall: (typeof wall)['en'];
  readonly safety: (typeof safety)['en'];
  readonly campaignEditor: (typeof campaignEditor)['en'];
  readonly contacts: (typeof contacts)['en'];
  readonly doNotCall: (typeof doNotCall)['en'];
  readonly panic: (typeof panic)['en'];
  readonly readFailed: (typeof readFailed)['en'];
  readonly clocks: (typeof clocks)['en'];
}
export type LateNamespace = keyof LateTexts;

export type Resources = (typeof resources)['en'] & LateTexts;
