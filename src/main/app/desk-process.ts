import { utilityProcess } from 'electron';
import type { DeskProcess } from '../campaigns/manifest/process/desk-client.ts';
import type { DeskMessage } from '../campaigns/manifest/process/desk-protocol.ts';

/**
 * Starts a process with a manifest's desk in it.
 * @param script its bundle; @param folder where it may put copies
 */
export function startDeskProcess(script: string, folder: string): DeskProcess {
  const child = utilityProcess.fork(script, [folder], { serviceName: 'Dialai manifest check', stdio: 'ignore' });
  return {
    post: (message) => child.postMessage(message),
    // Only our own bundle runs in it.
    onMessage: (listener) => child.on('message', (message: DeskMessage) => listener(message)),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
}
