import type { NotSentReason } from '../../../shared/models/hold.ts';
import type { Me } from '../identity.ts';
import type { Subject } from '../journal/entry.ts';
import type { Journal } from '../journal/journal.ts';
import { actorOf, traceOf } from '../record.ts';
import type { KeptHold } from './hold-file.ts';

/** The journal's lines about holds. Each throws when the journal cannot be written. */
export class HoldRecord {
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  held({ id, action, tenant, targets, internalContactId, note, campaign, dueAt }: KeptHold, me: Me): Promise<void> {
    const held = {
      name: action,
      tenant,
      conversations: campaign === undefined ? targets.map((target) => target.id) : [],
      ...(campaign === undefined ? {} : { subject: heldSubject(campaign, targets) }),
      actor: actorOf(me),
      dueAt,
      ...(internalContactId === undefined ? {} : { internalContactId }),
      ...traceOf(id, 'note', note),
    };
    return this.#journal.append({ command: id, phase: 'held' }, { held }, true);
  }

  undone(id: string): Promise<void> {
    return this.#journal.append({ command: id, phase: 'undone' }, {}, true);
  }

  /** The countdown ended: each command has its own lines from here on. */
  released(id: string): Promise<void> {
    return this.#journal.append({ command: id, phase: 'released' }, {}, true);
  }

  notSent(id: string, reason: NotSentReason): Promise<void> {
    return this.#journal.append({ command: id, phase: 'not-sent' }, { reason }, true);
  }
}

/** What a hold on campaigns, contacts or numbers is about. */
function heldSubject({ kind, id, name }: NonNullable<KeptHold['campaign']>, targets: KeptHold['targets']): Subject {
  return {
    kind,
    ids: targets.map((target) => target.id),
    ...(id === undefined ? {} : { campaign: { id, name: name ?? id } }),
  };
}
