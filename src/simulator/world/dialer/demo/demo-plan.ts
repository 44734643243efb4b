import type { CampaignDraft, CampaignState } from '../../campaign-port.ts';
import type { Language } from '../../world-port.ts';

/** A campaign that a tenant starts out with, and how far it has come. */
export interface DemoCampaign {
  readonly name: string;
  readonly description: string;
  readonly flowId: string;
  /** `office` calls from 9 to 20 on weekdays and from 10 on, `always` at any hour: somebody waits for these calls. */
  readonly hours: 'office' | 'always';
  readonly contacts: number;
  /** Of the contacts: most speak this one. */
  readonly language: Language;
  readonly concurrency: number;
  readonly answeringMachine: CampaignDraft['answeringMachine'];
  readonly state: CampaignState;
  /** How long ago it was started, hours; it was created a day before that. */
  readonly startedAgo: number;
  /** Share of the contacts that have been called. */
  readonly called: number;
  /** Calls in progress. */
  readonly calls: number;
  /** Calls that never reported back, and how long ago the latest of them was placed, minutes. */
  readonly lost: { readonly count: number; readonly agoMinutes: number } | undefined;
  readonly requiredVariables: readonly string[];
}

const usual = {
  language: 'en',
  hours: 'office',
  answeringMachine: 'leave-message',
  called: 0,
  calls: 0,
  lost: undefined,
  startedAgo: 0,
  requiredVariables: [],
} as const;

/** What each tenant starts out with, oldest first. */
export const demoPlan: Readonly<Record<string, readonly DemoCampaign[]>> = {
  'northwind-utilities': [
    {
      ...usual,
      name: 'Smart meter appointments',
      description: 'Confirms the visit of the installer and the access to the meter.',
      flowId: 'service-notice',
      contacts: 260,
      concurrency: 6,
      state: 'completed',
      startedAgo: 150,
      called: 1,
    },
    {
      ...usual,
      name: 'Paper bill survey',
      description: 'Stopped: the survey was moved to e-mail.',
      flowId: 'payment-reminder',
      contacts: 140,
      concurrency: 4,
      answeringMachine: 'hang-up',
      state: 'stopped',
      startedAgo: 98,
      called: 0.3,
    },
    {
      ...usual,
      name: 'Past-due reminders, 30 days',
      description: 'First reminder; offers a payment arrangement.',
      flowId: 'payment-reminder',
      contacts: 380,
      concurrency: 8,
      state: 'paused',
      startedAgo: 30,
      called: 0.36,
      requiredVariables: ['balance'],
    },
    {
      ...usual,
      name: 'Pre-authorized payment renewals',
      description: 'Cards that expire this month.',
      flowId: 'payment-reminder',
      hours: 'always',
      contacts: 240,
      concurrency: 4,
      state: 'running',
      startedAgo: 7,
      called: 0.4,
      lost: { count: 4, agoMinutes: 47 },
    },
    {
      ...usual,
      name: 'Storm restoration callbacks',
      description: 'Whoever reported an outage is told when power will be back. Called at any hour.',
      flowId: 'service-notice',
      hours: 'always',
      contacts: 1_600,
      concurrency: 10,
      state: 'running',
      startedAgo: 5,
      called: 0.24,
      calls: 7,
    },
    {
      ...usual,
      name: 'Planned work notices, west end',
      description: 'Etobicoke and Oakville, two days ahead.',
      flowId: 'service-notice',
      contacts: 320,
      concurrency: 5,
      state: 'running',
      startedAgo: 26,
      called: 0.5,
      calls: 3,
    },
    {
      ...usual,
      name: 'Winter rate information',
      description: 'Starts tomorrow.',
      flowId: 'payment-reminder',
      contacts: 210,
      concurrency: 6,
      answeringMachine: 'hang-up',
      state: 'scheduled',
    },
    {
      ...usual,
      name: 'Avis de travaux, Ottawa et Gatineau',
      description: 'En attente du calendrier des équipes.',
      flowId: 'service-notice',
      contacts: 120,
      language: 'fr',
      concurrency: 4,
      state: 'draft',
    },
  ],
  'maritime-telecom': [
    {
      ...usual,
      name: 'Modem recall',
      description: 'Exchange of HomeHub 3 modems with the faulty adapter.',
      flowId: 'service-notice',
      contacts: 220,
      concurrency: 5,
      state: 'completed',
      startedAgo: 190,
      called: 1,
    },
    {
      ...usual,
      name: 'Late accounts, 60 days',
      description: 'Second reminder before the account goes to collections.',
      flowId: 'payment-reminder',
      hours: 'always',
      contacts: 180,
      concurrency: 3,
      state: 'running',
      startedAgo: 9,
      called: 0.35,
      lost: { count: 3, agoMinutes: 63 },
    },
    {
      ...usual,
      name: 'Rappels de comptes en souffrance',
      description: 'Premier rappel, clientèle francophone.',
      flowId: 'payment-reminder',
      contacts: 260,
      language: 'fr',
      concurrency: 5,
      answeringMachine: 'retry',
      state: 'paused',
      startedAgo: 28,
      called: 0.42,
    },
    {
      ...usual,
      name: 'Suivi de panne réseau / Network fault follow-up',
      description: 'Asks whether service is back. Called at any hour.',
      flowId: 'service-notice',
      hours: 'always',
      contacts: 900,
      language: 'fr',
      concurrency: 6,
      state: 'running',
      startedAgo: 4,
      called: 0.4,
      calls: 4,
    },
    {
      ...usual,
      name: 'Fibre upgrade invitations',
      description: 'Streets where fibre was laid this year.',
      flowId: 'move-in',
      contacts: 150,
      concurrency: 4,
      answeringMachine: 'hang-up',
      state: 'draft',
    },
  ],
  'pacific-clinic': [
    {
      ...usual,
      name: 'Rappels de vaccination',
      description: 'Patients francophones, campagne terminée.',
      flowId: 'appointment-reminder',
      contacts: 120,
      language: 'fr',
      concurrency: 2,
      state: 'completed',
      startedAgo: 120,
      called: 1,
    },
    {
      ...usual,
      name: 'New caller number, trial',
      description: 'The carrier refused the new number.',
      flowId: 'appointment-reminder',
      contacts: 60,
      concurrency: 2,
      state: 'failed',
      startedAgo: 52,
      called: 0.2,
    },
    {
      ...usual,
      name: 'Specialist waiting list',
      description: 'Offers of earlier appointments.',
      flowId: 'appointment-reminder',
      contacts: 150,
      concurrency: 3,
      state: 'paused',
      startedAgo: 27,
      called: 0.3,
    },
    {
      ...usual,
      name: 'Appointment confirmations',
      description: 'Visits of the next three days.',
      flowId: 'appointment-reminder',
      hours: 'always',
      contacts: 130,
      concurrency: 2,
      state: 'running',
      startedAgo: 6,
      called: 0.4,
      lost: { count: 2, agoMinutes: 38 },
    },
    {
      ...usual,
      name: 'After-visit follow-up',
      description: 'How patients are the day after a procedure. Called at any hour they agreed to.',
      flowId: 'appointment-reminder',
      hours: 'always',
      contacts: 600,
      concurrency: 3,
      state: 'running',
      startedAgo: 5,
      called: 0.4,
      calls: 2,
    },
    {
      ...usual,
      name: 'Annual check-up invitations',
      description: 'Patients not seen for a year.',
      flowId: 'appointment-reminder',
      contacts: 90,
      concurrency: 2,
      state: 'draft',
    },
  ],
};
