import type { RiskLevel } from './conversation.ts';

/** What happened to a conversation while the console could not see it; only what an operator would want to know. */
export type AwayKind =
  /** Its risk is high or critical now and was not before (or it is new and comes so). */
  | 'risk'
  | 'ended'
  /** A person other than this operator has it now. */
  | 'taken-over'
  /** The AI let go of it: it waits in a queue, or nobody has it. */
  | 'handed-off';

/** One thing found by comparing after an absence. It is news of the past: never shown as if it happened now. */
export interface AwayItem {
  /** Unique within the console; what `live.acknowledgeAway` takes. */
  readonly id: string;
  readonly kind: AwayKind;
  readonly conversation: string;
  /** How the contact was displayed; the row itself may be gone. */
  readonly contact: string;
  readonly platform: string;
  readonly risk?: { readonly level: RiskLevel; readonly label: string };
  /** `ended`: the final status where the instance told it; absent: it is only known that it ended. */
  readonly status?: string;
  /** `taken-over`: by whom and when (epoch ms, server clock), where known. */
  readonly by?: { readonly id?: string; readonly name?: string; readonly at?: number };
  /** `handed-off`: the skills that it waits for. */
  readonly skills?: readonly string[];
  /** The absence in which it happened (epoch ms, this machine's clock): last proof before, first comparison after. */
  readonly from: number;
  readonly to: number;
}

/** All that is not acknowledged yet, newest absence first and within it the worst first. Each batch is the whole list. */
export interface AwayList {
  readonly tenant: string;
  readonly items: readonly AwayItem[];
  /** Items given up because the list is bounded; they were the oldest. */
  readonly dropped: number;
}

/** At most so many items are kept a tenant. */
export const MAX_AWAY_ITEMS = 500;
