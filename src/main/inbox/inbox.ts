import type { Handlers } from '../../shared/ipc/contract.ts';
import { noteInJournal } from '../commands/acts/act-record.ts';
import type { RunAct } from '../commands/acts/run-act.ts';
import type { Me } from '../commands/identity.ts';
import type { Journal } from '../commands/journal/journal.ts';
import type { InboxApi } from '../platform/inbox/inbox-api.ts';
import type { Clock } from '../storage/clock.ts';
import { endAct, requeueAct, wrapUpAct } from './inbox-acts.ts';
import { InboxWatch } from './inbox-watch.ts';

export interface InboxDeps {
  readonly apiFor: (tenant: string) => InboxApi;
  readonly run: RunAct;
  readonly journal: Journal;
  readonly me: () => Me | undefined;
  readonly clock: Clock;
}

export interface InboxService {
  readonly handlers: Handlers['inbox'];
  /** Ends all reading and presence: the session is over. */
  stopAll(): void;
}

/** The `inbox` group, one watch a tenant however many windows look. */
export function createInboxService({ apiFor, run, journal, me, clock }: InboxDeps): InboxService {
  const watches = new Map<string, InboxWatch>();
  const watchOf = (tenant: string): InboxWatch => {
    const watch = watches.get(tenant) ?? new InboxWatch(apiFor(tenant), clock);
    watches.set(tenant, watch);
    return watch;
  };
  const afterwards = async <T>(tenant: string, doing: Promise<T>): Promise<T> => {
    const result = await doing;
    await watchOf(tenant).refresh();
    return result;
  };

  return {
    handlers: {
      state: ({ tenant }, changed) => watchOf(tenant).open(changed),
      refresh: ({ tenant }) => watchOf(tenant).refresh(),
      async setAvailability({ tenant, availability }) {
        const name = 'setAvailability';
        await noteInJournal(journal, { name, tenant, me: me() ?? {}, facts: { availability } });
        const change = await apiFor(tenant).setAvailability(availability);
        watchOf(tenant).setPresent(availability !== 'offline');
        return afterwards(tenant, Promise.resolve(change));
      },
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
    stopAll() {
      for (const watch of watches.values()) watch.stop();
      watches.clear();
    },
  };
}
