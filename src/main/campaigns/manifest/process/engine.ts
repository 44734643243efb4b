import { constants, setPriority } from 'node:os';
import type { DeskRequest } from './desk-protocol.ts';
import { serveDesk } from './serve-desk.ts';

/** A utility process talks to the console through `process.parentPort`, a plain child of Node through its channel. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value;

// One manifest has this process to itself: a bomb, a leak or a crash takes nothing else with it, and what it knows of people
// is gone when it ends. Its argument is the folder for copies.
// It takes what the windows leave of the processors: they go on painting on a machine with few.
try {
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
} catch {
  // A system that does not let it be changed.
}
const port: unknown = Reflect.get(process, 'parentPort');
const post = (message: unknown): void => {
  if (isParentPort(port)) port.postMessage(message);
  else process.send?.(message);
};
const serve = serveDesk(process.argv[2] ?? '.', post);
// Only the console that started the process can write to its channel.
const take = (message: unknown): void => serve(message as DeskRequest);
if (isParentPort(port)) port.on('message', ({ data }) => take(data));
else process.on('message', take);
process.once('disconnect', () => process.exit(0));
