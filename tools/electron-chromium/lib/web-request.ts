/** `session.webRequest`: the listeners, and which requests they are asked about. */
import { strict } from './strict.ts';

export interface RequestDetails {
  readonly id: string;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly webContentsId: number;
  readonly referrer: string;
  readonly timestamp: number;
  readonly statusCode?: number;
  readonly statusLine?: string;
  readonly requestHeaders?: Record<string, string>;
  readonly responseHeaders?: Record<string, string[]>;
}

export interface RequestAnswer {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
  readonly requestHeaders?: Record<string, string | string[]>;
  readonly responseHeaders?: Record<string, string | string[]>;
}

type Stage = 'onBeforeRequest' | 'onBeforeSendHeaders' | 'onHeadersReceived';
type Listener = (details: RequestDetails, callback: (answer: RequestAnswer) => void) => void;
interface Filter {
  readonly urls?: readonly string[];
}
interface Installed {
  readonly urls: readonly string[];
  readonly listener: Listener;
}

/**
 * Compares an address with Chromium's match patterns.
 * @param pattern such as `<all_urls>` or `*://*.example.com/*`; a star stands for any text
 * @param url the address
 */
export function matchesPattern(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true;
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/^\*:/, '[a-z]+:')
    .replace('://*\\.', '://(?:[^/]+\\.)?')
    .replaceAll('*', '.*');
  return new RegExp(`^${source}$`, 'i').test(url);
}

export class WebRequest {
  private readonly installed = new Map<Stage, Installed>();
  /** Called when listeners change, so that pages ask for the right requests. */
  onChange: () => void = () => {};

  onBeforeRequest(filter: Filter | Listener | null, listener?: Listener | null): void {
    this.install('onBeforeRequest', filter, listener);
  }

  onBeforeSendHeaders(filter: Filter | Listener | null, listener?: Listener | null): void {
    this.install('onBeforeSendHeaders', filter, listener);
  }

  onHeadersReceived(filter: Filter | Listener | null, listener?: Listener | null): void {
    this.install('onHeadersReceived', filter, listener);
  }

  /** Whether anyone listens. */
  listens(...stages: Stage[]): boolean {
    return stages.some((stage) => this.installed.has(stage));
  }

  /** Asks the listener of a stage; nothing in the answer when there is none for the address. */
  async ask(stage: Stage, details: RequestDetails): Promise<RequestAnswer> {
    const installed = this.installed.get(stage);
    if (!installed?.urls.some((pattern) => matchesPattern(pattern, details.url))) return {};
    return new Promise((resolve) => installed.listener(details, (answer) => resolve(answer ?? {})));
  }

  private install(stage: Stage, filter: Filter | Listener | null, listener?: Listener | null): void {
    const chosen = typeof filter === 'function' ? filter : listener;
    const urls = typeof filter === 'function' || filter === null ? ['<all_urls>'] : (filter.urls ?? ['<all_urls>']);
    if (chosen) this.installed.set(stage, { urls, listener: chosen });
    else this.installed.delete(stage);
    this.onChange();
  }
}
strict('session.webRequest', WebRequest.prototype);
