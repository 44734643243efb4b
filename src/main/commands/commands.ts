import type { Handlers } from '../../shared/ipc/contract.ts';
import type { CommandResult } from '../../shared/models/command.ts';
import type { Handler } from '../../shared/models/conversation.ts';
import type { FetchedTranscript, TenantApi } from '../platform/tenant-api.ts';
import type { Clock } from '../storage/clock.ts';
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

type Direct = Omit<Handlers['conversations'], 'bulk' | 'told'>;
type Sends<K extends keyof Direct> = (input: Parameters<Direct[K]>[0], hold?: string) => Promise<CommandResult>;

/** Each sends at once, with the care of run-command.ts. `hold` names the hold that a command was released from. */
export interface Commands {
  readonly takeOver: Sends<'takeOver'>;
  readonly reply: Sends<'reply'>;
  readonly handBack: Sends<'handBack'>;
  readonly transfer: Sends<'transfer'>;
  readonly complete: Sends<'complete'>;
  readonly internalContacts: Direct['internalContacts'];
  /** Whether a handler is the signed-in operator, as that tenant's instance calls them. */
  isMine(tenant: string, handler: Handler): boolean;
}

/** After a lost answer about fourteen seconds of looking; after a good one that is not to be seen yet, about four. */
const DELAYS = { lost: [500, 1_500, 4_000, 8_000], answered: [300, 1_000, 3_000] };

/** Makes the commands. Those on one conversation run in turn. */
export function createCommands(deps: CommandsDeps): Commands {
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

  const run = (plan: Plan, hold?: string): Promise<CommandResult> =>
    turns.run(`${plan.tenant}\n${plan.id}`, async () =>
      runCommand(hold === undefined ? plan : { ...plan, hold }, {
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
    takeOver: (input, hold) => run(takeOverPlan(input), hold),
    reply: (input, hold) => run(replyPlan(input), hold),
    handBack: (input, hold) => run(handBackPlan(input), hold),
    transfer: (input, hold) => run(transferPlan(input), hold),
    complete: (input, hold) => run(completePlan(input), hold),
    internalContacts: ({ tenant }) => deps.apiFor(tenant).internalContacts(),
    isMine: (tenant, handler) => identityIn(tenant).whose(handler) === 'mine',
  };
}
