import type { Conversation, Handler } from '../../../shared/models/conversation.ts';
import type { FunctionCall, Message, Transition } from '../../../shared/models/transcript.ts';
import { aConversation } from '../../../shared/testing/a-conversation.ts';
import type { FetchedTranscript, LiveEvent, StreamedEvent } from '../../platform/tenant-api.ts';

/** What an instance of this kind tells about its events. */
export interface Numbering {
  readonly sequences: boolean;
  readonly streamIds: boolean;
  readonly revisions: boolean;
  readonly indexes: boolean;
}

interface Kept {
  conversation: Conversation;
  readonly messages: Message[];
  readonly calls: FunctionCall[];
  readonly steps: Transition[];
}

const STATES = ['Greeting', 'Verify', 'Resolve', 'Wrap up'];

/** The truth that a hub must come to: conversations that live, talk, call functions, move on and end. */
export class FakeWorld {
  readonly streamId: string;
  readonly #numbering: Numbering;
  readonly #tell: (event: StreamedEvent) => void;
  readonly #conversations = new Map<string, Kept>();
  #sequence = 0;
  #made = 0;

  constructor(streamId: string, numbering: Numbering, tell: (event: StreamedEvent) => void) {
    this.streamId = streamId;
    this.#numbering = numbering;
    this.#tell = tell;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** All that have not ended. */
  live(): Conversation[] {
    return [...this.#conversations.values()].map((kept) => kept.conversation).filter(({ ended }) => !ended);
  }

  get(id: string): FetchedTranscript | undefined {
    const kept = this.#conversations.get(id);
    if (kept === undefined) return undefined;
    const { conversation, messages, calls, steps } = kept;
    return {
      conversation,
      messages: [...messages],
      functionCalls: [...calls],
      transitions: [...steps],
      ...(this.#numbering.sequences ? { sequence: this.#sequence } : {}),
    };
  }

  start(): string {
    const id = `c-${++this.#made}`;
    const revision = this.#numbering.revisions ? { revision: 1 } : {};
    const { revision: _one, ...plain } = aConversation({ id, state: 'Greeting' });
    const conversation = { ...plain, ...revision };
    this.#conversations.set(id, { conversation, messages: [], calls: [], steps: [] });
    this.#emit({ type: 'conversation', conversation });
    return id;
  }

  say(id: string, message: Pick<Message, 'role' | 'text'> & Partial<Message>): Message {
    const kept = this.#kept(id);
    const place = kept.messages.length;
    const made: Message = {
      id: `${id}-m${place}`,
      ...(this.#numbering.indexes ? { index: place } : {}),
      at: place,
      ...message,
    };
    kept.messages.push(made);
    this.#emit({ type: 'message', conversationId: id, message: made });
    this.change(id, { lastMessageAt: place });
    return made;
  }

  call(id: string): void {
    const kept = this.#kept(id);
    const running = kept.calls.findIndex((call) => call.status === 'running');
    const place = running === -1 ? kept.calls.length : running;
    const call: FunctionCall = {
      id: `${id}-f${place}`,
      index: place,
      name: 'lookUp',
      status: running === -1 ? 'running' : 'succeeded',
      inputs: {},
      outputs: running === -1 ? null : { found: true },
    };
    kept.calls[place] = call;
    this.#emit({ type: 'function', conversationId: id, call });
    this.change(id, { functionCallCount: kept.calls.length });
  }

  move(id: string): void {
    const kept = this.#kept(id);
    const from = kept.conversation.state ?? 'Greeting';
    const to = STATES[(STATES.indexOf(from) + 1) % STATES.length] ?? 'Greeting';
    const transition = { index: kept.steps.length, from, event: 'Next', to };
    kept.steps.push(transition);
    this.#emit({ type: 'transition', conversationId: id, transition });
    this.change(id, { state: to });
  }

  handle(id: string, handler: Handler): Conversation {
    const human = handler.kind === 'human';
    return this.change(id, {
      handler,
      aiState: human ? 'paused' : 'running',
      status: human ? 'human-handoff' : 'in-progress',
    });
  }

  end(id: string, status = 'completed'): Conversation {
    return this.change(id, { ended: true, status });
  }

  change(id: string, patch: Partial<Conversation>): Conversation {
    const kept = this.#kept(id);
    const before = kept.conversation;
    const revision = before.revision === undefined ? {} : { revision: before.revision + 1 };
    kept.conversation = { ...before, ...patch, ...revision };
    this.#emit({ type: 'conversation', conversation: kept.conversation });
    return kept.conversation;
  }

  /** Something happens, as the random numbers will have it. */
  happen(random: () => number): void {
    const all = this.live();
    const one = all[Math.floor(random() * all.length)];
    const what = random();
    if (one === undefined || what < 0.08) this.start();
    else if (what < 0.14 && all.length > 3) this.end(one.id);
    else if (what < 0.5) this.say(one.id, { role: what < 0.3 ? 'customer' : 'ai', text: `said at ${what}` });
    else if (what < 0.65) this.call(one.id);
    else if (what < 0.75) this.move(one.id);
    else this.change(one.id, { risk: { level: what < 0.9 ? 1 : 4, label: 'some' } });
  }

  #kept(id: string): Kept {
    const kept = this.#conversations.get(id);
    if (kept === undefined) throw new Error(`The test speaks of ${id}, which is not in the world`);
    return kept;
  }

  #emit(event: LiveEvent): void {
    this.#sequence++;
    const { sequences, streamIds } = this.#numbering;
    this.#tell({
      event,
      ...(sequences ? { sequence: this.#sequence, id: `${this.streamId}:${this.#sequence}` } : {}),
      ...(streamIds ? { streamId: this.streamId } : {}),
    });
  }
}
