import { change, type Model, makeSubjects, type Subject, subjectJson, WATCHED } from './conversations.ts';

/**
 * Of 16 events, as the simulator's own world makes them: nine updates of a whole conversation (1.2 KB), four messages,
 * two steps of a flow, one function call.
 */
const MIX = ['u', 'm', 'u', 'u', 's', 'u', 'm', 'u', 'f', 'u', 'm', 'u', 's', 'u', 'm', 'u'] as const;
/** One update in this many is of a watched conversation: five times their share, so that a short run has samples. */
const WATCHED_EVERY = 100;

/** A stream of events over a fixed set of conversations, and what a console must show after them. */
export class Traffic {
  readonly subjects: readonly Subject[];
  readonly streamId: string;
  sequence = 0;
  /** Of each update of a watched conversation: which one, and when it was made. */
  watched: [index: number, at: number][] = [];
  #turn = 0;
  #updates = 0;

  constructor(models: readonly Model[], count: number, streamId: string) {
    this.subjects = makeSubjects(models, count);
    this.streamId = streamId;
  }

  /** The next event as a frame of the stream, made now. */
  next(at: number): string {
    const kind = MIX[this.#turn++ % MIX.length] ?? 'u';
    this.sequence += 1;
    const index = kind === 'u' ? this.#nextIndex() : this.#turn % this.subjects.length;
    const subject = this.#subject(index);
    const head = `"sequence":${this.sequence},"at":"${new Date(at).toISOString()}","transcriptId":"${subject.id}"`;
    if (kind === 'u') {
      change(subject, index, at);
      if (index < WATCHED) this.watched.push([index, at]);
      return this.#frame(
        'conversation.updated',
        `{${head},"revision":${subject.revision},"conversation":${subjectJson(subject)}}`,
      );
    }
    const iso = new Date(at).toISOString();
    if (kind === 'm') {
      const text = 'I was told that somebody would call me back about the invoice of last month.';
      return this.#frame(
        'message.added',
        `{${head},"revision":${subject.revision},"message":{"messageId":"m-${this.sequence}","index":${this.sequence},"role":"customer","text":"${text}","at":"${iso}"}}`,
      );
    }
    if (kind === 's')
      return this.#frame(
        'state.changed',
        `{${head},"revision":${subject.revision},"transition":{"index":${this.sequence},"at":"${iso}","from":"Identify","event":"identified","to":"Explain"}}`,
      );
    return this.#frame(
      'function.called',
      `{${head},"revision":${subject.revision},"functionCall":{"callId":"f-${this.sequence}","index":${this.sequence},"name":"lookupAccount","startedAt":"${iso}","finishedAt":null,"status":"running","inputs":{"accountNumber":"83155638"},"outputs":null,"event":null,"error":null}}`,
    );
  }

  /** One last update of a watched conversation, whose arrival on screen says that all before it is in. */
  last(at: number): string {
    this.sequence += 1;
    const subject = this.#subject(0);
    change(subject, 0, at);
    const head = `"sequence":${this.sequence},"at":"${new Date(at).toISOString()}","transcriptId":"${subject.id}"`;
    return this.#frame(
      'conversation.updated',
      `{${head},"revision":${subject.revision},"conversation":${subjectJson(subject)}}`,
    );
  }

  heartbeat(): string {
    return `event: heartbeat\ndata: {"sequence":${this.sequence},"at":"${new Date().toISOString()}"}\n\n`;
  }

  /** Changes every conversation without an event for it: only a snapshot can tell. */
  shake(at: number): string {
    for (const [index, subject] of this.subjects.entries()) change(subject, index, at);
    return `id: ${this.streamId}:${this.sequence}\nevent: reset\ndata: {"sequence":${this.sequence},"at":"${new Date(at).toISOString()}","reason":"behind"}\n\n`;
  }

  snapshot(): string {
    const items = this.subjects.map(subjectJson).join(',');
    const at = new Date().toISOString();
    return `{"streamId":"${this.streamId}","sequence":${this.sequence},"at":"${at}","items":[${items}]}`;
  }

  #frame(name: string, data: string): string {
    return `id: ${this.streamId}:${this.sequence}\nevent: ${name}\ndata: ${data}\n\n`;
  }

  /** Goes round all conversations by a large step, so that neighbours in the list do not change together. */
  #nextIndex(): number {
    this.#updates += 1;
    if (this.#updates % WATCHED_EVERY === 0) return (this.#updates / WATCHED_EVERY) % WATCHED;
    return (this.#updates * 7_919) % this.subjects.length;
  }

  #subject(index: number): Subject {
    const subject = this.subjects[index];
    if (subject === undefined) throw new Error(`no conversation ${index}`);
    return subject;
  }
}
