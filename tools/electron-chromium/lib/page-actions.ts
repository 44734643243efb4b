/** What `webContents` does with its page through the DevTools protocol. */
import { EventEmitter } from 'node:events';
import type { Rectangle } from 'electron';
import type { Page } from './browser.ts';
import { createFromBuffer, type StoredImage } from './native-image.ts';
import { record } from './records.ts';
import { strict } from './strict.ts';

export abstract class PageActions extends EventEmitter {
  /** Settles when the page can be used. */
  abstract readonly _opened: Promise<Page>;
  protected hasCrashed = false;
  private zoomFactor = 1;

  reload(): void {
    this.hasCrashed = false;
    this.command((page) => page.session.send('Page.reload'));
  }

  reloadIgnoringCache(): void {
    this.hasCrashed = false;
    this.command((page) => page.session.send('Page.reload', { ignoreCache: true }));
  }

  stop(): void {
    this.command((page) => page.session.send('Page.stopLoading'));
  }

  forcefullyCrashRenderer(): void {
    this.command((page) => page.session.send('Page.crash'));
  }

  setZoomFactor(factor: number): void {
    this.zoomFactor = factor;
    this.command(({ session }) =>
      session.send('Runtime.evaluate', { expression: `document.documentElement.style.zoom=${Number(factor)}` }),
    );
  }

  getZoomFactor(): number {
    return this.zoomFactor;
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { session } = await this._opened;
    const how = { awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { expression: code, ...how });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async capturePage(area?: Rectangle): Promise<StoredImage> {
    const { session } = await this._opened;
    const clip = area ? { clip: { ...area, scale: 1 } } : {};
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', ...clip });
    return createFromBuffer(Buffer.from(data, 'base64'));
  }

  async printToPDF(options: { landscape?: boolean; printBackground?: boolean } = {}): Promise<Buffer> {
    const { session } = await this._opened;
    const { landscape = false, printBackground = false } = options;
    const { data } = await session.send('Page.printToPDF', { landscape, printBackground });
    return Buffer.from(data, 'base64');
  }

  /** Puts a text in the place of what is selected: which word is misspelled is not known here. */
  replaceMisspelling(text: string): void {
    record('webContents.replaceMisspelling', text);
    this.command((page) => page.session.send('Input.insertText', { text }));
  }

  focus(): void {
    this.command((page) => page.session.send('Page.bringToFront'));
  }

  /** Nothing to do: there are no menu shortcuts, developer tools, throttling or pinch zoom to set. */
  setIgnoreMenuShortcuts(): void {}
  setBackgroundThrottling(): void {}
  setVisualZoomLevelLimits(): void {}
  openDevTools(): void {}
  closeDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false;
  }

  /** Runs a command for its effect; a page that has gone needs none. */
  private command(run: (page: Page) => Promise<unknown>): void {
    this._opened.then(run).catch(() => {});
  }
}
strict('webContents', PageActions.prototype);
