import { keyOf } from './keys.ts';

/** What a conversation is, as metrics are split by it, with the keys that follow from that. */
export interface Traits {
  readonly flow: string;
  readonly levels: readonly string[];
  readonly started: readonly string[];
  readonly abandoned: readonly string[];
  readonly contained: readonly string[];
  readonly handedOff: readonly string[];
  readonly ended: string;
  readonly waited: string;
}

/** One conversation as far as metrics look at it. A told one of the past may stand for several (`weight`). */
export interface Member {
  readonly traits: Traits;
  readonly weight: number;
  status: string;
  skills: readonly string[];
  /** World time since it waits for a person; undefined while it does not. */
  waitingSince: number | undefined;
  /** A person has or had it, or was asked for. */
  handedOff: boolean;
}

export interface Call {
  readonly name: string;
  readonly ms: number;
  /** Why it failed; left out when it did not. */
  readonly failure?: string | undefined;
}

/** What happened within a span of time: counts, and lists of durations in ms, by key. */
export interface Facts {
  readonly counts: Map<string, number>;
  readonly durations: Map<string, number[]>;
}

/** Durations kept of one kind and span; enough for a percentile, whatever the traffic. */
const mostDurations = 400;

/** Statuses in which a conversation ends without anybody else taking it; any other name is of whoever took it. */
const endsAlone = new Set([
  'completed',
  'abandoned',
  'failed',
  'reported',
  'restarted',
  'unsubscribed',
  'no-answer',
  'answering-machine-message-left',
  'answering-machine-no-message',
]);

const inProgress = 'conversations.in_progress';
const knownTraits = new Map<string, Traits>();

/** The traits of a conversation; the same object for the same four. `point` is its point of contact. */
export function traitsOf(of: {
  readonly flow: string;
  readonly channel: string;
  readonly direction: string;
  readonly point: string;
}): Traits {
  const { flow, channel, direction, point } = of;
  const id = `${flow}\n${channel}\n${direction}\n${point}`;
  const known = knownTraits.get(id);
  if (known !== undefined) return known;
  const flowKey = (name: string) => keyOf(name, [['flow', flow]]);
  const whole = (name: string) => [
    name,
    keyOf(name, [['channel', channel]]),
    keyOf(name, [['direction', direction]]),
    flowKey(name),
  ];
  const dialled = ['campaigns.dial_rate', keyOf('campaigns.dial_rate', [['campaign', point]])];
  const traits: Traits = {
    flow,
    levels: whole(inProgress),
    started: [...whole('conversations.started'), ...(direction === 'outbound' ? dialled : [])],
    abandoned: ['conversations.abandoned', flowKey('conversations.abandoned')],
    contained: ['conversations.contained', flowKey('conversations.contained')],
    handedOff: ['conversations.handed_off', flowKey('conversations.handed_off')],
    ended: flowKey('conversations.ended'),
    waited: flowKey('queue.wait'),
  };
  knownTraits.set(id, traits);
  return traits;
}

export function noFacts(): Facts {
  return { counts: new Map(), durations: new Map() };
}

/** Adds one span's facts to another's. */
export function addFacts(to: Facts, from: Facts): void {
  for (const [key, count] of from.counts) to.counts.set(key, (to.counts.get(key) ?? 0) + count);
  for (const [key, list] of from.durations) {
    const known = to.durations.get(key);
    if (known === undefined) to.durations.set(key, [...list]);
    else known.push(...list);
  }
}

/**
 * Counts what conversations do. The same for what happens now and for the past that is told from life lines, so both mean
 * the same by every number.
 */
export class Tally {
  /** How many there are now, by key of `conversations.in_progress` and `queue.waiting`. */
  readonly levels = new Map<string, number>();
  readonly waiting = new Set<Member>();
  /** Conversations that people have in hand, where that is told here. */
  inHand = 0;
  #facts = noFacts();

  /** What happened since the last cut, up to now. */
  get facts(): Facts {
    return this.#facts;
  }

  /** What happened since the last cut; counting begins anew. */
  cut(): Facts {
    const facts = this.#facts;
    this.#facts = noFacts();
    return facts;
  }

  /** A conversation that is there already. */
  admit(member: Member): void {
    this.#raise(member.traits.levels, member.weight);
    this.#raise([keyOf(inProgress, [['status', member.status]])], member.weight);
    if (member.waitingSince !== undefined) this.#wait(member, member.waitingSince);
  }

  enter(member: Member): void {
    this.admit(member);
    this.#count(member.traits.started, member.weight);
  }

  /** @param waitingSince set when it waits for a person from now on */
  move(member: Member, status: string, waitingSince: number | undefined, at: number): void {
    this.#raise([keyOf(inProgress, [['status', member.status]])], -member.weight);
    member.status = status;
    this.#raise([keyOf(inProgress, [['status', status]])], member.weight);
    if (waitingSince !== undefined) {
      if (member.waitingSince === undefined) this.#wait(member, waitingSince);
    } else this.#stopWaiting(member, at);
  }

  leave(member: Member, status: string, at: number): void {
    const { traits, weight } = member;
    this.#raise(traits.levels, -weight);
    this.#raise([keyOf(inProgress, [['status', member.status]])], -weight);
    this.#stopWaiting(member, at);
    if (!endsAlone.has(status)) this.handOff(member);
    this.#count(['conversations.ended', keyOf('conversations.ended', [['status', status]]), traits.ended], weight);
    if (status === 'abandoned') this.#count(traits.abandoned, weight);
    if (!member.handedOff && status === 'completed') this.#count(traits.contained, weight);
  }

  /** A person is asked for, or has stepped in: counted once a conversation. */
  handOff(member: Member): void {
    if (member.handedOff) return;
    member.handedOff = true;
    this.#count(member.traits.handedOff, member.weight);
  }

  answered(ms: number): void {
    this.#duration('model.latency', ms);
  }

  called({ traits: { flow }, weight }: Pick<Member, 'traits' | 'weight'>, { name, ms, failure }: Call): void {
    this.#count(['functions.calls', keyOf('functions.calls', [['function', name]])], weight);
    this.#duration('functions.latency', ms);
    this.#duration(keyOf('functions.latency', [['function', name]]), ms);
    if (failure === undefined) return;
    const key = (...labels: readonly (readonly [string, string])[]) => keyOf('functions.failed', labels);
    const split = key(['flow', flow], ['function', name], ['reason', failure]);
    this.#count(['functions.failed', key(['function', name]), key(['flow', flow]), split], weight);
  }

  #wait(member: Member, since: number): void {
    member.waitingSince = since;
    this.waiting.add(member);
    this.#waitLevel(member, member.weight);
  }

  #stopWaiting(member: Member, at: number): void {
    const { waitingSince, traits } = member;
    if (waitingSince === undefined) return;
    member.waitingSince = undefined;
    this.waiting.delete(member);
    this.#waitLevel(member, -member.weight);
    this.#duration('queue.wait', at - waitingSince);
    this.#duration(traits.waited, at - waitingSince);
  }

  #waitLevel(member: Member, change: number): void {
    this.#raise(['queue.waiting', ...member.skills.map((skill) => keyOf('queue.waiting', [['skill', skill]]))], change);
  }

  #raise(keys: readonly string[], change: number): void {
    for (const key of keys) this.levels.set(key, (this.levels.get(key) ?? 0) + change);
  }

  #count(keys: readonly string[], weight: number): void {
    const { counts } = this.#facts;
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + weight);
  }

  #duration(key: string, ms: number): void {
    const list = this.#facts.durations.get(key);
    if (list === undefined) this.#facts.durations.set(key, [ms]);
    else if (list.length < mostDurations) list.push(ms);
  }
}
