import { writeFile } from 'node:fs/promises';
import { app, type BrowserWindow } from 'electron';

/**
 * Writes a PNG of the window and quits: `npm start -- --screenshot FILE`.
 * @param file where to write; relative to the folder the command was given in.
 */
export async function shootAndQuit(window: BrowserWindow, file: string): Promise<void> {
  try {
    const image = await window.webContents.capturePage();
    await writeFile(file, image.toPNG());
    process.stdout.write(`Screenshot written: ${file}\n`);
    app.quit();
  } catch (cause) {
    process.stderr.write(
      `The screenshot could not be written to ${file}: ${cause instanceof Error ? cause.message : 'unknown'}\n`,
    );
    app.exit(1);
  }
}
