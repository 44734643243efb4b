import type { Handlers } from '../../shared/ipc/contract.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { Assignment, Availability, AvailabilityChange } from '../../shared/models/inbox.ts';
import { noteInJournal } from '../commands/acts/act-record.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { Me } from '../commands/identity.ts';
import type { Journal } from '../commands/journal/journal.ts';
import { sleep } from '../live/ports.ts';
import type { InboxApi } from '../platform/inbox/inbox-api.ts';
import type { Clock } from '../storage/clock.ts';
import { availabilityAct, endAct, requeueAct, wrapUpAct } from './inbox-acts.ts';
import { InboxWatch } from './inbox-watch.ts';

export interface InboxDeps {
  readonly apiFor: (tenant: string) => InboxApi;
  readonly run: RunAct;
  readonly journal: Journal;
  readonly me: () => Me | undefined;
  readonly clock: Clock;
  /** A conversation was given to the operator while no window showed the inbox. */
  readonly given: (assignment: Assignment) => void;
}

/** How long signing out waits for the router to be told that the operator goes. */
const LEAVE_MS = 3_000;

export interface InboxService {
  readonly handlers: Handlers['inbox'];
  /**
   * The operator signs out: where they are there for the router by this console, they go offline, so that nobody waits for
   * somebody who has gone. Resolves when it is told, or after a few seconds.
   */
  leave(): Promise<void>;
  /** Ends all reading and presence: the session is over. */
  stopAll(): void;
}

/** The `inbox` group, one watch a tenant however many windows look. */
export function createInboxService({ apiFor, run, journal, me, clock, given }: InboxDeps): InboxService {
  const watches = new Map<string, InboxWatch>();
  const watchOf = (tenant: string): InboxWatch => {
    const watch = watches.get(tenant) ?? new InboxWatch(apiFor(tenant), clock, given);
    watches.set(tenant, watch);
    return watch;
  };
  const afterwards = async <T>(tenant: string, doing: Promise<T>): Promise<T> => {
    const result = await doing;
    await watchOf(tenant).refresh();
    return result;
  };

  async function setAvailability(tenant: string, availability: Availability): Promise<AvailabilityChange> {
    let change: AvailabilityChange = { requeued: [], kept: [] };
    const act = availabilityAct(apiFor(tenant), { tenant, availability }, (told) => {
      change = told;
    });
    const result = await run(act);
    if (result.outcome !== 'done') {
      const { code, message, detail } = result.failure;
      throw new FailureError(code, message, detail);
    }
    watchOf(tenant).setPresent(availability !== 'offline');
    return change;
  }

  return {
    handlers: {
      state: ({ tenant }, changed) => watchOf(tenant).open(changed),
      refresh: ({ tenant }) => watchOf(tenant).refresh(),
      setAvailability: ({ tenant, availability }) => afterwards(tenant, setAvailability(tenant, availability)),
      configuration: ({ tenant }) => apiFor(tenant).configuration(),
      async configure({ tenant, configuration: { mobilePhoneNumber, sipTrunk, ...rest } }) {
        const wanted = {
          ...rest,
          ...(mobilePhoneNumber !== undefined && { mobilePhoneNumber }),
          ...(sipTrunk !== undefined && { sipTrunk }),
        };
        const facts = { skills: rest.skills.length, chats: rest.maxChats, emails: rest.maxEmails };
        await noteInJournal(journal, { name: 'setPersonalConfiguration', tenant, me: me() ?? {}, facts });
        return afterwards(
          tenant,
          apiFor(tenant)
            .configure(wanted)
            .then((saved) => saved ?? wanted),
        );
      },
      end: ({ tenant, id }) => afterwards(tenant, run(endAct(apiFor(tenant), { tenant, id }))),
      wrapUp: ({ tenant, id, notes, disposition }) => {
        const what = { notes, ...(disposition !== undefined && { disposition }) };
        return afterwards(tenant, run(wrapUpAct(apiFor(tenant), { tenant, id }, what)));
      },
      requeue: ({ tenant, id, skills }) => afterwards(tenant, run(requeueAct(apiFor(tenant), { tenant, id }, skills))),
    },
    async leave() {
      const going = [...watches].flatMap(([tenant, watch]) =>
        watch.isThere ? [setAvailability(tenant, 'offline').catch(() => undefined)] : [],
      );
      if (going.length > 0) await Promise.race([Promise.all(going), sleep(clock, LEAVE_MS)]);
    },
    stopAll() {
      for (const watch of watches.values()) watch.stop();
      watches.clear();
    },
  };
}
