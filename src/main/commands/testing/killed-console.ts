import type { Journal } from '../journal/journal.ts';
import { holdsIn } from './hold-console.ts';

// Run as a process of its own: holds one command, sends a bulk one, and is killed in the middle of it without warning.
const [folder = ''] = process.argv.slice(2);
const expected = { status: 'human-handoff', handlerKind: 'human' };

let firstEnded: () => void = () => undefined;
const first = new Promise<void>((resolve) => {
  firstEnded = resolve;
});

/** The lines that a command writes: the first ends, the second is not sent yet, the third dies before its answer. */
async function send(conversation: string, hold: string, journal: Journal): Promise<void> {
  const intent = { name: 'complete', tenant: 'north', conversation, actor: {}, expected, hold };
  await journal.append({ command: `k-${conversation}`, phase: 'intent' }, { intent }, false);
  if (conversation === 'c-2') await new Promise(() => undefined);
  await journal.append({ command: `k-${conversation}`, phase: 'sending' }, {}, true);
  if (conversation === 'c-3') {
    await first;
    process.kill(process.pid, 'SIGKILL');
  }
  await journal.append({ command: `k-${conversation}`, phase: 'outcome', outcome: 'done' }, {}, true);
  firstEnded();
}

const { holds } = holdsIn(folder, send);
const target = (id: string) => ({ id, expected });
void holds.hold({ tenant: 'north', action: 'complete', bulk: false, targets: [target('c-9')] });
void holds.hold({ tenant: 'north', action: 'complete', bulk: true, targets: ['c-1', 'c-2', 'c-3'].map(target) });
holds.sendNow(holds.state().holds[1]?.id ?? '');
