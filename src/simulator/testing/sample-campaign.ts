import type { CampaignDraft } from '../world/campaign-port.ts';

/** A campaign that may call at any hour of any day. For tests. */
export function draft(changes: Partial<CampaignDraft> = {}): CampaignDraft {
  return {
    name: 'Sample reminders',
    description: 'For tests',
    flowId: 'payment-reminder',
    callerId: '+14165550100',
    schedule: {
      days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'],
      windowStart: '00:00',
      windowEnd: '24:00',
      holidays: [],
      zone: 'contact',
      fallbackTimeZone: 'America/Toronto',
    },
    concurrency: 5,
    maxAttempts: 3,
    retry: { 'no-answer': { afterMinutes: 30 }, busy: { afterMinutes: 5 }, failed: { afterMinutes: 60 } },
    answeringMachine: 'leave-message',
    requiredVariables: [],
    ...changes,
  };
}

/** A manifest of these numbers, each with a name. */
export function manifest(phones: readonly string[]): string {
  const rows = phones.map((phone, i) => `${phone},x-${i + 1},Ana,"Roy, the ${i + 1}th",fr,account-${i + 1}`);
  return ['phone,externalId,firstName,lastName,language,account', ...rows, ''].join('\r\n');
}
