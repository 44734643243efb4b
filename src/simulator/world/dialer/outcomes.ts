import type { CampaignDraft, RetryCause } from '../campaign-port.ts';

/** What becomes of a contact once its call has ended. */
export interface Aftermath {
  readonly state: 'done' | 'unreachable' | 'waiting-retry';
  /** For `waiting-retry`: when it may be called again. */
  readonly afterMinutes: number;
  /** The contact does not want to be called any more. */
  readonly unsubscribed: boolean;
}

const causes: Readonly<Record<string, RetryCause>> = {
  'no-answer': 'no-answer',
  busy: 'busy',
  failed: 'failed',
  'answering-machine-no-message': 'answering-machine',
};

/** How an attempt ended, from the status of its conversation: a handoff destination is a handoff. */
export function dispositionOf(status: string): string {
  return /^[a-z-]+$/.test(status) ? status : 'human-handoff';
}

/**
 * Decides by the campaign's rules what comes after a call.
 *
 * @param attempts how often the contact has been called, this call included
 */
export function afterCall(disposition: string, attempts: number, rules: CampaignDraft): Aftermath {
  const cause = causes[disposition];
  const over = { afterMinutes: 0, unsubscribed: disposition === 'unsubscribed' };
  if (cause === undefined) return { state: 'done', ...over };
  const rule = rules.retry[cause];
  const final = cause === 'answering-machine' && rules.answeringMachine === 'hang-up';
  if (rule === undefined || final || attempts >= rules.maxAttempts) return { state: 'unreachable', ...over };
  return { state: 'waiting-retry', afterMinutes: rule.afterMinutes, unsubscribed: false };
}
