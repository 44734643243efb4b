import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { BRIDGE_GLOBAL, channels, wire } from '../shared/ipc/channels.ts';

// The whole preload: one function an entry of the contract. It holds no logic and hands no Electron object to the page.
const listeners = new Map<string, (batch: unknown) => void>();
let nextStream = 0;

ipcRenderer.on(wire.batch, (_event, id: string, batch: unknown) => {
  listeners.get(id)?.(batch);
  ipcRenderer.send(wire.ack, id);
});

// A page may hand over a file that was dropped on it, and never learns or names its path.
const withPath = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'file' in input
    ? { ...input, file: input.file instanceof File ? webUtils.getPathForFile(input.file) : '' }
    : input;

const call = (group: string, name: string) => (input: unknown) =>
  ipcRenderer.invoke(wire.call, group, name, withPath(input));

const open = (group: string, name: string) => (input: unknown, onBatch: (batch: unknown) => void) => {
  const id = `${++nextStream}`;
  listeners.set(id, onBatch);
  ipcRenderer.send(wire.open, id, group, name, input);
  return () => {
    listeners.delete(id);
    ipcRenderer.send(wire.close, id);
  };
};

contextBridge.exposeInMainWorld(
  BRIDGE_GLOBAL,
  Object.fromEntries(
    Object.entries(channels).map(([group, calls]) => [
      group,
      Object.fromEntries(
        Object.entries(calls).map(([name, kind]) => [name, (kind === 'stream' ? open : call)(group, name)]),
      ),
    ]),
  ),
);
