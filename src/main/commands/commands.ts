import type { Handlers } from '../../shared/ipc/contract.ts';
import type { CommandResult } from '../../shared/models/command.ts';
import type { Clock } from '../live/ports.ts';
import type { FetchedTranscript, TenantApi } from '../platform/tenant-api.ts';
import type { Log } from '../storage/log.ts';
import { Identity, type Me } from './identity.ts';
import { InTurn } from './in-turn.ts';
import type { Journal } from './journal/journal.ts';
import { OnceIndex } from './once-index.ts';
import type { Plan } from './plan.ts';
import { completePlan, handBackPlan, replyPlan, takeOverPlan, transferPlan } from './plans.ts';
import { runCommand } from './run-command.ts';

export interface CommandsDeps {
  /** The console's way to one tenant. Throws FailureError when there is none. */
  readonly apiFor: (tenant: string) => TenantApi;
  /** Reads one transcript; the live hub's, so that its rows learn from it. Throws as `getTranscript`. */
  readonly read: (tenant: string, id: string) => Promise<FetchedTranscript>;
  /** The signed-in operator. */
  readonly me: () => Me | undefined;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  readonly delays?: { readonly lost: readonly number[]; readonly answered: readonly number[] };
}

/** After a lost answer about fourteen seconds of looking; after a good one that is not to be seen yet, about four. */
const DELAYS = { lost: [500, 1_500, 4_000, 8_000], answered: [300, 1_000, 3_000] };

/** Makes the handlers of the `conversations` group of the IPC contract. Commands on one conversation run in turn. */
export function createCommands(deps: CommandsDeps): Omit<Handlers['conversations'], 'bulk'> {
  const turns = new InTurn();
  const once = new OnceIndex(deps.journal);
  const identities = new Map<string, Identity>();

  const identityIn = (tenant: string): Identity => {
    // What was learned of one operator does not hold for the next who signs in.
    const key = `${deps.me()?.id ?? ''}\n${tenant}`;
    const known = identities.get(key) ?? new Identity(deps.me);
    identities.set(key, known);
    return known;
  };

  const run = (plan: Plan): Promise<CommandResult> =>
    turns.run(`${plan.tenant}\n${plan.id}`, async () =>
      runCommand(plan, {
        api: deps.apiFor(plan.tenant),
        read: (id) => deps.read(plan.tenant, id),
        journal: deps.journal,
        once,
        identity: identityIn(plan.tenant),
        clock: deps.clock,
        log: deps.log,
        delays: deps.delays ?? DELAYS,
      }),
    );

  return {
    takeOver: (input) => run(takeOverPlan(input)),
    reply: (input) => run(replyPlan(input)),
    handBack: (input) => run(handBackPlan(input)),
    transfer: (input) => run(transferPlan(input)),
    complete: (input) => run(completePlan(input)),
    internalContacts: ({ tenant }) => deps.apiFor(tenant).internalContacts(),
  };
}
