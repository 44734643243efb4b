import type { Colleague } from '../cast/colleagues.ts';
import type { TenantProfile } from '../cast/tenant-profiles.ts';
import type { Lines } from '../flows/flow-script.ts';
import type { LiveConversation, Next, Stage } from '../live-conversation.ts';
import type { ModelPool } from '../model-pool.ts';
import type { Recorder } from '../recorder.ts';

/** What a step may touch besides its own conversation. */
export interface Scene {
  readonly profile: TenantProfile;
  readonly recorder: Recorder;
  readonly pool: ModelPool;
  readonly team: readonly Colleague[];
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
  if (!live.composing) return;
  live.composing = false;
  scene.pool.release();
}
