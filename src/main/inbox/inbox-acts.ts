import type { Picture } from '../../shared/models/act.ts';
import type { Assignment, Availability, AvailabilityChange, InboxAgent } from '../../shared/models/inbox.ts';
import type { Act } from '../commands/acts/act.ts';
import type { InboxApi, WrapUpNotes } from '../platform/inbox/inbox-api.ts';

interface Target {
  readonly tenant: string;
  readonly id: string;
}

function base(api: InboxApi, name: string, { tenant, id }: Target) {
  return {
    name,
    tenant,
    subject: { kind: 'inbox' as const, ids: [id] },
    expected: {},
    read: async (): Promise<Assignment | undefined> => (await api.get()).assigned.find((one) => one.id === id),
    picture: ({ state }: Assignment): Picture => ({ state }),
    refuse: (now: Assignment | undefined) =>
      now === undefined
        ? {
            code: 'conflict' as const,
            message: 'The conversation is not assigned to the operator any more',
            detail: { reason: 'not-assigned' },
          }
        : undefined,
  };
}

/**
 * Makes the operator available, busy or offline.
 * @param changed told what became of the conversations in hand.
 */
export function availabilityAct(
  api: InboxApi,
  { tenant, availability }: { readonly tenant: string; readonly availability: Availability },
  changed: (change: AvailabilityChange) => void,
): Act<InboxAgent> {
  return {
    name: 'setAvailability',
    tenant,
    subject: { kind: 'inbox', ids: [tenant] },
    facts: { availability },
    expected: {},
    read: async () => (await api.get()).me,
    picture: (me): Picture => ({ state: me.availability }),
    async send() {
      const change = await api.setAvailability(availability);
      changed(change);
      return change.me;
    },
    find(_before, now) {
      if (now === undefined) return 'cannot-tell';
      return now.availability === availability ? 'done' : 'not-done';
    },
  };
}

/** Ends an assigned conversation; it stays for wrap-up. */
export function endAct(api: InboxApi, target: Target): Act<Assignment> {
  return {
    ...base(api, 'endAssignment', target),
    already: (now) => now?.state === 'wrap-up',
    send: () => api.end(target.id),
    find: (_before, now) => (now === undefined || now.state === 'wrap-up' ? 'done' : 'not-done'),
  };
}

/** Writes down what came of it and frees the place. The notes are not in the journal, only how long they are. */
export function wrapUpAct(api: InboxApi, target: Target, notes: WrapUpNotes): Act<Assignment> {
  return {
    ...base(api, 'wrapUpAssignment', target),
    facts: {
      notesLength: notes.notes.length,
      ...(notes.disposition !== undefined && { disposition: notes.disposition }),
    },
    async send() {
      await api.wrapUp(target.id, notes);
      return undefined;
    },
    find: (_before, now) => (now === undefined ? 'done' : 'not-done'),
  };
}

/** Gives an assigned conversation back to the queue. */
export function requeueAct(api: InboxApi, target: Target, skills?: readonly string[]): Act<Assignment> {
  return {
    ...base(api, 'requeueAssignment', target),
    async send() {
      await api.requeue(target.id, skills);
      return undefined;
    },
    find: (_before, now) => (now === undefined ? 'done' : 'not-done'),
  };
}
