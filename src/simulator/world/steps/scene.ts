import type { Colleague } from '../cast/colleagues.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import type { Lines } from '../flows/flow-script.ts';
import type { LiveConversation, Next, Stage } from '../live-conversation.ts';
import type { ModelPool } from '../model-pool.ts';
import type { Recorder } from '../recorder.ts';
import type { Conditions } from './conditions.ts';

/** Hears what neither a conversation nor its events tell. */
export interface Meter {
  /** The AI has answered; `ms` from its turn's begin, waiting for a place of the model pool included. */
  answered(live: LiveConversation, ms: number): void;
}

/** What a step may touch besides its own conversation. */
export interface Scene {
  readonly profile: TenantProfile;
  readonly recorder: Recorder;
  readonly pool: ModelPool;
  readonly team: readonly Colleague[];
  readonly conditions: Conditions;
  readonly meter: Meter;
  /** The same contact begins anew after a conversation that ended as restarted. */
  beginAgain(live: LiveConversation): void;
}

export type Step = (live: LiveConversation, scene: Scene) => Next | undefined;

/** The AI's next turn: what it will say and what comes then. */
export function aiSays(live: LiveConversation, line: Lines, afterLine: Stage, after = 300): Next {
  live.line = line;
  live.afterLine = afterLine;
  return { stage: 'compose', after };
}

/** Gives the model place back if the AI was composing; what it was about to say is never said. */
export function stopComposing(live: LiveConversation, scene: Scene): void {
  live.askedModelAt = undefined;
  scene.pool.giveUp(live.number);
  if (!live.composing) return;
  live.composing = false;
  scene.pool.release();
}
