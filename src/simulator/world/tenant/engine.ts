import { type Arrival, arrive } from '../cast/arrivals.ts';
import type { Colleague } from '../cast/colleagues.ts';
import type { PointOfContact, TenantProfile } from '../cast/tenant-profiles.ts';
import { DueHeap } from '../due-heap.ts';
import type { EventLog } from '../event-log.ts';
import { hasEnded, type LiveConversation, type Next } from '../live-conversation.ts';
import type { ModelPool } from '../model-pool.ts';
import type { Rng } from '../random.ts';
import type { Recorder } from '../recorder.ts';
import { takeStep } from '../steps/all-steps.ts';
import type { Conditions } from '../steps/conditions.ts';
import type { Meter, Scene } from '../steps/scene.ts';
import type { WorldClock } from '../world-port.ts';
import type { Records } from './records.ts';
import { createVoiceLines, type VoiceLines } from './voice-lines.ts';

interface Due {
  readonly kind: 'step';
  readonly token: number;
  readonly live: LiveConversation;
}
/** A conversation that is about to begin, at this point of contact; `again` after one that its contact restarted. */
interface Birth {
  readonly kind: 'birth';
  readonly point: PointOfContact | undefined;
  readonly again: LiveConversation | undefined;
}

export interface EngineParts {
  readonly seed: number;
  readonly profile: TenantProfile;
  readonly clock: WorldClock;
  readonly speed: number;
  /** Events a second to keep to; undefined lets story time run with the clock. */
  readonly rate: number | undefined;
  readonly rng: Rng;
  readonly log: EventLog;
  readonly recorder: Recorder;
  readonly records: Records;
  readonly pool: ModelPool;
  readonly team: readonly Colleague[];
  readonly conditions: Conditions;
  readonly meter: Meter;
  readonly firstNumber: number;
}

/** Moves a tenant's conversations: knows what is due, runs it, lets new ones begin where others have ended. */
export interface Engine {
  readonly scene: Scene;
  readonly lines: VoiceLines<object>;
  /** The number for the next conversation, each given once. */
  nextNumber(): number;
  /** Begins a conversation now and tells the stream. */
  begin(arrival: Omit<Arrival, 'number' | 'at'>): LiveConversation;
  /** Plans what a conversation does next; whatever was planned before is void. */
  plan(live: LiveConversation, next: Next | undefined): void;
  /** A conversation ended outside a step (by a command): archives it and plans its successor. */
  settle(live: LiveConversation): void;
  /** Runs all that has fallen due since the last tick. */
  tick(): void;
}

/** After a long pause (a sleeping machine) the world goes on where it was instead of making up for hours at once. */
const longestTick = 5_000;

/** Makes the engine of one tenant. */
export function createEngine(parts: EngineParts): Engine {
  const { profile, clock, recorder, records, log, rng, rate, speed } = parts;
  const story = new DueHeap<Due | Birth>();
  const byClock = new DueHeap<Due>();
  let storyNow = 0;
  let lastTick = clock.now();
  let budget = 0;
  let number = parts.firstNumber;
  const lines = createVoiceLines<Birth>(() => records.calls);
  /** Contacts whose channel is down: they cannot come in. */
  const heldBack: Birth[] = [];
  const pointOf = ({ shown }: LiveConversation) =>
    profile.pointsOfContact.find(({ id }) => id === shown.pointOfContact.id);

  const scene: Scene = {
    profile,
    recorder,
    pool: parts.pool,
    team: parts.team,
    conditions: parts.conditions,
    meter: parts.meter,
    beginAgain(live) {
      // While the past is made up, what came after belongs to the past too and is left out.
      if (!recorder.quiet) story.push(storyNow + 1_500, { kind: 'birth', point: pointOf(live), again: live });
    },
  };

  function plan(live: LiveConversation, next: Next | undefined): void {
    live.token += 1;
    if (next === undefined) return;
    live.stage = next.stage;
    const due: Due = { kind: 'step', live, token: live.token };
    if (live.tempo === 'clock') byClock.push(clock.now() + next.after / speed, due);
    else story.push(storyNow + next.after, due);
  }

  function settle(live: LiveConversation): void {
    records.archive(live);
    live.call?.ended(live.shown.status);
    if (live.visitor || live.call !== undefined || live.shown.status === 'restarted') return;
    // Where one has ended the next begins, so that the mix of channels stays what the tenant's traffic makes it.
    story.push(storyNow + rng.between(200, 3_000), { kind: 'birth', point: pointOf(live), again: undefined });
  }

  function step(live: LiveConversation): void {
    const next = takeStep(live, scene);
    if (hasEnded(live)) settle(live);
    else plan(live, next);
  }

  function begin(arrival: Omit<Arrival, 'number' | 'at'>): LiveConversation {
    const live = arrive(parts.seed, profile, { ...arrival, number, at: recorder.at });
    number += 1;
    recorder.seal(live);
    records.admit(live);
    recorder.begin(live);
    return live;
  }

  function run(due: Due | Birth | undefined): void {
    if (due === undefined) return;
    if (due.kind === 'step') {
      const { live } = due;
      if (due.token === live.token && !hasEnded(live)) step(live);
      return;
    }
    if (due.point?.platform === 'voice' && lines.full) lines.queue(due, recorder.at);
    else if (due.point !== undefined && parts.conditions.channelDown(due.point.platform)) {
      heldBack.push(due);
    } else bear(due);
  }

  function bear({ point, again }: Birth): void {
    const known = again && {
      language: again.shown.language,
      facts: { ...again.facts },
      sessions24h: again.shown.sessions24h + 1,
    };
    step(begin({ ...known, ...(point && { pointOfContact: point }) }));
  }

  /** Whoever waits for a voice channel gets the free ones; what a channel held back while it was down comes in. */
  function letIn(): void {
    for (let call = lines.next(); call !== undefined; call = lines.next()) bear(call);
    if (heldBack.length > 0) for (const birth of heldBack.splice(0)) run(birth);
  }

  function runStory(elapsed: number): void {
    if (rate === undefined) {
      storyNow += elapsed * speed;
      while (story.nextDue <= storyNow) run(story.pop());
      return;
    }
    // Story time runs just as fast as the rate asks: whatever is due next comes next until the tick's share is spent.
    // What is not spent (an empty world) is lost beyond a second's worth, what is overspent is owed.
    budget = Math.min(budget + (rate * elapsed) / 1_000, rate);
    while (budget > 0 && story.size > 0) {
      const before = log.sequence;
      storyNow = Math.max(storyNow, story.nextDue);
      run(story.pop());
      budget -= log.sequence - before;
    }
  }

  return {
    scene,
    lines,
    nextNumber() {
      number += 1;
      return number - 1;
    },
    begin,
    plan,
    settle,
    tick() {
      const now = clock.now();
      recorder.at = now;
      const elapsed = Math.min(Math.max(0, now - lastTick), longestTick);
      lastTick = now;
      letIn();
      runStory(elapsed);
      while (byClock.nextDue <= now) run(byClock.pop());
    },
  };
}
