import type { CommandResult, Seen } from '../../../shared/models/command.ts';
import type {
  BulkResult,
  HeldAction,
  Hold,
  HoldCounts,
  HoldPhase,
  HoldResult,
  HoldSubject,
} from '../../../shared/models/hold.ts';
import type { KeptHold } from './hold-file.ts';

export interface HoldRequest {
  readonly tenant: string;
  readonly action: HeldAction;
  readonly bulk: boolean;
  readonly targets: readonly { readonly id: string; readonly expected: Seen; readonly name?: string | undefined }[];
  readonly internalContactId?: string | undefined;
  readonly note?: string | undefined;
  readonly campaign?: KeptHold['campaign'];
  readonly tags?: KeptHold['tags'];
}

/** One hold in memory: what is kept of it, how far it got, what came of each conversation. */
export class HeldCommand {
  kept: KeptHold;
  phase: HoldPhase;
  readonly results = new Map<string, HoldResult['result']>();
  /** The rest of a running bulk command is not to be sent. */
  restCancelled = false;
  /** Written down where a crash does not reach it. Nothing is sent before. */
  ready: Promise<void> = Promise.resolve();
  cancelTimer: (() => void) | undefined;
  /** Resolves for whoever asked for it, when it ended. */
  readonly ended: Promise<BulkResult>;
  #resolve: (result: BulkResult) => void = () => undefined;

  constructor(kept: KeptHold, phase: HoldPhase) {
    this.kept = kept;
    this.phase = phase;
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  /** Notes one result. The conversation itself is left out: windows have it from the rows. */
  note(conversation: string, result: HoldResult['result']): void {
    this.results.set(conversation, withoutConversation(result));
  }

  /** Whatever was not sent never will be. */
  cancelWaiting(): void {
    for (const { id } of this.kept.targets) if (!this.results.has(id)) this.results.set(id, { outcome: 'cancelled' });
  }

  /** Answers whoever asked. */
  settle(): void {
    this.#resolve({ hold: this.kept.id, counts: this.counts(), results: this.#inOrder() });
  }

  counts(): HoldCounts {
    const counted = { done: 0, refused: 0, unknown: 0, cancelled: 0 };
    for (const { outcome } of this.results.values()) counted[outcome]++;
    const total = this.kept.targets.length;
    return { total, ...counted, waiting: total - this.results.size };
  }

  view(): Hold {
    const { id, tenant, action, bulk, targets, internalContactId, campaign, heldAt, dueAt, reason } = this.kept;
    return {
      id,
      tenant,
      action,
      bulk,
      conversations: targets.map((target) => target.id),
      ...(internalContactId === undefined ? {} : { internalContactId }),
      ...(campaign === undefined ? {} : { about: subjectOf(campaign) }),
      phase: this.phase,
      heldAt,
      dueAt,
      counts: this.counts(),
      results: this.#inOrder(),
      ...(reason === undefined ? {} : { reason }),
    };
  }

  #inOrder(): readonly HoldResult[] {
    return this.kept.targets.flatMap(({ id }) => {
      const result = this.results.get(id);
      return result === undefined ? [] : [{ conversation: id, result }];
    });
  }
}

function subjectOf({ kind, id, name }: NonNullable<KeptHold['campaign']>): HoldSubject {
  return id === undefined ? { kind } : { kind, campaign: { id, name: name ?? id } };
}

function withoutConversation(result: HoldResult['result']): HoldResult['result'] {
  if (result.outcome === 'cancelled' || result.conversation === undefined) return result;
  const { conversation: _rows, ...rest } = result;
  return rest satisfies CommandResult;
}
