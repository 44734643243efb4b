/** The first module of a utility process: offers `process.parentPort`, then runs the application's module. */
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const waiting: unknown[] = [];
const parentPort = Object.assign(new EventEmitter(), {
  postMessage: (message: unknown): void => void process.send?.(message),
  start(): void {},
});

const deliver = (data: unknown): void => void parentPort.emit('message', { data, ports: [] });
process.on('message', (data) => {
  if (parentPort.listenerCount('message') > 0) deliver(data);
  else waiting.push(data);
});
// What came before the module listened is kept for its first listener.
parentPort.on('newListener', (name) => {
  if (name === 'message') queueMicrotask(() => waiting.splice(0).forEach(deliver));
});
// The main process is gone: nothing may be left behind.
process.on('disconnect', () => process.exit());

Object.defineProperty(process, 'parentPort', { value: parentPort, enumerable: true });
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true });
process.argv.splice(1, 1);
await import(pathToFileURL(path.resolve(process.argv[1] ?? '')).href);
