/** `webContents`: one page, its messages and its navigation. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserWindowConstructorOptions, WindowOpenHandlerResponse } from 'electron';
import { openPage, type Page } from './browser.ts';
import { contextMenuParams } from './context-menu.ts';
import { createEvent } from './events.ts';
import { Interception } from './interception.ts';
import { dispatchInvoke, dispatchSend } from './ipc-dispatch.ts';
import { IpcMain } from './ipc-main.ts';
import { application } from './launch.ts';
import { isExiting } from './lifecycle.ts';
import { nativeTheme } from './native-theme.ts';
import { Navigation } from './navigation.ts';
import { PageActions } from './page-actions.ts';
import { PageLink } from './page-link.ts';
import type { FromPage } from './renderer/preload-world.ts';
import { schemes } from './schemes.ts';
import { defaultSession } from './session.ts';
import { FrameTree, type WebFrameMain } from './web-frame.ts';

/** What a page needs of the window it is in. */
export interface ContentsOwner {
  close(): void;
  isFocused(): boolean;
  setPageTitle(title: string): void;
  openChild(options: BrowserWindowConstructorOptions, url: string): unknown;
}

type OpenHandler = (details: {
  url: string;
  frameName: string;
  features: string;
  disposition: string;
  referrer: { url: string; policy: string };
}) => WindowOpenHandlerResponse;

const all = new Map<number, WebContents>();
let lastId = 0;

export class WebContents extends PageActions {
  readonly id = ++lastId;
  readonly session = defaultSession;
  readonly ipc = new IpcMain();
  readonly mainFrame: WebFrameMain;
  /** Settles when the page can be used. */
  readonly _opened: Promise<Page>;
  private readonly owner: ContentsOwner;
  private readonly frames = new FrameTree(this);
  private readonly navigation = new Navigation(this, this.frames);
  private readonly link = new PageLink((message) => this.receive(message));
  private interception: Interception | undefined;
  private targetId = '';
  private title = '';
  private isGone = false;
  private openHandler: OpenHandler | undefined;

  constructor(owner: ContentsOwner, preload: string | undefined, onDestroyed: () => void) {
    super();
    this.setMaxListeners(0);
    this.owner = owner;
    this.mainFrame = this.frames.main;
    all.set(this.id, this);
    this._opened = this.open(preload, onDestroyed);
    this._opened.catch((error: unknown) => {
      if (!this.isGone && !isExiting())
        process.stderr.write(`electron-chromium: no page could be opened: ${String(error)}\n`);
    });
  }

  private async open(preload: string | undefined, onDestroyed: () => void): Promise<Page> {
    const page = await openPage(onDestroyed);
    const { session, targetId } = page;
    this.targetId = targetId;
    this.frames.setMainId(targetId);
    this.interception = new Interception(this, session, this.frames, this.session.webRequest);
    session.on('Inspector.targetCrashed', () => {
      this.hasCrashed = true;
      this.link.close();
      this.emit('render-process-gone', createEvent(), { reason: 'crashed', exitCode: 5 });
    });
    session.on('Runtime.consoleAPICalled', ({ type, args }) => {
      const message = args.map((arg) => arg.value ?? arg.description ?? '').join(' ');
      const level = { error: 'error', assert: 'error', warning: 'warning', debug: 'debug' }[String(type)] ?? 'info';
      this.emit('console-message', createEvent({ message, level, lineNumber: 0, sourceId: '', frame: this.mainFrame }));
    });
    await Promise.all([
      this.link.attach(session, targetId, preload),
      this.navigation.attach(session),
      this.interception.update(),
      session.send('Runtime.enable'),
      nativeTheme._apply(session),
    ]);
    return page;
  }

  private receive(message: FromPage): void {
    switch (message.kind) {
      case 'open':
        this.openWindow(message);
        break;
      case 'close':
        this.owner.close();
        break;
      case 'title':
        this.title = message.title;
        this.emit('page-title-updated', createEvent(), message.title, true);
        this.owner.setPageTitle(message.title);
        break;
      case 'context-menu':
        this.emit('context-menu', createEvent(), contextMenuParams(message, this));
        break;
      case 'preload-error':
        process.stderr.write(`Unable to load preload script: ${message.file}\n${message.message}\n`);
        this.emit('preload-error', createEvent(), message.file, new Error(message.message));
        break;
      case 'send':
        dispatchSend(this, message);
        break;
      case 'invoke': {
        const { document } = this.link;
        dispatchInvoke(this, message, (reply) => {
          if (!this.isGone && this.link.document === document) this.link.post(reply);
        });
      }
    }
  }

  private openWindow({ url: web, target, features }: { url: string; target: string; features: string }): void {
    const url = schemes.fromWeb(web);
    const frameName = target === '_blank' ? '' : target;
    const disposition = features === '' ? 'foreground-tab' : 'new-window';
    const details = { url, frameName, features, disposition, referrer: { url: this.getURL(), policy: '' } };
    const answer = this.openHandler?.(details) ?? { action: 'allow' as const };
    if (answer.action !== 'allow') return;
    const child = this.owner.openChild(answer.overrideBrowserWindowOptions ?? {}, url);
    this.emit('did-create-window', child, { url, frameName });
  }

  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    if (this.isGone) throw new TypeError('Object has been destroyed');
    this.link.post({ kind: 'event', channel, args });
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  async loadURL(url: string): Promise<void> {
    await this._opened;
    this.hasCrashed = false;
    await this.session._applyPermissions(this, url);
    return this.navigation.load(url);
  }

  loadFile(file: string, options: { query?: Record<string, string>; hash?: string } = {}): Promise<void> {
    const url = pathToFileURL(path.resolve(application.appPath, file));
    for (const [key, value] of Object.entries(options.query ?? {})) url.searchParams.set(key, value);
    if (options.hash !== undefined) url.hash = options.hash;
    return this.loadURL(url.href);
  }

  close(): void {
    this.owner.close();
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getTitle(): string {
    return this.title;
  }

  getType(): string {
    return 'window';
  }

  isDestroyed(): boolean {
    return this.isGone;
  }

  isCrashed(): boolean {
    return this.hasCrashed;
  }

  isLoading(): boolean {
    return this.navigation.isLoading;
  }

  isFocused(): boolean {
    return this.owner.isFocused();
  }

  /** The window is gone. */
  _destroy(): void {
    this.isGone = true;
    this.link.close();
    this.navigation.close();
    all.delete(this.id);
    this.emit('destroyed');
  }

  /** The listeners of `webRequest` have changed. */
  _updateInterception(): void {
    this.interception?.update().catch(() => {});
  }

  static getAllWebContents(): WebContents[] {
    return [...all.values()];
  }

  static fromId(id: number): WebContents | undefined {
    return all.get(id);
  }

  static fromDevToolsTargetId(targetId: string): WebContents | undefined {
    return [...all.values()].find((contents) => contents.targetId === targetId);
  }

  static getFocusedWebContents(): WebContents | null {
    return [...all.values()].find((contents) => contents.isFocused()) ?? null;
  }
}

defaultSession.webRequest.onChange = () => {
  for (const contents of all.values()) contents._updateInterception();
};
defaultSession.onPermissionsChange = () => {
  for (const contents of all.values())
    if (contents.getURL() !== '') void defaultSession._applyPermissions(contents, contents.getURL());
};
nativeTheme.on('updated', () => {
  for (const contents of all.values())
    contents._opened.then(({ session }) => nativeTheme._apply(session)).catch(() => {});
});
