import type { LiveConversation } from '../live-conversation.ts';
import { cancelledCall } from '../steps/ending.ts';
import { enqueue } from '../steps/human-steps.ts';
import { stopComposing } from '../steps/scene.ts';
import type { Engine, EngineParts } from '../tenant/engine.ts';

export type ToQueue = (live: LiveConversation, skills?: readonly string[]) => void;

/** Makes what puts a conversation into the queue, from whoever has it, by the step that the AI takes too. */
export function createToQueue({ clock, recorder }: EngineParts, engine: Engine): ToQueue {
  return (live, skills) => {
    recorder.at = clock.now();
    stopComposing(live, engine.scene);
    const cut = cancelledCall(live, engine.scene);
    if (cut.finished !== undefined) recorder.change(live, cut);
    live.line = undefined;
    live.arrow = undefined;
    live.departure = undefined;
    const next = enqueue(live, engine.scene);
    const { queue } = live.shown;
    if (skills !== undefined && queue !== null) recorder.change(live, { patch: { queue: { ...queue, skills } } });
    live.tempo = 'story';
    engine.plan(live, next);
  };
}
