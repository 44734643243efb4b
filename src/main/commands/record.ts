import { randomUUID } from 'node:crypto';
import type { CommandResult, Expected } from '../../shared/models/command.ts';
import type { Conversation } from '../../shared/models/conversation.ts';
import type { Failure } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';
import type { Me } from './identity.ts';
import { digest } from './journal/chain.ts';
import type { Intent, OutcomeDetails } from './journal/entry.ts';
import type { Journal } from './journal/journal.ts';
import type { Plan } from './plan.ts';

/** The journal's lines about one command. */
export class CommandRecord {
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #plan: Plan;
  readonly #command = randomUUID();
  readonly #began: number;
  #announced = false;
  #sent = false;

  constructor(journal: Journal, clock: Clock, plan: Plan) {
    this.#journal = journal;
    this.#clock = clock;
    this.#plan = plan;
    this.#began = clock.now();
  }

  /** True once the request may have left. */
  get sent(): boolean {
    return this.#sent;
  }

  /**
   * True when this attempt decides what is known of a text that may be sent only once. An attempt that was refused
   * before it came to sending says nothing about an earlier one.
   */
  settles(outcome: CommandResult['outcome']): boolean {
    return this.#announced || outcome !== 'refused';
  }

  /** Before anything is read. Throws when the journal cannot be written: then nothing is done at all. */
  intent(me: Me): Promise<void> {
    const { name, tenant, id, expected, internalContactId, hold } = this.#plan;
    const intent: Intent = {
      name,
      tenant,
      conversation: id,
      actor: actorOf(me),
      expected: pictureOf(expected),
      ...(internalContactId === undefined ? {} : { internalContactId }),
      ...(hold === undefined ? {} : { hold }),
      ...traceOf(this.#command, 'text', this.#plan.text),
      ...traceOf(this.#command, 'note', this.#plan.note),
    };
    return this.#journal.append({ command: this.#command, phase: 'intent', ...this.#once() }, { intent }, false);
  }

  /** On the disk before the request leaves, so that a crash in between is known for what it is. */
  async sending(): Promise<void> {
    this.#announced = true;
    await this.#journal.append({ command: this.#command, phase: 'sending', ...this.#once() }, {}, true);
    this.#sent = true;
  }

  /** How it ended. */
  outcome(result: CommandResult, before: Conversation | undefined): Promise<void> {
    const details: OutcomeDetails = {
      outcome: result.outcome,
      sent: this.#sent,
      differences: result.outcome === 'refused' ? [...result.differences] : [],
      tookMs: this.#clock.now() - this.#began,
      ...(result.outcome === 'done' ? {} : { answer: answerOf(result.failure) }),
      ...(before === undefined ? {} : { before: pictureOfConversation(before) }),
      ...(result.conversation === undefined ? {} : { after: pictureOfConversation(result.conversation) }),
    };
    const once = this.settles(result.outcome) ? this.#once() : {};
    const facts = { command: this.#command, phase: 'outcome', outcome: result.outcome, ...once } as const;
    return this.#journal.append(facts, { outcome: details }, true);
  }

  #once(): { readonly once?: string } {
    return this.#plan.once === undefined ? {} : { once: this.#plan.once };
  }
}

/** Who acted, without what is not known of them. */
export function actorOf({ id, name }: Me): Intent['actor'] {
  return { ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
}

/** Length and a digest salted by the command: equal texts of two commands do not look equal. */
export function traceOf(
  command: string,
  key: 'text' | 'note',
  text: string | undefined,
): Partial<Pick<Intent, 'text' | 'note'>> {
  if (text === undefined) return {};
  return { [key]: { length: text.length, digest: digest(`${command}\n${text}`) } };
}

function pictureOf({ status, handlerKind, handlerName, revision }: Expected): NonNullable<Intent['expected']> {
  return {
    status,
    handlerKind,
    ...(handlerName === undefined ? {} : { handlerName }),
    ...(revision === undefined ? {} : { revision }),
  };
}

function pictureOfConversation({ status, handler, revision }: Conversation): NonNullable<Intent['expected']> {
  return pictureOf({ status, handlerKind: handler.kind, handlerName: handler.name, revision });
}

/** What an instance answered, without its words: they may quote what somebody said. */
export function answerOf({ code, detail }: Failure): NonNullable<OutcomeDetails['answer']> {
  const { reason, status, requestId, requiredScope, takenBy } = detail ?? {};
  return {
    code,
    ...(reason === undefined ? {} : { reason }),
    ...(status === undefined ? {} : { status }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(requiredScope === undefined ? {} : { requiredScope }),
    ...(takenBy === undefined ? {} : { takenBy }),
  };
}
