/**
 * A client of the Chrome DevTools Protocol over `--remote-debugging-pipe`: JSON texts ended by a zero byte. Chromium ends
 * by itself when the pipe closes, so nothing is left behind when this process is killed.
 */
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.d.ts';

type Commands = ProtocolMapping.Commands;
type Events = ProtocolMapping.Events;

interface Incoming {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Pending {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** One conversation with the browser or with one of its pages. */
export class CdpSession {
  private readonly events = new EventEmitter().setMaxListeners(0);
  private readonly connection: CdpConnection;
  private readonly id: string | undefined;

  constructor(connection: CdpConnection, id: string | undefined) {
    this.connection = connection;
    this.id = id;
  }

  /** Sends a command. Rejects with the protocol's message, or when Chromium has gone. */
  send<M extends keyof Commands>(method: M, ...params: Commands[M]['paramsType']): Promise<Commands[M]['returnType']> {
    return new Promise((resolve, reject) => this.ask(method, params[0], resolve, reject));
  }

  /** As `send`, but `resolve` is called at once when the answer is read: before any event that follows the answer. */
  ask<M extends keyof Commands>(
    method: M,
    params: Commands[M]['paramsType'][0] | undefined,
    resolve: (result: Commands[M]['returnType']) => void,
    reject: (error: Error) => void,
  ): void {
    // The protocol's own description is trusted here, and only here.
    this.connection.request({ method, resolve: resolve as Pending['resolve'], reject }, params, this.id);
  }

  /** Listens to an event. */
  on<E extends keyof Events>(event: E, listener: (...params: Events[E]) => void): void {
    this.events.on(event, listener);
  }

  /** Stops listening. */
  off<E extends keyof Events>(event: E, listener: (...params: Events[E]) => void): void {
    this.events.off(event, listener);
  }

  /** Passes on an event that has arrived. */
  deliver(method: string, params: unknown): void {
    this.events.emit(method, params);
  }
}

/** The pipe, and the sessions on it. */
export class CdpConnection {
  readonly browser = new CdpSession(this, undefined);
  private readonly output: Writable;
  private readonly sessions = new Map<string, CdpSession>();
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private closed = false;

  constructor(input: Readable, output: Writable) {
    this.output = output;
    output.on('error', () => this.close());
    input.on('error', () => this.close());
    input.on('close', () => this.close());
    let chunks: Buffer[] = [];
    input.on('data', (data: Buffer) => {
      let start = 0;
      for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
        chunks.push(data.subarray(start, end));
        start = end + 1;
        this.receive(Buffer.concat(chunks).toString('utf8'));
        chunks = [];
      }
      if (start < data.length) chunks.push(data.subarray(start));
    });
  }

  /** Attaches to a page. */
  async attach(targetId: string): Promise<CdpSession> {
    const { sessionId } = await this.browser.send('Target.attachToTarget', { targetId, flatten: true });
    const session = new CdpSession(this, sessionId);
    this.sessions.set(sessionId, session);
    return session;
  }

  /** Sends a command of a session; use {@link CdpSession.send}. */
  request(asked: Pending, params: unknown, sessionId: string | undefined): void {
    const { method, reject } = asked;
    if (this.closed) {
      reject(new Error(`${method}: Chromium is gone`));
      return;
    }
    const id = ++this.lastId;
    this.pending.set(id, asked);
    this.output.write(`${JSON.stringify({ id, method, params: params ?? {}, sessionId })}\0`);
  }

  private receive(text: string): void {
    const message: Incoming = JSON.parse(text);
    if (message.id !== undefined) {
      const pending = this.pending.get(message.id);
      this.pending.delete(message.id);
      if (message.error) pending?.reject(new Error(`${pending.method}: ${message.error.message}`));
      else pending?.resolve(message.result);
    } else if (message.method !== undefined) {
      const session = message.sessionId === undefined ? this.browser : this.sessions.get(message.sessionId);
      session?.deliver(message.method, message.params);
    }
  }

  private close(): void {
    if (this.closed) return;
    this.closed = true;
    for (const { method, reject } of this.pending.values()) reject(new Error(`${method}: Chromium is gone`));
    this.pending.clear();
  }
}
