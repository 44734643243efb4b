import type { DeskProcess } from '../process/desk-client.ts';
import type { DeskMessage, DeskRequest } from '../process/desk-protocol.ts';
import { serveDesk } from '../process/serve-desk.ts';

/** A desk in this process that is spoken to as one in another: by copies, and later. */
export function inProcessDesk(folder: string): DeskProcess {
  const listeners: ((message: DeskMessage) => void)[] = [];
  const exits: (() => void)[] = [];
  let alive = true;
  const serve = serveDesk(folder, (message) => {
    const copy = structuredClone(message);
    setImmediate(() => {
      if (alive) for (const listener of listeners) listener(copy);
    });
  });
  return {
    post(message: DeskRequest) {
      const copy = structuredClone(message);
      setImmediate(() => {
        if (alive) serve(copy);
      });
    },
    onMessage: (listener) => void listeners.push(listener),
    onExit: (listener) => void exits.push(listener),
    kill() {
      alive = false;
      for (const listener of exits) listener();
    },
  };
}
