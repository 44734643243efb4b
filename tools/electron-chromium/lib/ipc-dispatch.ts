/** Hands a page's messages to the listeners and handlers of `ipcMain`. */
import { createEvent } from './events.ts';
import { type IpcMain, ipcMain } from './ipc-main.ts';
import type { FromPage, ToPage } from './renderer/preload-world.ts';
import type { WebFrameMain } from './web-frame.ts';

interface Sender {
  readonly ipc: IpcMain;
  readonly mainFrame: WebFrameMain;
  emit(event: string, ...args: unknown[]): boolean;
  send(channel: string, ...args: unknown[]): void;
}

function createIpcEvent(sender: Sender) {
  const { mainFrame: senderFrame } = sender;
  const { processId, routingId: frameId } = senderFrame;
  const reply = (channel: string, ...args: unknown[]): void => sender.send(channel, ...args);
  return createEvent({ type: 'frame', sender, senderFrame, processId, frameId, ports: [], reply });
}

/** Delivers an `ipcRenderer.send`. */
export function dispatchSend(sender: Sender, { channel, args }: Extract<FromPage, { kind: 'send' }>): void {
  const event = createIpcEvent(sender);
  sender.emit('ipc-message', event, channel, ...args);
  sender.ipc.emit(channel, event, ...args);
  ipcMain.emit(channel, event, ...args);
}

/**
 * Delivers an `ipcRenderer.invoke`.
 * @param answer called once with the result, or with the error's text
 */
export function dispatchInvoke(
  sender: Sender,
  { id, channel, args }: Extract<FromPage, { kind: 'invoke' }>,
  answer: (reply: ToPage) => void,
): void {
  const refuse = (error: unknown): void => answer({ kind: 'reply', id, ok: false, error: String(error) });
  const handler = sender.ipc._invokeHandlers.get(channel) ?? ipcMain._invokeHandlers.get(channel);
  if (!handler) {
    refuse(new Error(`No handler registered for '${channel}'`));
    return;
  }
  const run = async () => handler(createIpcEvent(sender), ...args);
  run()
    .then((value) => answer({ kind: 'reply', id, ok: true, value }))
    .catch((error: unknown) => {
      const text = error instanceof Error ? error.stack : String(error);
      process.stderr.write(`Error occurred in handler for '${channel}': ${text}\n`);
      refuse(error);
    });
}
