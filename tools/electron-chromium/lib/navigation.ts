/** Loads addresses into a page and tells how that goes. */
import type { CdpSession } from './cdp.ts';
import { createEvent } from './events.ts';
import { schemes } from './schemes.ts';
import type { FrameTree } from './web-frame.ts';

interface Owner {
  emit(event: string, ...args: unknown[]): boolean;
}

interface Loading {
  readonly url: string;
  readonly loaderId: string;
  resolve(): void;
  reject(error: Error): void;
}

// Chromium's numbers for the errors an application meets.
const errorCodes: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_EMPTY_RESPONSE: -324,
};

function loadError(reason: string, url: string): Error & { code: string; errno: number } {
  const code = reason.replace(/^net::/, '');
  const errno = errorCodes[code] ?? -2;
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url });
}

export class Navigation {
  isLoading = false;
  private readonly owner: Owner;
  private readonly frames: FrameTree;
  private session: CdpSession | undefined;
  private loading: Loading | undefined;
  // The blank page a window begins with is not the application's.
  private hasBegun = false;

  constructor(owner: Owner, frames: FrameTree) {
    this.owner = owner;
    this.frames = frames;
  }

  /** Begins to follow a page. */
  async attach(session: CdpSession): Promise<void> {
    this.session = session;
    const { frames, owner } = this;
    session.on('Page.frameAttached', ({ frameId, parentFrameId }) => void frames.get(frameId, parentFrameId));
    session.on('Page.frameDetached', ({ frameId, reason }) => {
      if (reason === 'remove') frames.remove(frameId);
    });
    session.on('Page.frameStartedLoading', ({ frameId }) => this.setLoading(frameId, true));
    session.on('Page.frameStoppedLoading', ({ frameId }) => this.setLoading(frameId, false));
    session.on('Page.frameStartedNavigating', ({ frameId, url, navigationType }) => {
      if (!this.hasBegun) return;
      const isSameDocument = navigationType === 'sameDocument' || navigationType === 'historySameDocument';
      const details = { url: schemes.fromWeb(url), isSameDocument, isMainFrame: frames.isMain(frameId) };
      const event = createEvent({ ...details, frame: frames.get(frameId), initiator: frames.main });
      owner.emit('did-start-navigation', event, details.url, isSameDocument, details.isMainFrame);
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (!this.hasBegun) return;
      const url = schemes.fromWeb(frame.url + (frame.urlFragment ?? ''));
      frames.get(frame.id, frame.parentId).url = url;
      if (!frames.isMain(frame.id)) return;
      if (this.loading && this.loading.loaderId !== frame.loaderId)
        this.settle(loadError('ERR_ABORTED', this.loading.url));
      owner.emit('did-navigate', createEvent(), url, 200, 'OK');
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      frames.get(frameId).url = schemes.fromWeb(url);
      owner.emit('did-navigate-in-page', createEvent(), schemes.fromWeb(url), frames.isMain(frameId));
    });
    session.on('Page.lifecycleEvent', ({ frameId, loaderId, name }) => {
      if (!this.hasBegun || !frames.isMain(frameId)) return;
      if (name === 'DOMContentLoaded') owner.emit('dom-ready', createEvent());
      if (name !== 'load') return;
      owner.emit('did-finish-load', createEvent());
      if (this.loading?.loaderId === loaderId) this.settle();
    });
    await Promise.all([session.send('Page.enable'), session.send('Page.setLifecycleEventsEnabled', { enabled: true })]);
  }

  /**
   * Loads an address.
   * @returns when the page has loaded
   * @throws with Chromium's reason, or ERR_ABORTED when something else is loaded meanwhile
   */
  async load(url: string): Promise<void> {
    this.hasBegun = true;
    this.settle(loadError('ERR_ABORTED', this.loading?.url ?? url));
    const done = Promise.withResolvers<void>();
    // The load may end before the answer to the command arrives, so what it is called is learnt from the first event.
    const early: { loaderId: string; name: string }[] = [];
    const note = (event: { loaderId: string; name: string }) => early.push(event);
    this.session?.on('Page.lifecycleEvent', note);
    try {
      const result = await this.session?.send('Page.navigate', { url: schemes.toWeb(url) });
      if (!result) throw loadError('ERR_FAILED', url);
      if (result.errorText) throw this.failed(loadError(result.errorText, url), url);
      const { loaderId } = result;
      // None for a jump within the document.
      if (loaderId === undefined || early.some((event) => event.name === 'load' && event.loaderId === loaderId)) return;
      this.loading = { url, loaderId, resolve: done.resolve, reject: done.reject };
    } finally {
      this.session?.off('Page.lifecycleEvent', note);
    }
    return done.promise;
  }

  /** The page is gone: whoever waits for a load is told. */
  close(): void {
    if (this.loading) this.settle(loadError('ERR_FAILED', this.loading.url));
  }

  private failed(error: Error & { errno: number; code: string }, url: string): Error {
    this.owner.emit('did-fail-load', createEvent(), error.errno, error.code, url, true);
    return error;
  }

  private settle(error?: Error): void {
    const { loading } = this;
    this.loading = undefined;
    if (error) loading?.reject(error);
    else loading?.resolve();
  }

  private setLoading(frameId: string, isLoading: boolean): void {
    if (!this.hasBegun || !this.frames.isMain(frameId)) return;
    this.isLoading = isLoading;
    this.owner.emit(isLoading ? 'did-start-loading' : 'did-stop-loading');
  }
}
