import type { CommandResult } from '../../../shared/models/command.ts';
import { failureOf } from '../../../shared/models/failure.ts';
import type { HeldCommand } from './held-command.ts';
import type { KeptHold } from './hold-file.ts';

/** Commands of one bulk that run at the same time. */
const SIDE_BY_SIDE = 4;

/** Sends one conversation's part, once, with all care. */
export type SendHeld = (kept: KeptHold, target: KeptHold['targets'][number]) => Promise<CommandResult>;

/** Sends what has no result yet, a few at a time, until the rest is cancelled. Never throws. @param progress called after each. */
export async function sendAll(item: HeldCommand, send: SendHeld, progress: () => void): Promise<void> {
  const waiting = item.kept.targets.filter(({ id }) => !item.results.has(id));
  const work = async (): Promise<void> => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) {
      if (item.restCancelled) break;
      item.note(target.id, await sendOne(item.kept, target, send));
      progress();
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
  item.cancelWaiting();
}

async function sendOne(kept: KeptHold, target: KeptHold['targets'][number], send: SendHeld): Promise<CommandResult> {
  try {
    return await send(kept, target);
  } catch (thrown) {
    // Commands answer rather than throw; what throws is that there is no way to the tenant at all.
    return { outcome: 'refused', failure: failureOf(thrown), differences: [] };
  }
}
