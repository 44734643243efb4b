import { type IpcMainEvent, ipcMain, type WebContents } from 'electron';
import { wire } from '../../shared/ipc/channels.ts';
import type { Handlers, StreamSource } from '../../shared/ipc/contract.ts';
import type { Envelope } from '../../shared/ipc/envelope.ts';
import { FailureError } from '../../shared/models/failure.ts';
import type { Clock } from '../storage/clock.ts';
import { type AnswerOptions, admit, answer } from './answer.ts';
import { writeAnswer } from './answer-writer.ts';
import { batchWriter } from './batch-writer.ts';
import { asCalledBy } from './caller.ts';
import type { Coming } from './coming.ts';
import { createPace, HIDDEN_MS } from './pace.ts';
import { isTrustedSender } from './sender.ts';
import { StreamPump } from './stream-pump.ts';

const clock: Clock = {
  now: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

const visiblePace = createPace(() => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}, clock.now);

/** Streams one window may hold open at once; more is a defect of the page. */
const MAX_STREAMS = 64;

export interface BindOptions extends Omit<AnswerOptions, 'handlers'> {
  /** Calls and streams of a window that is quicker than the services wait for these. */
  readonly handlers: Coming<Handlers>;
  readonly isVisible: (contents: WebContents) => boolean;
}

/**
 * Binds the whole contract to ipcMain, once, before any window exists, and maybe before its handlers do. The only file
 * that touches ipcMain or `webContents.send`.
 */
export function bindIpc(options: BindOptions): void {
  const pumps = new Map<number, Map<string, StreamPump>>();

  ipcMain.handle(
    wire.call,
    (event, group: unknown, name: unknown, input: unknown) =>
      new Promise((answered) => {
        options.handlers.when((handlers) => {
          const answering = async () =>
            writeAnswer(group, name, await answer(event, group, name, input, { ...options, handlers }));
          answered(asCalledBy(event.sender, answering));
        });
      }),
  );
  ipcMain.on(wire.open, (event, id: unknown, group: unknown, name: unknown, input: unknown) => {
    if (typeof id !== 'string' || id.length > 20) return;
    if (!isTrustedSender(event, options.origins)) return;
    const admitted = admit(event, group, name, input, ['stream'], options.origins);
    const mine = pumpsOf(event);
    if (mine.size >= MAX_STREAMS || mine.has(id)) return;
    const pump = new StreamPump(id, targetOf(event.sender, options.isVisible, batchWriter(group, name)), clock);
    mine.set(id, pump);
    options.handlers.when((handlers) =>
      pump.start((changed) => {
        if (!admitted.ok)
          throw new FailureError(admitted.failure.code, admitted.failure.message, admitted.failure.detail);
        // As in `answer`: the entry exists and parsed its own input.
        const calls = handlers[group as keyof Handlers] as unknown as Record<
          string,
          (input: unknown, changed: () => void) => StreamSource<unknown>
        >;
        const open = calls[String(name)];
        if (open === undefined) throw new TypeError('stream without handler');
        return open(admitted.input, changed);
      }),
    );
  });
  ipcMain.on(wire.ack, (event, id: unknown) => {
    if (typeof id !== 'string' || !isTrustedSender(event, options.origins)) return;
    pumps.get(event.sender.id)?.get(id)?.acknowledge();
  });
  ipcMain.on(wire.close, (event, id: unknown) => {
    if (typeof id !== 'string' || !isTrustedSender(event, options.origins)) return;
    closePump(pumps.get(event.sender.id), id);
  });

  function pumpsOf(event: IpcMainEvent): Map<string, StreamPump> {
    const { sender } = event;
    const known = pumps.get(sender.id);
    if (known !== undefined) return known;
    const mine = new Map<string, StreamPump>();
    const closeAll = (): void => {
      for (const id of [...mine.keys()]) closePump(mine, id);
    };
    pumps.set(sender.id, mine);
    // A reload starts a new page: the old page's streams would never be acknowledged again.
    sender.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) closeAll();
    });
    sender.on('render-process-gone', closeAll);
    sender.once('destroyed', () => {
      closeAll();
      pumps.delete(sender.id);
    });
    return mine;
  }
}

function targetOf(
  contents: WebContents,
  isVisible: (contents: WebContents) => boolean,
  write: (batch: Envelope<unknown>) => string,
) {
  return {
    send: (id: string, batch: Envelope<unknown>): void => {
      if (!contents.isDestroyed()) contents.send(wire.batch, id, write(batch));
    },
    pace: () => (!contents.isDestroyed() && isVisible(contents) ? visiblePace() : HIDDEN_MS),
  };
}

function closePump(pumps: Map<string, StreamPump> | undefined, id: string): void {
  pumps?.get(id)?.close();
  pumps?.delete(id);
}
