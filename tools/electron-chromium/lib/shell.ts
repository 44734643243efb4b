/** `shell`: `xdg-open` from the PATH, as Electron does on Linux; a test's own `xdg-open` serves both. */
import { spawn } from 'node:child_process';
import { record } from './records.ts';
import { strict } from './strict.ts';

function open(target: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('xdg-open', [target], { stdio: 'ignore', detached: true });
    child.once('error', (error) => reject(new Error(`Failed to open: ${error.message}`)));
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

export const shell = strict('shell', {
  async openExternal(url: string): Promise<void> {
    if (!URL.canParse(url)) throw new Error('Invalid URL');
    record('shell.openExternal', url);
    return open(new URL(url).href);
  },
  async openPath(file: string): Promise<string> {
    record('shell.openPath', file);
    return open(file).then(
      () => '',
      (error: unknown) => String(error),
    );
  },
  showItemInFolder: (file: string): void => record('shell.showItemInFolder', file),
  beep: (): void => record('shell.beep'),
});
