import type { Simulator } from './instance.ts';

/** What a parent process is told once the instance answers. */
export interface ReadyMessage {
  readonly type: 'ready';
  readonly url: string;
  readonly issuer: string;
  readonly adminKey: string;
  readonly accounts: Simulator['accounts'];
}

/** A utility process talks to its parent through `process.parentPort`, which plain Node does not have. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

/** Tells the parent process, if there is one, that the instance is ready. */
export function announce({ url, issuer, adminKey, accounts }: Simulator): void {
  tellParent({ type: 'ready', url, issuer, adminKey, accounts } satisfies ReadyMessage);
}

/** Sends a message to the parent: over the utility process's port, or Node's IPC channel. */
export function tellParent(message: object): void {
  const port = parentPort();
  if (port) port.postMessage(message);
  else process.send?.(message);
}

/** Closes the instance and lets the process end, on a signal, on `{ type: 'stop' }`, or when the parent is gone. */
export function stopOnSignals(simulator: Simulator): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void simulator.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  const onMessage = (message: unknown) => {
    if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'stop') stop();
  };
  process.on('message', onMessage);
  parentPort()?.on('message', ({ data }) => onMessage(data));
}

function parentPort(): ParentPort | undefined {
  const port: unknown = Reflect.get(process, 'parentPort');
  return isParentPort(port) ? port : undefined;
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;
}
