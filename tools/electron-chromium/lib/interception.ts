/** Decides about each request of a page: navigation events and `webRequest`. */
import type { Protocol } from 'devtools-protocol/types/protocol.d.ts';
import type { CdpSession } from './cdp.ts';
import { createEvent } from './events.ts';
import { schemes } from './schemes.ts';
import type { FrameTree } from './web-frame.ts';
import type { RequestDetails, WebRequest } from './web-request.ts';

type Paused = Protocol.Fetch.RequestPausedEvent;

interface Owner {
  readonly id: number;
  emit(event: string, ...args: unknown[]): boolean;
}

const requestStage: Protocol.Fetch.RequestPattern = { urlPattern: '*', requestStage: 'Request' };
const withoutHash = (url: string): string => url.replace(/#.*$/s, '');

function toEntries(headers: Readonly<Record<string, string | string[]>>): Protocol.Fetch.HeaderEntry[] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values].flat().map((value) => ({ name, value: schemes.headerToWeb(name, String(value)) })),
  );
}

function resourceType(type: string, isMain: boolean): string {
  if (type === 'Document') return isMain ? 'mainFrame' : 'subFrame';
  return type === 'Fetch' ? 'xhr' : type.toLowerCase();
}

export class Interception {
  private readonly owner: Owner;
  private readonly session: CdpSession;
  private readonly frames: FrameTree;
  private readonly webRequest: WebRequest;
  // Navigations that a page's own code or a click asked for, by frame.
  private readonly requested = new Map<string, string>();

  constructor(owner: Owner, session: CdpSession, frames: FrameTree, webRequest: WebRequest) {
    this.owner = owner;
    this.session = session;
    this.frames = frames;
    this.webRequest = webRequest;
    session.on('Page.frameRequestedNavigation', ({ frameId, url }) => this.requested.set(frameId, withoutHash(url)));
    session.on('Fetch.requestPaused', (paused) => {
      this.decide(paused).catch(() => {
        // The request has gone with its page; nothing waits for the decision any more.
      });
    });
  }

  /** Asks Chromium for the requests that matter now. */
  async update(): Promise<void> {
    const patterns: Protocol.Fetch.RequestPattern[] = [{ ...requestStage, resourceType: 'Document' }];
    if (this.webRequest.listens('onBeforeRequest', 'onBeforeSendHeaders')) patterns.push(requestStage);
    if (this.webRequest.listens('onHeadersReceived')) patterns.push({ urlPattern: '*', requestStage: 'Response' });
    await this.session.send('Fetch.enable', { patterns });
  }

  private details(paused: Paused): RequestDetails {
    return {
      id: paused.requestId,
      url: schemes.fromWeb(paused.request.url),
      method: paused.request.method,
      resourceType: resourceType(paused.resourceType, this.frames.isMain(paused.frameId)),
      webContentsId: this.owner.id,
      referrer: schemes.fromWeb(paused.request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
    };
  }

  private async decide(paused: Paused): Promise<void> {
    const isResponse = paused.responseStatusCode !== undefined || paused.responseErrorReason !== undefined;
    if (isResponse) return this.decideResponse(paused);
    if (paused.resourceType === 'Document' && this.isNavigationRefused(paused)) return this.fail(paused, 'Aborted');
    const details = this.details(paused);
    const { requestId } = paused;
    const before = await this.webRequest.ask('onBeforeRequest', details);
    if (before.cancel) return this.fail(paused, 'BlockedByClient');
    if (before.redirectURL !== undefined) {
      const responseHeaders = [{ name: 'Location', value: schemes.toWeb(before.redirectURL) }];
      return this.session.send('Fetch.fulfillRequest', { requestId, responseCode: 307, responseHeaders });
    }
    const requestHeaders = paused.request.headers;
    const sending = await this.webRequest.ask('onBeforeSendHeaders', { ...details, requestHeaders });
    if (sending.cancel) return this.fail(paused, 'BlockedByClient');
    const changed = sending.requestHeaders ? { headers: toEntries(sending.requestHeaders) } : {};
    return this.session.send('Fetch.continueRequest', { requestId, ...changed });
  }

  private async decideResponse(paused: Paused): Promise<void> {
    const { requestId, responseStatusCode: statusCode } = paused;
    if (statusCode === undefined) return this.session.send('Fetch.continueRequest', { requestId });
    const responseHeaders: Record<string, string[]> = {};
    for (const { name, value } of paused.responseHeaders ?? []) {
      const values = responseHeaders[name] ?? [];
      responseHeaders[name] = [...values, value];
    }
    const statusLine = `HTTP/1.1 ${statusCode} ${paused.responseStatusText ?? ''}`.trim();
    const details = { ...this.details(paused), statusCode, statusLine, responseHeaders };
    const answer = await this.webRequest.ask('onHeadersReceived', details);
    if (answer.cancel) return this.fail(paused, 'BlockedByClient');
    const changed = answer.responseHeaders
      ? { responseCode: statusCode, responseHeaders: toEntries(answer.responseHeaders) }
      : {};
    return this.session.send('Fetch.continueResponse', { requestId, ...changed });
  }

  private fail({ requestId }: Paused, errorReason: Protocol.Network.ErrorReason): Promise<void> {
    return this.session.send('Fetch.failRequest', { requestId, errorReason });
  }

  /** Emits the navigation events that a listener may prevent. */
  private isNavigationRefused(paused: Paused): boolean {
    const { frameId, redirectedRequestId } = paused;
    const isMainFrame = this.frames.isMain(frameId);
    const frame = this.frames.get(frameId);
    const url = schemes.fromWeb(paused.request.url + (paused.request.urlFragment ?? ''));
    const ask = (name: string): boolean => {
      const details = { url, isSameDocument: false, isMainFrame, frame, initiator: this.frames.main };
      const event = createEvent(details);
      this.owner.emit(name, event, url, false, isMainFrame);
      return event.defaultPrevented;
    };
    if (redirectedRequestId !== undefined) return ask('will-redirect');
    const asked = this.requested.get(frameId);
    this.requested.delete(frameId);
    // What the main process loads itself is not asked about; frames are always a page's own doing.
    if (isMainFrame && asked !== withoutHash(paused.request.url)) return false;
    return ask('will-frame-navigate') || (isMainFrame && ask('will-navigate'));
  }
}
