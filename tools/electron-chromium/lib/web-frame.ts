/** `WebFrameMain`: the frames of a page. */
import { schemes } from './schemes.ts';
import { strict } from './strict.ts';

interface FramePage {
  send(channel: string, ...args: unknown[]): void;
  executeJavaScript(code: string): Promise<unknown>;
  isDestroyed(): boolean;
}

export class WebFrameMain {
  url = '';
  detached = false;
  readonly parent: WebFrameMain | null;
  readonly processId = 1;
  readonly routingId: number;
  readonly frameTreeNodeId: number;
  private readonly page: FramePage;
  private static lastId = 0;

  constructor(page: FramePage, parent: WebFrameMain | null) {
    this.page = page;
    this.parent = parent;
    this.routingId = ++WebFrameMain.lastId;
    this.frameTreeNodeId = this.routingId;
  }

  get origin(): string {
    return schemes.origin(this.url);
  }

  get top(): WebFrameMain {
    return this.parent?.top ?? this;
  }

  isDestroyed(): boolean {
    return this.detached || this.page.isDestroyed();
  }

  send(channel: string, ...args: unknown[]): void {
    this.page.send(channel, ...args);
  }

  executeJavaScript(code: string): Promise<unknown> {
    if (this.parent) throw new Error('electron-chromium: executeJavaScript in a subframe is not implemented');
    return this.page.executeJavaScript(code);
  }
}
strict('webFrameMain', WebFrameMain.prototype);

/** A page's frames by Chromium's ids. */
export class FrameTree {
  readonly main: WebFrameMain;
  private readonly page: FramePage;
  private readonly below = new Map<string, WebFrameMain>();
  private mainId = '';

  constructor(page: FramePage) {
    this.page = page;
    this.main = new WebFrameMain(page, null);
  }

  setMainId(id: string): void {
    this.mainId = id;
  }

  isMain(id: string | undefined): boolean {
    return id === this.mainId;
  }

  /** The frame of an id; one not seen before hangs below the main frame. */
  get(id: string, parentId?: string): WebFrameMain {
    if (this.isMain(id)) return this.main;
    let frame = this.below.get(id);
    if (!frame) {
      frame = new WebFrameMain(this.page, parentId === undefined ? this.main : this.get(parentId));
      this.below.set(id, frame);
    }
    return frame;
  }

  remove(id: string): void {
    const frame = this.below.get(id);
    if (frame) frame.detached = true;
    this.below.delete(id);
  }
}
