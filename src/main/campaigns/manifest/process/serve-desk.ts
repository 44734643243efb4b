import { failureOf } from '../../../../shared/models/failure.ts';
import { ManifestDesk } from '../desk/desk.ts';
import { AT_ONCE, DESK_CALLS, type DeskMessage, type DeskRequest } from './desk-protocol.ts';

/** Least time between two reports of progress, ms: three frames. */
const REPORT_MS = 50;

/**
 * Answers the console's calls on one desk, one after another except for those that only look.
 * @param folder for copies; @param post sends to the console. @returns what takes its messages
 */
export function serveDesk(folder: string, post: (message: DeskMessage) => void): (message: DeskRequest) => void {
  let reported = 0;
  const desk: ManifestDesk = new ManifestDesk(folder, (share) => {
    const now = performance.now();
    if (now - reported < REPORT_MS) return;
    reported = now;
    const summary = desk.isChecking ? desk.summary() : undefined;
    post({ kind: 'progress', share, ...(summary === undefined ? {} : { summary }) });
  });
  let turn: Promise<unknown> = Promise.resolve();

  const run = async ({ id, call, args }: Extract<DeskRequest, { kind: 'call' }>): Promise<void> => {
    try {
      // The other side is this console (desk-client.ts), which types its arguments by the desk's own methods.
      const method = desk[call] as (...given: readonly unknown[]) => unknown;
      post({ kind: 'answer', id, value: await method.apply(desk, [...args]) });
    } catch (thrown) {
      post({ kind: 'failure', id, failure: failureOf(thrown) });
    }
  };
  return (message) => {
    if (message.kind === 'stop') desk.stop();
    else if (!DESK_CALLS.includes(message.call)) return;
    else if (AT_ONCE.has(message.call)) void run(message);
    else turn = turn.then(() => run(message));
  };
}
