import { randomUUID } from 'node:crypto';
import type { ActResult, Picture } from '../../../shared/models/act.ts';
import type { Seen } from '../../../shared/models/command.ts';
import type { Clock } from '../../storage/clock.ts';
import type { Me } from '../identity.ts';
import type { JournalFacts } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { actorOf, answerOf } from '../record.ts';
import type { Act } from './act.ts';

/** The journal's lines about one act. */
export class ActRecord<T> {
  readonly #journal: Journal;
  readonly #clock: Clock;
  readonly #act: Act<T>;
  readonly #command = randomUUID();
  readonly #began: number;
  #sent = false;

  constructor(journal: Journal, clock: Clock, act: Act<T>) {
    this.#journal = journal;
    this.#clock = clock;
    this.#act = act;
    this.#began = clock.now();
  }

  /** True once the request may have left. */
  get sent(): boolean {
    return this.#sent;
  }

  /** Before anything is read. Throws when the journal cannot be written: then nothing is done at all. */
  intent(me: Me): Promise<void> {
    const { name, tenant, subject, facts, hold, expected } = this.#act;
    const intent = {
      name,
      tenant,
      subject,
      actor: actorOf(me),
      expected: seenOf(expected),
      ...(facts === undefined ? {} : { facts }),
      ...(hold === undefined ? {} : { hold }),
    };
    return this.#journal.append({ command: this.#command, phase: 'intent' }, { intent }, false);
  }

  /** On the disk before the request leaves, so that a crash in between is known for what it is. */
  async sending(): Promise<void> {
    await this.#journal.append({ command: this.#command, phase: 'sending' }, {}, true);
    this.#sent = true;
  }

  /** How it ended. */
  outcome(result: ActResult<T>, before: Picture | undefined, after: Picture | undefined): Promise<void> {
    const { outcome } = result;
    const details = {
      outcome,
      sent: this.#sent,
      differences: outcome === 'refused' ? [...result.differences] : [],
      tookMs: this.#clock.now() - this.#began,
      ...(outcome === 'done' ? {} : { answer: answerOf(result.failure) }),
      ...(before === undefined ? {} : { before: seenOf(before) }),
      ...(after === undefined ? {} : { after: seenOf(after) }),
    };
    return this.#journal.append({ command: this.#command, phase: 'outcome', outcome }, { outcome: details }, true);
  }
}

function seenOf({ state, revision }: Picture): Seen {
  return {
    status: state === undefined ? '' : String(state),
    ...(typeof revision === 'number' ? { revision } : {}),
  };
}

/** Writes down something that has no request of its own. @throws the system's error when the journal cannot be written. */
export function noteInJournal(
  journal: Journal,
  note: {
    readonly name: string;
    readonly tenant: string;
    readonly me: Me;
    readonly subject?: Act<unknown>['subject'];
    readonly facts?: JournalFacts;
  },
): Promise<void> {
  const { name, tenant, me, subject, facts } = note;
  const noted = {
    name,
    tenant,
    actor: actorOf(me),
    ...(subject === undefined ? {} : { subject }),
    ...(facts === undefined ? {} : { facts }),
  };
  return journal.append({ command: randomUUID(), phase: 'note' }, { noted }, true);
}
