import type { Conversation } from '../../../shared/models/conversation.ts';
import { FailureError } from '../../../shared/models/failure.ts';
import type { OperationId } from '../../../shared/models/operation.ts';
import type { Flow, InternalContact, Message } from '../../../shared/models/transcript.ts';
import type {
  FetchedTranscript,
  LiveSnapshot,
  StreamedEvent,
  StreamOptions,
  TenantApi,
} from '../../platform/tenant-api.ts';
import type { Clock } from '../../storage/clock.ts';
import { sleep } from '../ports.ts';
import { FakeConnection, type Faults, NO_FAULTS } from './fake-connection.ts';
import { FakeWorld, type Numbering } from './fake-world.ts';

export interface FakeInstanceOptions {
  readonly clock: Clock;
  readonly random: () => number;
  readonly numbering?: Partial<Numbering>;
  readonly lacks?: readonly OperationId[];
  /** Events kept for `Last-Event-ID`. */
  readonly buffer?: number;
}

/** What becomes of the next write: done; lost on the way there; done but the answer lost; refused. */
export type WriteFate = 'done' | 'lost-before' | 'lost-after' | FailureError;

export const ME = { id: 'u-me', name: 'Morgan Lee' };
const HEARTBEAT_MS = 5_000;

/** A whole tenant of an instance in memory, behind the console's own port, that tests can break in every way. */
export class FakeInstance implements TenantApi {
  readonly tenant = 'acme';
  readonly #options: FakeInstanceOptions;
  readonly #numbering: Numbering;
  readonly #connections = new Set<FakeConnection>();
  #world: FakeWorld;
  #log: StreamedEvent[] = [];
  #generation = 0;
  faults: Faults = NO_FAULTS;
  /** Set: the stream alone fails so. */
  streamFailing: FailureError | undefined;
  /** Set: every request fails so. */
  failing: FailureError | undefined;
  /** Fates of the next writes, in order; then `done`. */
  readonly fates: WriteFate[] = [];
  /** Called when a write arrives, before it is carried out. */
  beforeWrite: (() => void) | undefined;
  /** Every write that reached the instance. */
  readonly writes: string[] = [];
  /** Every announcement of presence. */
  readonly presence: string[] = [];
  presenceFailing: FailureError | undefined;
  /** The sequence of an event that is larger than any client takes; it breaks the stream, each time it is sent. */
  tooLarge: number | undefined;
  snapshots = 0;
  readonly connects: { readonly lastEventId: string | undefined; readonly at: number }[] = [];

  constructor(options: FakeInstanceOptions) {
    this.#options = options;
    this.#numbering = { sequences: true, streamIds: true, revisions: true, indexes: true, ...options.numbering };
    this.#world = this.#newWorld();
    this.#beat();
  }

  get world(): FakeWorld {
    return this.#world;
  }

  get connected(): number {
    return this.#connections.size;
  }

  can(operation: OperationId): boolean {
    return this.#options.lacks?.includes(operation) !== true;
  }

  clockSkew(): number | undefined {
    return undefined;
  }

  async liveSnapshot(): Promise<LiveSnapshot> {
    await this.#travel();
    this.snapshots++;
    const snapshot = {
      conversations: this.#world.live(),
      ...(this.#numbering.sequences ? { sequence: this.#world.sequence } : {}),
      ...(this.#numbering.streamIds ? { streamId: this.#world.streamId } : {}),
    };
    await this.#travel();
    return snapshot;
  }

  async streamConversations(options: StreamOptions): Promise<void> {
    this.connects.push({ lastEventId: options.lastEventId, at: this.#options.clock.now() });
    await this.#travel();
    if (this.streamFailing !== undefined) throw this.streamFailing;
    if (options.signal.aborted) throw new FailureError('cancelled', 'aborted');
    const { clock, random } = this.#options;
    const connection = new FakeConnection(options, clock, random, () => this.faults);
    options.onOpen?.();
    connection.send(this.#heartbeat());
    this.#replay(connection, options.lastEventId);
    this.#connections.add(connection);
    try {
      await connection.ended;
    } finally {
      this.#connections.delete(connection);
    }
  }

  async getTranscript(id: string): Promise<FetchedTranscript> {
    await this.#travel();
    const transcript = this.#world.get(id);
    await this.#travel();
    if (transcript === undefined) throw new FailureError('not-found', 'No such conversation');
    return transcript;
  }

  takeOver(id: string): Promise<Conversation | undefined> {
    return this.#write(`takeOver ${id}`, () => {
      const { handler } = this.#conversation(id);
      if (handler.kind === 'human') throw conflict(handler);
      return this.#world.handle(id, { kind: 'human', userId: ME.id, name: ME.name });
    });
  }

  reply(id: string, text: string, clientMessageId: string): Promise<Message | undefined> {
    return this.#write(`reply ${id} ${clientMessageId}`, () => {
      this.#mustHold(id);
      return this.#world.say(id, { role: 'csr', text, clientMessageId });
    });
  }

  handBack(id: string): Promise<Conversation | undefined> {
    return this.#write(`handBack ${id}`, () => {
      this.#mustHold(id);
      return this.#world.handle(id, { kind: 'ai' });
    });
  }

  transfer(id: string, internalContactId: string): Promise<Conversation | undefined> {
    return this.#write(`transfer ${id} ${internalContactId}`, () => {
      this.#mustHold(id);
      return this.#world.change(id, { handler: { kind: 'queue' }, status: 'queued' });
    });
  }

  complete(id: string): Promise<Conversation | undefined> {
    return this.#write(`complete ${id}`, () => {
      this.#mustHold(id);
      return this.#world.end(id);
    });
  }

  async announcePresence(id: string): Promise<void> {
    await this.#travel();
    if (this.presenceFailing !== undefined) throw this.presenceFailing;
    this.presence.push(id);
  }

  async internalContacts(): Promise<readonly InternalContact[]> {
    await this.#travel();
    return [{ id: 'i-1', name: 'Billing' }];
  }

  async flows(): Promise<readonly Flow[]> {
    await this.#travel();
    return [];
  }

  /** Every stream breaks. */
  cut(): void {
    for (const connection of this.#connections) connection.cut();
  }

  /** Every stream is closed in good order. */
  end(): void {
    for (const connection of this.#connections) connection.end();
  }

  /** Every stream that is open falls silent for good without closing. */
  stall(): void {
    for (const connection of this.#connections) connection.stall();
  }

  /** The stream's token ends: told, then closed. */
  expire(): void {
    for (const connection of this.#connections) {
      connection.send({ event: { type: 'unauthorized' } });
      connection.flush();
      connection.end();
    }
  }

  /**
   * The instance starts anew: another run, other conversations under the same ids, counts from zero.
   * @param sameId it calls its stream as before, as an instance may that derives the id from its settings.
   */
  restart(sameId = false): void {
    if (sameId) this.#generation -= 1;
    this.#world = this.#newWorld();
    this.#log = [];
    this.cut();
  }

  /** Delivers all that is on its way. */
  flush(): void {
    for (const connection of this.#connections) connection.flush();
  }

  #newWorld(): FakeWorld {
    return new FakeWorld(`run-${++this.#generation}`, this.#numbering, (event) => {
      this.#log.push(event);
      if (this.#log.length > (this.#options.buffer ?? 5_000)) this.#log.shift();
      for (const connection of this.#connections) this.#deliver(connection, event);
    });
  }

  #beat(): void {
    this.#options.clock.after(HEARTBEAT_MS, () => {
      for (const connection of this.#connections) connection.send(this.#heartbeat());
      this.#beat();
    });
  }

  #heartbeat(): StreamedEvent {
    return { event: { type: 'heartbeat' }, ...(this.#numbering.sequences ? { sequence: this.#world.sequence } : {}) };
  }

  #replay(connection: FakeConnection, lastEventId: string | undefined): void {
    if (lastEventId === undefined || !this.#numbering.sequences) return;
    const [streamId, number] = lastEventId.split(':');
    const after = Number(number);
    const oldest = this.#log[0]?.sequence ?? this.#world.sequence + 1;
    if (streamId !== this.#world.streamId || after < oldest - 1) {
      connection.send({ event: { type: 'reset', reason: 'too old' } });
      return;
    }
    for (const event of this.#log) if ((event.sequence ?? 0) > after) this.#deliver(connection, event);
  }

  #deliver(connection: FakeConnection, event: StreamedEvent): void {
    if (event.sequence === undefined || event.sequence !== this.tooLarge) {
      connection.send(event);
      return;
    }
    connection.flush();
    connection.cut(new FailureError('unavailable', 'An event is too large', { reason: 'event-too-large' }));
  }

  async #write<T>(what: string, act: () => T): Promise<T> {
    const fate = this.fates.shift() ?? 'done';
    await this.#travel();
    if (fate instanceof FailureError) throw fate;
    if (fate === 'lost-before') throw new FailureError('unknown-outcome', 'No answer');
    this.beforeWrite?.();
    this.writes.push(what);
    const answer = act();
    await this.#travel();
    if (fate === 'lost-after') throw new FailureError('unknown-outcome', 'No answer');
    return answer;
  }

  #conversation(id: string): Conversation {
    const found = this.#world.get(id);
    if (found === undefined) throw new FailureError('not-found', 'No such conversation');
    return found.conversation;
  }

  #mustHold(id: string): void {
    const { handler, ended } = this.#conversation(id);
    if (ended) throw new FailureError('invalid', 'It has ended');
    if (handler.userId !== ME.id) throw conflict(handler);
  }

  /** One way over the network, a little different each time. */
  async #travel(): Promise<void> {
    await sleep(this.#options.clock, 5 + Math.floor(this.#options.random() * 60));
    if (this.failing !== undefined) throw this.failing;
  }
}

function conflict(handler: Conversation['handler']): FailureError {
  const { userId, name } = handler;
  const takenBy = { ...(userId === undefined ? {} : { id: userId }), ...(name === undefined ? {} : { name }) };
  return new FailureError('conflict', 'Someone else has it', { status: 409, takenBy });
}
