import type { LiveConversation, Next } from '../live-conversation.ts';
import { voicemailLines } from '../talk/ai-lines.ts';
import { systemNotes } from '../talk/csr-lines.ts';
import { end, systemMessage } from './ending.ts';
import { aiSays, type Scene } from './scene.ts';

/** How long the platform waits for a carrier that says nothing. */
const lostAfterMs = 90_000;

/** An outbound call has rung: somebody answers, a machine does, or nobody. */
export function dial(live: LiveConversation, scene: Scene): Next | undefined {
  const { call } = live;
  if (call?.lost === true) return { stage: 'lost', after: lostAfterMs };
  const chance = live.rng.next();
  if (chance < 0.2) {
    end(live, scene, 'no-answer', { message: systemMessage(live, systemNotes.noAnswer) });
    return undefined;
  }
  // Campaigns are told apart what others count as nobody: a line that is busy, a number that does not exist.
  if (call !== undefined && chance < 0.27) {
    const busy = chance < 0.245;
    const message = systemMessage(live, busy ? systemNotes.busy : systemNotes.unconnected);
    end(live, scene, busy ? 'busy' : 'failed', { message });
    return undefined;
  }
  if (call === undefined ? chance < 0.28 : chance < 0.4 && call.answeringMachine !== 'leave-message') {
    end(live, scene, 'answering-machine-no-message', { message: systemMessage(live, systemNotes.machine) });
    return undefined;
  }
  if (chance < 0.4) {
    scene.recorder.change(live, { message: systemMessage(live, systemNotes.machine) });
    return aiSays(live, voicemailLines, 'voicemail');
  }
  call?.answered();
  return { stage: 'enter', after: 300 };
}

/** The carrier never told what became of the call. */
export function lost(live: LiveConversation, scene: Scene): undefined {
  end(live, scene, 'failed', { message: systemMessage(live, systemNotes.unreported) });
  return undefined;
}
