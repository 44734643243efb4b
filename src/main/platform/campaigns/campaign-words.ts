import { createVocabulary, statusWord } from '../decode/vocabulary.ts';

/** States of a campaign and its dispatcher. */
export const campaignStateWord = createVocabulary({
  draft: ['new', 'created', 'notstarted', 'unstarted'],
  scheduled: ['planned', 'pendingstart'],
  running: ['active', 'inprogress', 'started', 'dialing', 'dialling', 'live'],
  paused: ['onhold', 'suspended', 'held'],
  draining: ['stopping', 'finishing', 'windingdown', 'ending'],
  completed: ['complete', 'finished', 'done', 'exhausted'],
  stopped: ['halted', 'terminated', 'aborted', 'cancelled', 'canceled'],
  failed: ['failure', 'error', 'errored', 'broken'],
});

export const verbWord = createVocabulary({
  start: ['launch', 'begin', 'run', 'activate'],
  pause: ['suspend', 'hold'],
  resume: ['unpause', 'continue'],
  stop: ['halt', 'abort', 'terminate', 'end'],
});

export const contactStateWord = createVocabulary({
  pending: ['new', 'queued', 'waiting', 'notcalled', 'open', 'todo'],
  dialing: ['dialling', 'ringing', 'calling'],
  'in-call': ['talking', 'connected', 'inprogress', 'oncall', 'active'],
  'waiting-retry': ['retrywaiting', 'retry', 'waitingforretry', 'retrypending', 'toretry', 'awaitingretry'],
  scheduled: ['rescheduled', 'planned', 'postponed', 'deferred'],
  done: ['completed', 'complete', 'finished', 'reached'],
  skipped: ['excluded', 'omitted'],
  unreachable: ['exhausted', 'failed', 'notreached', 'gaveup'],
  'do-not-call': ['dnc', 'suppressed', 'blocked', 'optedout'],
});

/** Why a contact was not called. */
export const notCalledWord = createVocabulary({
  'outside-window': ['window', 'windowclosed', 'outofwindow', 'outsidecallingwindow', 'callingwindowclosed'],
  holiday: ['publicholiday', 'onholiday'],
  'day-off': ['weekday', 'notacallingday', 'dayclosed', 'restday'],
  'do-not-call': ['dnc', 'suppressed', 'suppression'],
  paused: ['campaignpaused', 'onhold'],
  queue: ['queued', 'inqueue', 'waitingturn', 'notyet'],
  concurrency: ['concurrencycap', 'tenantcap', 'atcapacity', 'capacity', 'caplimit'],
  'retry-wait': ['waitingretry', 'retrydelay', 'waitingforretry', 'backoff'],
  'max-attempts': ['attemptsexhausted', 'maxattemptsreached', 'attemptlimit', 'exhausted'],
  skipped: ['excluded', 'manuallyskipped'],
  draft: ['notstarted', 'campaigndraft'],
  'campaign-ended': ['ended', 'campaignover', 'campaignstopped', 'campaigncompleted'],
});

/** Outcomes that may be called again, and rules for answering machines. */
export const retriedWord = createVocabulary({
  'no-answer': ['noanswer', 'unanswered', 'notanswered'],
  busy: ['linebusy', 'engaged'],
  failed: ['failure', 'error', 'callfailed'],
  'answering-machine': ['machine', 'voicemail', 'answeringmachine', 'answeringmachinenomessage', 'amd'],
});
export const machineRuleWord = createVocabulary({
  'leave-message': ['message', 'voicemail', 'leavevoicemail', 'speak'],
  'hang-up': ['hangup', 'disconnect', 'drop'],
  retry: ['retrylater', 'redial', 'callagain'],
});

export const weekdayWord = createVocabulary({
  mon: ['monday', 'mo'],
  tue: ['tuesday', 'tu', 'tues'],
  wed: ['wednesday', 'we'],
  thu: ['thursday', 'th', 'thur', 'thurs'],
  fri: ['friday', 'fr'],
  sat: ['saturday', 'sa'],
  sun: ['sunday', 'su'],
});

export const uploadStateWord = createVocabulary({
  receiving: ['open', 'uploading', 'inprogress', 'created', 'started'],
  processing: ['validating', 'importing', 'queued', 'running', 'parsing', 'checking'],
  accepted: ['completed', 'complete', 'imported', 'done', 'succeeded'],
  'partially-accepted': ['partial', 'partiallyimported', 'acceptedwitherrors', 'partlyaccepted', 'completedwitherrors'],
  rejected: ['failed', 'refused', 'invalid'],
  cancelled: ['canceled', 'aborted', 'discarded'],
  reversed: ['undone', 'reverted', 'rolledback', 'withdrawn'],
});

export const uploadModeWord = createVocabulary({ append: ['add', 'merge'], replace: ['overwrite', 'substitute'] });
export const callsInProgressWord = createVocabulary({
  finish: ['letfinish', 'complete', 'drain', 'graceful'],
  'hang-up': ['hangup', 'disconnect', 'drop', 'cut', 'immediate'],
});
export const leaseStateWord = createVocabulary({
  dialing: ['dialling', 'ringing', 'calling'],
  'in-call': ['talking', 'connected', 'oncall', 'inprogress'],
  unreported: ['unknown', 'lost', 'silent', 'neverreported', 'missing'],
});
export const sourceWord = createVocabulary({
  operator: ['user', 'manual', 'agent', 'person'],
  import: ['imported', 'bulk', 'file', 'upload'],
  unsubscribed: ['unsubscribe', 'optout', 'optedout', 'customer', 'contact'],
});

const besidesStatuses = createVocabulary({ busy: ['linebusy', 'engaged'] });

/** How a call ended: the statuses of conversations, and `busy`. */
export function dispositionWord(spelling: string): string {
  return besidesStatuses(statusWord(spelling));
}
